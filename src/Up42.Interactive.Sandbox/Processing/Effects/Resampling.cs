namespace Up42.Interactive.Sandbox;

/// <summary>Rasters on other grids of the same zone.</summary>
internal static class Resampling
{
    /// <summary>The values where the grid's pixels lie; 0 outside.</summary>
    public static RasterData Onto(RasterData raster, RasterGrid grid)
    {
        var bands = raster.Bands.Select(_ => new float[grid.Width * grid.Height]).ToArray();
        var (from, scale) = (raster.Grid, grid.PixelSize / raster.Grid.PixelSize);
        var (left, top) = ((grid.Left - from.Left) / from.PixelSize, (from.Top - grid.Top) / from.PixelSize);
        Parallel.For(0, grid.Height, row =>
        {
            var y = top + ((row + 0.5) * scale);
            for (var column = 0; column < grid.Width; column++)
            {
                var x = left + ((column + 0.5) * scale);
                for (var band = 0; x >= 0 && y >= 0 && x < from.Width && y < from.Height && band < bands.Length; band++)
                {
                    bands[band][(row * grid.Width) + column] = raster.Sample(band, x, y);
                }
            }
        });
        return raster with { Grid = grid, Bands = bands };
    }
}
