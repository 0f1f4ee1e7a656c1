using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Up42.Interactive.Cli.Tests.Notebooks;

namespace Up42.Interactive.Cli.Tests.Docs;

/// <summary>Notebook 09 against the list of what up42-py offers: a row for each name, with a call that compiles or a reason.</summary>
public sealed partial class FromUp42PyTests
{
    private static readonly IReadOnlyList<(string Name, string Here, string Remark)> Rows =
    [
        .. TutorialRun.Read("09-from-up42-py").Where(cell => !TutorialRun.IsCode(cell)).SelectMany(cell => Row().Matches(TutorialRun.Text(cell)))
            .Select(row => (row.Groups["name"].Value, row.Groups["here"].Value, row.Groups["remark"].Value)),
    ];

    [Fact]
    public void Rows_are_those_of_the_list_in_its_order()
    {
        var list = File.ReadLines(Path.Combine(Samples.RepositoryRoot, "tests", "Up42.Interactive.Cli.Tests", "Docs", "up42-py-0.37.2.txt"))
            .Where(line => !line.StartsWith('#'));

        Rows.Select(row => row.Name).Where(name => !name.StartsWith("up42.", StringComparison.Ordinal)).ShouldBe(list);
    }

    [Fact]
    public void Rows_have_a_call_or_a_reason() =>
        Rows.Where(row => !Dropped().IsMatch(row.Here) && Code(row.Here) is null).ShouldBeEmpty();

    [Fact]
    public void Rows_calls_compile()
    {
        var calls = Rows.Where(row => !Dropped().IsMatch(row.Here)).Select(row => Code(row.Here)!).ToList();

        // One compilation for all: each call stands in a function of its own.
        var functions = calls.Select((call, index) => $"async Task Row{index}() {{ await Task.CompletedTask; {Statement(call)} }}");
        CodeCheck.Errors(string.Join('\n', functions)).ShouldBeEmpty();
        calls.Count.ShouldBeGreaterThan(80);
    }

    [Theory]
    [InlineData("Job.status", "fetched there", "does not fetch")]
    [InlineData("Job.is_succeeded", "fetched there", "does not fetch")]
    [InlineData("JobCollection.status", "fetched there", "does not fetch")]
    [InlineData("VizTools.plot_results(figsize)", "width first", "height first")]
    [InlineData("VizTools.plot_quicklooks(figsize)", "width first")]
    [InlineData("VizTools.map_results(save_html)", "a folder there", "a file here")]
    public void Rows_say_what_is_different(string name, params string[] words)
    {
        var remark = Rows.Single(row => row.Name == name).Remark;

        words.ShouldAllBe(word => remark.Contains(word, StringComparison.Ordinal));
    }

    private static string? Code(string here) => here.Split('`') is ["", var code, ""] ? code : null;

    private static string Statement(string call) =>
        SyntaxFactory.ParseExpression(call) is InvocationExpressionSyntax or AwaitExpressionSyntax ? $"{call};" : $"_ = {call};";

    [GeneratedRegex(@"^\| `(?<name>[^`]+)` \| (?<here>[^|]+) \|(?<remark>[^|]*)\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("^dropped because .+")]
    private static partial Regex Dropped();
}
