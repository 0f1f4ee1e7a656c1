namespace Up42.Interactive;

/// <summary>
/// A word on a coloured ground with a mark before it, each of which says it alone. The colours stand inline, white on dark: so they are there in
/// hosts that strip styles, and readable on any page.
/// </summary>
internal static class StatusBadge
{
    public const string Good = "#116b3c";
    public const string Bad = "#b3261e";
    public const string Busy = "#0b5cad";
    public const string Unsure = "#7a4b00";
    public const string Over = "#5b6472";

    /// <param name="color">One of the colours above.</param>
    /// <param name="mark">One character.</param>
    /// <param name="text">The word.</param>
    public static Html Create(string color, string mark, string text) => Html.Format(
        $"""<b style="color:#ffffff;background-color:{color};border-radius:9px;padding:1px 9px;font-weight:600;white-space:nowrap">"""
            + $"""<span aria-hidden="true">{mark}</span> {SingleLine.Format(text)}</b>""");
}
