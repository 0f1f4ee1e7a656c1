namespace Up42.Interactive;

/// <summary>A state as a mark, its name and a colour, each of which says it alone.</summary>
internal static class StatusHtml
{
    public static Html Of(JobStatus status)
    {
        var (kind, mark) = status switch
        {
            { IsSucceeded: true } => ("good", "✓"),
            { IsFailed: true } => ("bad", "✗"),
            { IsTerminal: true } => ("warn", "⊘"),
            { InProgress: true } => ("busy", "…"),
            _ => ("warn", "?"),
        };
        return Html.Format($"""<b class="u42-is-{kind} u42-n"><span aria-hidden="true">{mark}</span> {status.Value}</b>""");
    }
}
