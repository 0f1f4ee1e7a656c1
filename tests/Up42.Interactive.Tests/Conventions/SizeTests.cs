namespace Up42.Interactive.Tests.Conventions;

/// <summary>Files stay small enough to be read at once.</summary>
public class SizeTests
{
    [Fact]
    public void No_source_file_is_longer_than_250_lines() =>
        new[] { "src", "tests", "bench", "examples", "eng" }
            .SelectMany(folder => SourceFiles.In(folder, ".cs", ".ts", ".mjs", ".sh"))
            .Where(file => SourceFiles.Lines(file).Length > 250)
            .ShouldBeEmpty();

    [Fact]
    public void Half_of_the_source_files_have_50_lines_or_fewer()
    {
        var lengths = SourceFiles.In("src", ".cs").Select(file => SourceFiles.Lines(file).Length).Order().ToList();

        lengths[lengths.Count / 2].ShouldBeLessThanOrEqualTo(50);
    }

    [Fact]
    public void No_folder_of_source_holds_more_than_20_files() =>
        SourceFiles.In("src", ".cs", ".ts", ".css")
            .CountBy(file => Path.GetDirectoryName(file)!)
            .Where(folder => folder.Value > 20)
            .ShouldBeEmpty();

    [Fact]
    public void No_line_is_longer_than_160_characters() =>
        new[] { "src", "tests", "bench", "examples" }
            .SelectMany(folder => SourceFiles.In(folder, ".cs", ".ts", ".css"))
            .SelectMany(file => SourceFiles.Lines(file).Index().Where(line => line.Item.Length > 160).Select(line => $"{file}:{line.Index + 1}"))
            .ShouldBeEmpty();
}
