using System.Text.RegularExpressions;
using Up42.Interactive.Cli.Tests.Notebooks;

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
        var errors = Block().Matches(Read(document)).SelectMany(block => CodeCheck.Errors(OfProgram().Replace(block.Groups["code"].Value, ""))
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

    [Theory]
    [InlineData("01-quickstart")]
    [InlineData("05-maps")]
    public void Executed_copy_is_of_the_notebook_as_it_is_and_names_no_folder_of_a_machine(string name)
    {
        var path = Path.Combine(Samples.RepositoryRoot, "docs", $"{name}.ipynb");
        var cells = Notebook.Read(path).Cells.Where(cell => !cell.Tags.Contains("injected-parameters")).ToList();

        cells.Select(cell => cell.Source).ShouldBe(TutorialRun.Read(name).Select(TutorialRun.Text));
        cells.Where(cell => cell.IsCode).ShouldAllBe(cell => cell.ExecutionCount > 0);
        Regex.Matches(File.ReadAllText(path), "/(tmp|work|home|root)/[^\"<]*").Select(match => match.Value).ShouldBeEmpty();
    }

    [Fact]
    public void A_code_block_that_is_wrong_is_noticed() => CodeCheck.Errors("job.PlotResult()").ShouldNotBeEmpty();

    private static string Read(string document) => File.ReadAllText(Path.Combine(Samples.RepositoryRoot, document));

    private static string Relative(string path) => Path.GetRelativePath(Samples.RepositoryRoot, path).Replace('\\', '/');

    // A program's top level has them, a cell's has not.
    [GeneratedRegex("^(await )?using (?=var )", RegexOptions.Multiline)]
    private static partial Regex OfProgram();

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
