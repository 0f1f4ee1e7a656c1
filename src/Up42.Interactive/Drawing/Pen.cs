namespace Up42.Interactive;

/// <summary>How a line is drawn.</summary>
/// <param name="Ink">Its colour.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="IsDashed">In dashes, or whole.</param>
internal readonly record struct Pen(Ink Ink, double Width = 1, bool IsDashed = false);
