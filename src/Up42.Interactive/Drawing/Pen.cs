namespace Up42.Interactive;

/// <summary>How a line is drawn.</summary>
/// <param name="Color">Its colour.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="IsDashed">In dashes, or whole.</param>
internal readonly record struct Pen(Rgba Color, double Width = 1, bool IsDashed = false);
