namespace Up42.Interactive;

/// <summary>A part of a raster, in its pixels.</summary>
/// <param name="Column">The first column, from 0.</param>
/// <param name="Row">The first row, from 0.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
public readonly record struct RasterWindow(int Column, int Row, int Width, int Height)
{
    /// <summary>What two parts have in common; null where that is nothing.</summary>
    internal RasterWindow? Common(RasterWindow other)
    {
        var (left, top) = (Math.Max(Column, other.Column), Math.Max(Row, other.Row));
        var (right, bottom) = (Math.Min(Column + Width, other.Column + other.Width), Math.Min(Row + Height, other.Row + other.Height));
        return right > left && bottom > top ? new RasterWindow(left, top, right - left, bottom - top) : null;
    }

    /// <summary>The smallest part that holds both.</summary>
    internal RasterWindow Around(RasterWindow other)
    {
        var (left, top) = (Math.Min(Column, other.Column), Math.Min(Row, other.Row));
        var (right, bottom) = (Math.Max(Column + Width, other.Column + other.Width), Math.Max(Row + Height, other.Row + other.Height));
        return new RasterWindow(left, top, right - left, bottom - top);
    }
}
