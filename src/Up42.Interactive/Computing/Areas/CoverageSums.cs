namespace Up42.Interactive;

/// <summary>
/// Shares of pixels that lie inside rings, as font rasterizers find them: an edge that goes down through a row adds its height to all pixels to its
/// right, and to its own pixel the part of that which lies to its right; one that goes up takes it away. Memory is that of the part.
/// </summary>
internal sealed class CoverageSums(RasterWindow part)
{
    private const double Rounding = 1e-9;

    // A value more in each row: what is added to the right of the last pixel.
    private readonly double[] _sums = new double[(part.Width + 1) * part.Height];

    public void Add(PixelRing ring)
    {
        for (var i = 1; i < ring.X.Length; i++)
        {
            AddEdge(ring.X[i - 1] - part.Column, ring.Y[i - 1] - part.Row, ring.X[i] - part.Column, ring.Y[i] - part.Row);
        }
    }

    /// <summary>The shares, row by row.</summary>
    public double[] ToCoverage()
    {
        var coverage = new double[part.Width * part.Height];
        for (var row = 0; row < part.Height; row++)
        {
            var (sum, from, to) = (0.0, row * (part.Width + 1), row * part.Width);
            for (var column = 0; column < part.Width; column++)
            {
                sum += _sums[from + column];
                coverage[to + column] = sum < Rounding ? 0 : sum > 1 - Rounding ? 1 : sum;
            }
        }

        return coverage;
    }

    private void AddEdge(double fromX, double fromY, double toX, double toY)
    {
        var sign = 1;
        if (fromY > toY)
        {
            (fromX, fromY, toX, toY, sign) = (toX, toY, fromX, fromY, -1);
        }

        if (!(toY > 0 && fromY < part.Height && toY > fromY))
        {
            return;
        }

        var slope = (toX - fromX) / (toY - fromY);
        var (top, bottom) = (Math.Max(0, fromY), Math.Min(part.Height, toY));
        for (var row = (int)top; row < bottom; row++)
        {
            var (upper, lower) = (Math.Max(top, row), Math.Min(bottom, row + 1));
            AddInRow(row, fromX + ((upper - fromY) * slope), fromX + ((lower - fromY) * slope), sign * (lower - upper));
        }
    }

    /// <summary>A piece of an edge in one row, from one column to another, whichever way.</summary>
    private void AddInRow(int row, double fromX, double toX, double height)
    {
        var (left, right) = fromX < toX ? (fromX, toX) : (toX, fromX);
        var sums = _sums.AsSpan(row * (part.Width + 1), part.Width + 1);
        if (right <= 0)
        {
            sums[0] += height;
            return;
        }

        if (left >= part.Width)
        {
            return;
        }

        if (right - left < 1e-12)
        {
            AddInPixel(sums, (int)Math.Max(0, left), left, height);
            return;
        }

        var perColumn = height / (right - left);
        if (left < 0)
        {
            sums[0] -= left * perColumn;
            left = 0;
        }

        while (left < right && left < part.Width)
        {
            var column = (int)left;
            var end = Math.Min(right, column + 1);
            AddInPixel(sums, column, (left + end) / 2, (end - left) * perColumn);
            left = end;
        }
    }

    private static void AddInPixel(Span<double> sums, int column, double middle, double height)
    {
        var toRight = column + 1 - middle;
        sums[column] += height * toRight;
        if (column + 1 < sums.Length)
        {
            sums[column + 1] += height * (1 - toRight);
        }
    }
}
