using System.Text.RegularExpressions;

namespace Up42.Interactive.Tests.Conventions;

/// <summary>What docs/security.md claims is shown by tests that exist.</summary>
public partial class SecurityPageTests
{
    private static string Page => SourceFiles.Read("docs/security.md");

    [Fact]
    public void Page_names_tests_that_exist()
    {
        var classes = SourceFiles.In("tests", ".cs").ToLookup(file => Path.GetFileNameWithoutExtension(file).Split('.')[0], SourceFiles.Read);

        var named = Names().Matches(Page).Select(match => (Class: match.Groups[1].Value, Method: match.Groups[2].Value)).ToList();

        named.Count.ShouldBeGreaterThan(50);
        named.Where(name => !classes[name.Class].Any(text => text.Contains($" {name.Method}(", StringComparison.Ordinal) || name.Method.Length == 0))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Page_names_what_frames_may_do() =>
        Rights().Match(new Fragment { Static = Html.Text("x"), Page = new Page { Title = "t", Body = Html.Text("x") } }.ToHtml()).Groups[1].Value
            .ShouldBe(Rights().Match(Page).Groups[1].Value);

    [GeneratedRegex(@"`(\w+Tests)(?:\.(\w+))?`")]
    private static partial Regex Names();

    [GeneratedRegex("sandbox=\"([^\"]+)\"")]
    private static partial Regex Rights();
}
