namespace Up42.Interactive;

/// <summary>
/// Four corners that a picture's upper left, upper right, lower right and lower left are pinned to, and the projective map between them
/// (P. Heckbert, Fundamentals of Texture Mapping and Image Warping, 1989, section 2.2.3). A parallelogram makes it affine.
/// </summary>
internal sealed class CornerPinTransform
{
    private readonly double[] _inverse;

    public CornerPinTransform(IReadOnlyList<(double X, double Y)> corners)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(corners.Count, 4);
        Corners = corners;
        _inverse = Invert(FromUnitSquare(corners));
    }

    /// <summary>The corners, clockwise from the picture's upper left.</summary>
    public IReadOnlyList<(double X, double Y)> Corners { get; }

    /// <summary>Where in the picture a place lies: 0 to 1 from left to right and from top to bottom, beyond that outside.</summary>
    public (double Column, double Row) Locate(double x, double y)
    {
        var m = _inverse;
        var scale = (m[6] * x) + (m[7] * y) + m[8];
        return (((m[0] * x) + (m[1] * y) + m[2]) / scale, ((m[3] * x) + (m[4] * y) + m[5]) / scale);
    }

    private static double[] FromUnitSquare(IReadOnlyList<(double X, double Y)> corners)
    {
        var ((x0, y0), (x1, y1), (x2, y2), (x3, y3)) = (corners[0], corners[1], corners[2], corners[3]);
        var (sumX, sumY) = (x0 - x1 + x2 - x3, y0 - y1 + y2 - y3);
        var determinant = ((x1 - x2) * (y3 - y2)) - ((x3 - x2) * (y1 - y2));
        var g = ((sumX * (y3 - y2)) - ((x3 - x2) * sumY)) / determinant;
        var h = (((x1 - x2) * sumY) - (sumX * (y1 - y2))) / determinant;
        return [x1 - x0 + (g * x1), x3 - x0 + (h * x3), x0, y1 - y0 + (g * y1), y3 - y0 + (h * y3), y0, g, h, 1];
    }

    /// <summary>The inverse but for a factor, which cancels out.</summary>
    private static double[] Invert(double[] m) =>
    [
        (m[4] * m[8]) - (m[5] * m[7]), (m[2] * m[7]) - (m[1] * m[8]), (m[1] * m[5]) - (m[2] * m[4]),
        (m[5] * m[6]) - (m[3] * m[8]), (m[0] * m[8]) - (m[2] * m[6]), (m[2] * m[3]) - (m[0] * m[5]),
        (m[3] * m[7]) - (m[4] * m[6]), (m[1] * m[6]) - (m[0] * m[7]), (m[0] * m[4]) - (m[1] * m[3]),
    ];
}
