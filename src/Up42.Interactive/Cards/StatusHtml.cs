namespace Up42.Interactive;

/// <summary>A state as a mark, its name and a colour.</summary>
internal static class StatusHtml
{
    public static Html Of(JobStatus status)
    {
        var (color, mark) = Look(status);
        return Pill.Of(color, mark, status.Value);
    }

    public static (string Color, string Mark) Look(JobStatus status) => status switch
    {
        { IsSucceeded: true } => (Pill.Good, "✓"),
        { IsFailed: true } => (Pill.Bad, "✗"),
        { IsTerminal: true } => (Pill.Over, "⊘"),
        { InProgress: true } => (Pill.Busy, "…"),
        _ => (Pill.Unsure, "?"),
    };
}
