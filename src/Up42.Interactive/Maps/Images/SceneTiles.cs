using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>Which rasters are tiles of one scene: they stand edge to edge on one grid of pixels, with the same bands.</summary>
internal sealed class SceneTiles
{
    private const double EdgeTolerance = 0.5;

    private readonly List<List<(int Raster, Grid Grid)>> _scenes = [];

    /// <summary>Takes a raster in, with the scene whose tile it touches.</summary>
    /// <param name="index">The raster's number.</param>
    /// <param name="raster">The raster.</param>
    public void Add(int index, RasterFile raster)
    {
        if (raster is not { Crs: { } crs, Bounds: { } bounds } || raster.Geotransform is not [_, var width, 0, _, 0, var height])
        {
            return;
        }

        var grid = new Grid(crs.Name, width, height, string.Join('|', raster.Bands.Select(band => $"{band.Name} {band.Type}")), bounds);
        var touched = _scenes.Where(scene => scene.Exists(tile => tile.Grid.Touches(grid))).ToList();
        _scenes.RemoveAll(touched.Contains);
        _scenes.Add([.. touched.SelectMany(scene => scene), (index, grid)]);
    }

    /// <summary>The rasters of each scene of several tiles.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Scenes =>
        [.. _scenes.Where(scene => scene.Count > 1).Select(scene => scene.Select(tile => tile.Raster).Order().ToList())];

    private sealed record Grid(string Crs, double PixelWidth, double PixelHeight, string Bands, Envelope Bounds)
    {
        public bool Touches(Grid other)
        {
            if ((Crs, PixelWidth, PixelHeight, Bands) != (other.Crs, other.PixelWidth, other.PixelHeight, other.Bands))
            {
                return false;
            }

            var (width, height) = (Math.Abs(PixelWidth), Math.Abs(PixelHeight));
            var across = Overlap(Bounds.MinX, Bounds.MaxX, other.Bounds.MinX, other.Bounds.MaxX) / width;
            var down = Overlap(Bounds.MinY, Bounds.MaxY, other.Bounds.MinY, other.Bounds.MaxY) / height;
            var isBeside = Math.Abs(across) < EdgeTolerance && down > EdgeTolerance;
            var isBelow = Math.Abs(down) < EdgeTolerance && across > EdgeTolerance;
            return (isBeside || isBelow)
                && IsWhole((Bounds.MinX - other.Bounds.MinX) / width) && IsWhole((Bounds.MinY - other.Bounds.MinY) / height);
        }

        private static double Overlap(double from, double to, double otherFrom, double otherTo) => Math.Min(to, otherTo) - Math.Max(from, otherFrom);

        private static bool IsWhole(double pixels) => Math.Abs(pixels - Math.Round(pixels)) < 0.01;
    }
}
