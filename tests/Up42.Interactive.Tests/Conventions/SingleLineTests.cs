using System.Text.RegularExpressions;

namespace Up42.Interactive.Tests.Conventions;

/// <summary>What an object says of itself in a console is one clean line, whatever names it holds.</summary>
public partial class SingleLineTests
{
    // Their texts are this library's own words and numbers, or markup, or several lines on purpose.
    private static readonly string[] Own =
        ["Html", "Up42Exception", "AccessToken", "FigureSize", "RasterSize", "JobCredits", "PartialCredentials", "ColorScale", "AoiMap", "JobMode", "Band",
        "BandList", "ForeignDisplay", "JobSnapshot", "FeatureTable"];

    [Fact]
    public void Every_ToString_that_may_hold_foreign_text_goes_through_SingleLine() =>
        SourceFiles.In("src/Up42.Interactive", ".cs")
            .Where(file => !Own.Contains(Path.GetFileNameWithoutExtension(file).Split('.')[0]))
            .Select(file => (File: file, Text: string.Join('\n', SourceFiles.Lines(file))))
            .SelectMany(source => ToStrings().Matches(source.Text).Where(match => !match.Value.Contains("SingleLine.Format(", StringComparison.Ordinal))
                .Select(_ => Path.GetFileName(source.File)))
            .ShouldBeEmpty();

    [GeneratedRegex(@"override string ToString\(\)\s*(?:=>[^;]*;|\{[^}]*\})", RegexOptions.Singleline)]
    private static partial Regex ToStrings();
}
