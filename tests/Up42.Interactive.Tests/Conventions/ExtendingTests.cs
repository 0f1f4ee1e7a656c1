using System.Text.RegularExpressions;

namespace Up42.Interactive.Tests.Conventions;

/// <summary>The walks of <c>docs/extending.md</c>: what a newcomer must touch, and that it is still there.</summary>
public partial class ExtendingTests
{
    private static readonly string Page = SourceFiles.Read("docs/extending.md");

    [Fact]
    public void Files_that_the_page_names_exist()
    {
        var files = Path().Matches(Page).Select(match => match.Groups["file"].Value).ToList();
        var types = TestClass().Matches(Page).Select(match => match.Value).Distinct().ToList();

        files.Count.ShouldBeGreaterThan(3);
        files.Where(file => !System.IO.Path.Exists(System.IO.Path.Combine(Samples.RepositoryRoot, file))).ShouldBeEmpty();
        types.Where(type => SourceFiles.In("tests", ".cs").All(file => System.IO.Path.GetFileNameWithoutExtension(file) != type)).ShouldBeEmpty();
    }

    [Fact]
    public void A_vector_format_is_one_row_that_no_other_file_repeats()
    {
        var drivers = GdalDriver().Matches(SourceFiles.Read("src/Up42.Interactive/Tables/Formats/VectorFormats.cs"))
            .Select(match => match.Groups["name"].Value).ToList();

        drivers.ShouldContain("FlatGeobuf");
        SourceFiles.In("src/Up42.Interactive", ".cs")
            .Where(file => !file.EndsWith("/VectorFormats.cs", StringComparison.Ordinal)
                && SourceFiles.Read(file).Contains("\"FlatGeobuf\"", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("JP2OpenJPEG")]
    [InlineData(".jp2")]
    [InlineData("WebP")]
    public void A_raster_format_is_one_row_that_no_other_file_repeats(string text) =>
        SourceFiles.In("src/Up42.Interactive", ".cs").Where(file => SourceFiles.Read(file).Contains($"\"{text}\"", StringComparison.Ordinal))
            .ShouldBe(["src/Up42.Interactive/Rasters/Reading/RasterFormats.cs"]);

    [Fact]
    public void A_display_touches_five_files_at_most() =>
        Between("## A display", "## A vector format").Split('\n').Count(line => line.StartsWith("| `", StringComparison.Ordinal)).ShouldBeInRange(1, 4);

    [Fact]
    public void Paths_of_the_service_are_written_in_one_folder() =>
        SourceFiles.In("src/Up42.Interactive", ".cs")
            .Where(file => !file.Contains("/Http/Api/", StringComparison.Ordinal) && ServicePath().IsMatch(SourceFiles.Read(file)))
            .ShouldBeEmpty();

    private static string Between(string start, string end)
    {
        var from = Page.IndexOf(start, StringComparison.Ordinal);
        return Page[from..Page.IndexOf(end, from, StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"`(?<file>(?:src|tests)/[\w./]+)`")]
    private static partial Regex Path();

    [GeneratedRegex(@"(?<=`)[A-Z]\w+Tests(?=`)")]
    private static partial Regex TestClass();

    [GeneratedRegex(@"GdalVectorReader\.Read\(path, ""(?<name>[^""]+)""")]
    private static partial Regex GdalDriver();

    [GeneratedRegex(@"\$?""[^""\n]*(?:/jobs/|/tasks/|projects/\{|oauth/token)[^""\n]*""")]
    private static partial Regex ServicePath();
}
