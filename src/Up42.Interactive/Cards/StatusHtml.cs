namespace Up42.Interactive;

/// <summary>A status as a mark, its name and a color.</summary>
internal static class StatusHtml
{
    public static Html Render(JobStatus status)
    {
        var (color, mark) = Appearance(status);
        return StatusBadge.Create(color, mark, status.Value);
    }

    public static (string Color, string Mark) Appearance(JobStatus status) => status switch
    {
        { IsSucceeded: true } => (StatusBadge.Good, "✓"),
        { IsFailed: true } => (StatusBadge.Bad, "✗"),
        { IsTerminal: true } => (StatusBadge.Over, "⊘"),
        { InProgress: true } => (StatusBadge.Busy, "…"),
        _ => (StatusBadge.Unsure, "?"),
    };

    public static Html Render(ProcessingStatus status)
    {
        var (color, mark) = Appearance(status);
        return StatusBadge.Create(color, mark, status.Value);
    }

    public static (string Color, string Mark) Appearance(ProcessingStatus status) => status switch
    {
        { IsSucceeded: true } => (StatusBadge.Good, "✓"),
        { IsFailed: true } => (StatusBadge.Bad, "✗"),
        { InProgress: true } => (StatusBadge.Busy, "…"),
        _ => (StatusBadge.Unsure, "?"),
    };

    public static Html Render(OrderStatus status)
    {
        var (color, mark) = Appearance(status);
        return StatusBadge.Create(color, mark, status.Value);
    }

    public static (string Color, string Mark) Appearance(OrderStatus status) => status switch
    {
        { IsFulfilled: true } => (StatusBadge.Good, "✓"),
        { IsFailed: true } => (StatusBadge.Bad, "✗"),
        { IsTerminal: true } => (StatusBadge.Over, "⊘"),
        { InProgress: true } => (StatusBadge.Busy, "…"),
        _ => (StatusBadge.Unsure, "?"),
    };
}
