namespace Up42.Interactive;

/// <summary>
/// A state as a mark, its name and a colour, each of which says it alone. The colour stands inline, white on dark: so it is there in hosts that
/// strip styles, and readable on any background.
/// </summary>
internal static class StatusHtml
{
    public static Html Of(JobStatus status)
    {
        var (color, mark) = Look(status);
        return Html.Format(
            $"""<b class="u42-n" style="color:#ffffff;background-color:{color};border-radius:9px;padding:1px 9px;font-weight:600;white-space:nowrap"><span aria-hidden="true">{mark}</span> {status.Value}</b>""");
    }

    /// <summary>The background that goes with white text, and the mark.</summary>
    public static (string Color, string Mark) Look(JobStatus status) => status switch
    {
        { IsSucceeded: true } => ("#116b3c", "✓"),
        { IsFailed: true } => ("#b3261e", "✗"),
        { IsTerminal: true } => ("#5b6472", "⊘"),
        { InProgress: true } => ("#0b5cad", "…"),
        _ => ("#7a4b00", "?"),
    };
}
