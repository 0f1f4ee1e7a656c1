namespace Up42.Interactive;

/// <summary>
/// Bounds the length of a line on paper: Skia takes time that grows with the square of the edges that a row of pixels meets, and a line that is
/// longer than the paper has pixels is a blot anyway.
/// </summary>
internal static class LineInk
{
    private const double MaxLength = 500_000;

    /// <summary>The line; of one that is too long each so many-th position, first and last included.</summary>
    /// <param name="line">The positions in pixels.</param>
    public static IReadOnlyList<(double X, double Y)> Bound(IReadOnlyList<(double X, double Y)> line)
    {
        var length = 0.0;
        for (var i = 1; i < line.Count; i++)
        {
            length += Math.Abs(line[i].X - line[i - 1].X) + Math.Abs(line[i].Y - line[i - 1].Y);
        }

        var step = (int)Math.Min(line.Count, Math.Ceiling(length / MaxLength));
        return step <= 1 ? line : [.. line.Where((_, index) => index % step == 0 || index == line.Count - 1)];
    }
}
