using Up42.Interactive.Gdal;

namespace Up42.Interactive.Sandbox;

/// <summary>A raster in memory. 0 is no data.</summary>
/// <param name="Grid">Where it lies.</param>
/// <param name="Names">The bands' names: blue, green, red, nir.</param>
/// <param name="Bands">For each band width × height values.</param>
internal sealed record RasterData(RasterGrid Grid, IReadOnlyList<string> Names, IReadOnlyList<float[]> Bands)
{
    /// <summary>How pixels are stored.</summary>
    public GdalDataType Type { get; init; } = GdalDataType.UInt16;

    public int Width => Grid.Width;

    public int Height => Grid.Height;

    /// <summary>The band of a name; the last one where there is none.</summary>
    public float[] Band(string name) => Bands[Names.Index().FirstOrDefault(band => band.Item == name, (Index: Bands.Count - 1, Item: "")).Index];

    /// <summary>The value between pixels, of the four around it that hold data; 0 where the nearest is no data.</summary>
    public float Sample(int band, double column, double row)
    {
        var (x, y) = (Math.Clamp(column - 0.5, 0, Width - 1), Math.Clamp(row - 0.5, 0, Height - 1));
        var (left, top) = ((int)x, (int)y);
        var (right, bottom) = (Math.Min(left + 1, Width - 1), Math.Min(top + 1, Height - 1));
        var (dx, dy) = ((float)(x - left), (float)(y - top));
        var values = Bands[band];
        var (a, b, c, d) = (values[(top * Width) + left], values[(top * Width) + right], values[(bottom * Width) + left], values[(bottom * Width) + right]);
        var nearest = dy < 0.5 ? (dx < 0.5 ? a : b) : dx < 0.5 ? c : d;
        if (a == 0 || b == 0 || c == 0 || d == 0)
        {
            return nearest;
        }

        return (a * (1 - dx) * (1 - dy)) + (b * dx * (1 - dy)) + (c * (1 - dx) * dy) + (d * dx * dy);
    }
}
