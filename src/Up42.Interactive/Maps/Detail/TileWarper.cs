using System.Runtime.CompilerServices;

namespace Up42.Interactive;

/// <summary>Makes parts of level 0: each pixel is the raster's own pixel that its middle lies in, as with gdalwarp's nearest neighbour.</summary>
internal static class TileWarper
{
    /// <summary>The pixels; null where all are transparent.</summary>
    /// <exception cref="Up42Exception">A block cannot be read.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TilePixels? Warp(DetailSource source, WarpTarget target, CancellationToken cancellationToken)
    {
        var (width, height) = (target.Size.Width, target.Size.Height);
        var grid = new WarpGrid(target, source.Locate);
        var (columns, rows) = (new double[width], new double[width]);
        TilePixels? tile = null;
        DetailCell? cell = null;
        for (var row = 0; row < height; row++)
        {
            grid.Row(row, columns, rows);
            for (var i = 0; i < width; i++)
            {
                if (!(columns[i] >= 0 && columns[i] < source.Size.Width && rows[i] >= 0 && rows[i] < source.Size.Height))
                {
                    continue;
                }

                var (x, y) = ((int)columns[i], (int)rows[i]);
                if (cell is null || !cell.Holds(x, y))
                {
                    cell = source.CellAt(x, y, cancellationToken);
                }

                if (cell.Pixels is { } pixels)
                {
                    tile ??= new TilePixels(target.Size, new byte[4 * width * height], null);
                    tile = pixels.Bands is null ? tile : tile.WithBands();
                    pixels.CopyPixel(cell.IndexOf(x, y), tile, (row * width) + i);
                }
            }
        }

        return tile is { IsEmpty: false } ? tile : null;
    }
}
