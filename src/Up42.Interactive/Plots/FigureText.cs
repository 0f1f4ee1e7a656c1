namespace Up42.Interactive;

/// <summary>Text in a figure: Plotly reads a small markup and <c>%{…}</c>, so what could be either is written out.</summary>
internal static class FigureText
{
    public static string Escape(string text) => HtmlEncoder.Clean(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("%{", "% {", StringComparison.Ordinal);
}
