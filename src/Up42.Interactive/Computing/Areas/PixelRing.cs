using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>A closed ring in pixels. Along it the inside lies to one side: the sum of rows × columns to its right is positive for a shell.</summary>
/// <param name="X">Columns; the last is the first.</param>
/// <param name="Y">Rows.</param>
/// <param name="Bounds">The box around it.</param>
internal sealed record PixelRing(double[] X, double[] Y, Envelope Bounds)
{
    /// <summary>A ring that adds, or takes away.</summary>
    /// <param name="x">Columns.</param>
    /// <param name="y">Rows.</param>
    /// <param name="isHole">Whether it takes away.</param>
    public static PixelRing Create(double[] x, double[] y, bool isHole)
    {
        var (area, bounds) = (0.0, x.Length == 0 ? new Envelope() : new Envelope(x[0], x[0], y[0], y[0]));
        for (var i = 1; i < x.Length; i++)
        {
            area += ((x[i - 1] - x[0]) + (x[i] - x[0])) * (y[i] - y[i - 1]);
            bounds.ExpandToInclude(x[i], y[i]);
        }

        // An edge downwards adds what lies to its right: the left side of a shell goes down.
        if (area < 0 == isHole)
        {
            Array.Reverse(x);
            Array.Reverse(y);
        }

        return new PixelRing(x, y, bounds);
    }
}
