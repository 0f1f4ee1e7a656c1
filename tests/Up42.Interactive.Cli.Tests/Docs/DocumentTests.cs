using System.Text.RegularExpressions;

namespace Up42.Interactive.Cli.Tests.Docs;

/// <summary>What is written beside the code.</summary>
public sealed partial class DocumentTests
{
    public static TheoryData<string> Documents =>
    [
        .. new[] { "README.md", "CHANGELOG.md", "CONTRIBUTING.md" }
            .Concat(Directory.EnumerateFiles(Path.Combine(Samples.RepositoryRoot, "docs"), "*.md").Select(Relative))
            .Concat(Directory.EnumerateFiles(Path.Combine(Samples.RepositoryRoot, "src"), "PACKAGE.md", SearchOption.AllDirectories).Select(Relative))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_code_blocks_compile(string document)
    {
        var errors = Block().Matches(Read(document)).SelectMany(block => CodeCheck.Errors(block.Groups["code"].Value)
            .Select(error => $"{error} in\n{block.Groups["code"].Value}"));

        errors.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_links_lead_to_files(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Samples.RepositoryRoot, document))!;

        Links.In(Read(document)).Where(target => !Path.Exists(Path.Combine(folder, target))).ShouldBeEmpty();
    }

    [Fact]
    public void A_code_block_that_is_wrong_is_noticed() => CodeCheck.Errors("job.PlotResult()").ShouldNotBeEmpty();

    private static string Read(string document) => File.ReadAllText(Path.Combine(Samples.RepositoryRoot, document));

    private static string Relative(string path) => Path.GetRelativePath(Samples.RepositoryRoot, path).Replace('\\', '/');

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
