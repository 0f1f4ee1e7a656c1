namespace Up42.Interactive;

/// <summary>
/// From pixels to coordinates: x = X + column·ColumnX + row·RowX, y = Y + column·ColumnY + row·RowY, for the upper left corner of a pixel.
/// GDAL's six numbers, in GDAL's order.
/// </summary>
internal readonly record struct Geotransform(double X, double ColumnX, double RowX, double Y, double ColumnY, double RowY)
{
    internal bool IsNorthUp => RowX == 0 && ColumnY == 0 && ColumnX > 0 && RowY < 0;

    internal bool IsAxisAligned => RowX == 0 && ColumnY == 0;

    /// <summary>Whether it gives a raster of some size a place that coordinates can tell: finite, and not one point or line.</summary>
    internal bool GivesPlace(int width, int height)
    {
        var (right, below) = (At(width, 0), At(0, height));
        var area = ((right.X - X) * (below.Y - Y)) - ((below.X - X) * (right.Y - Y));
        return double.IsFinite(area) && area != 0;
    }

    /// <summary>The length of a pixel's upper edge.</summary>
    internal double PixelWidth => Math.Sqrt(ColumnX * ColumnX + ColumnY * ColumnY);

    /// <summary>The length of a pixel's left edge.</summary>
    internal double PixelHeight => Math.Sqrt(RowX * RowX + RowY * RowY);

    internal static Geotransform From(IReadOnlyList<double> numbers)
        => new(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);

    internal double[] ToArray() => [X, ColumnX, RowX, Y, ColumnY, RowY];

    internal (double X, double Y) At(double column, double row)
        => (X + column * ColumnX + row * RowX, Y + column * ColumnY + row * RowY);

    /// <summary>Column and row of a coordinate: the inverse of <see cref="At"/>.</summary>
    internal (double Column, double Row) PixelAt(double x, double y)
    {
        var determinant = (ColumnX * RowY) - (RowX * ColumnY);
        return (((RowY * (x - X)) - (RowX * (y - Y))) / determinant, ((ColumnX * (y - Y)) - (ColumnY * (x - X))) / determinant);
    }

    /// <summary>The same place in an image of another size.</summary>
    internal Geotransform Resized(double fromWidth, double fromHeight, double toWidth, double toHeight)
    {
        var (x, y) = (fromWidth / toWidth, fromHeight / toHeight);
        return this with { ColumnX = ColumnX * x, ColumnY = ColumnY * x, RowX = RowX * y, RowY = RowY * y };
    }

    /// <summary>The place of a part that starts at a pixel.</summary>
    internal Geotransform Moved(double column, double row)
    {
        var (x, y) = At(column, row);
        return this with { X = x, Y = y };
    }
}
