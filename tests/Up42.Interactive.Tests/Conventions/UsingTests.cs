namespace Up42.Interactive.Tests.Conventions;

/// <summary>The order of usings, which neither the build nor a look at the layout holds.</summary>
public class UsingTests
{
    [Fact]
    public void Namespaces_stand_in_order_those_of_the_system_first()
    {
        var blocks = new[] { "src", "tests", "bench", "examples" }.SelectMany(folder => SourceFiles.In(folder, ".cs"))
            .Select(file => (File: file, Names: SourceFiles.Lines(file).Where(IsUsing).Select(line => line["using ".Length..^1]).ToList())).ToList();

        blocks.Count(block => block.Names.Count > 1).ShouldBeGreaterThan(100);
        blocks.Where(block => !block.Names.SequenceEqual(block.Names.OrderBy(IsOther).ThenBy(name => name, StringComparer.OrdinalIgnoreCase)))
            .Select(block => block.File).ShouldBeEmpty();
    }

    private static bool IsUsing(string line) => line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';')
        && !line.Contains('=', StringComparison.Ordinal) && !line.Contains(" static ", StringComparison.Ordinal);

    private static bool IsOther(string name) => name != "System" && !name.StartsWith("System.", StringComparison.Ordinal);
}
