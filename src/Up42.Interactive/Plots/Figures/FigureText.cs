namespace Up42.Interactive;

/// <summary>Text in a figure: Plotly reads a small markup and <c>%{…}</c>, so what could be either is written out.</summary>
internal static class FigureText
{
    /// <summary>A heading at the upper left corner, above a legend.</summary>
    public static Dictionary<string, object> Heading(string title) => new()
    {
        ["text"] = $"<b>{Escape(title)}</b>",
        ["x"] = 0,
        ["xref"] = "paper",
        ["xanchor"] = "left",
        ["yref"] = "container",
        ["y"] = 1,
        ["yanchor"] = "top",
        ["pad"] = new Dictionary<string, int> { ["t"] = 12 },
        ["font"] = new Dictionary<string, int> { ["size"] = 13 },
    };

    /// <summary>The text without markup.</summary>
    public static string Escape(string text) => SafeText.Clean(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("%{", "% {", StringComparison.Ordinal);
}
