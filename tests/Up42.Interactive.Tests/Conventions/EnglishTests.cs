using System.Text.RegularExpressions;

namespace Up42.Interactive.Tests.Conventions;

/// <summary>Messages and documentation keep to plain, active English; each row is a habit that once filled the sources, and what to say instead.</summary>
public class EnglishTests
{
    private static readonly List<(string Place, string Text)> Texts = [.. SourceText.In("src")];

    [Theory]
    [InlineData(@"\b[Cc]an not\b", "cannot")]
    [InlineData(@"\bEnds? the (?:wait|reading|work|warping|run|search|download|upload)", "Cancels the request, Stops the reading")]
    [InlineData(
        @"(?<!\b[Tt]here )\b(?:is|are) no (?:JSON|GeoJSON|WKT|name|archive|address|URL|file|folder|ISO|notebook|type|service|entry|date|list|path|id|number)\b",
        "is not a valid X")]
    [InlineData(@"\b[Tt]here is no such\b", "X does not exist; the valid ones are …")]
    [InlineData(@"\b(?:is|are|was|were) (?:not )?believed\b", "is trusted, is ignored")]
    [InlineData(@"\bnothing could be tried\b", "could not be tested")]
    [InlineData(@"\b[Ll]et(?:s)? (?:it|them) be\b", "an imperative")]
    public void Text_in_the_sources_is_idiomatic(string pattern, string instead) =>
        Texts.Where(text => Regex.IsMatch(text.Text, pattern))
            .Select(text => $"{text.Place}: {text.Text.Trim()}")
            .ShouldBeEmpty($"Say: {instead}.");
}
