using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>Values at places.</summary>
public sealed partial class ComputedRaster
{
    /// <summary>The value at a place; NaN outside of the raster and where it is missing.</summary>
    /// <param name="longitude">In degrees.</param>
    /// <param name="latitude">In degrees.</param>
    /// <exception cref="Up42Exception">The raster has no place, or cannot be read.</exception>
    public double this[double longitude, double latitude] => Sample([new Point(longitude, latitude)])[0];

    /// <summary>The values at places; NaN outside of the raster and where they are missing. Parts of the raster are read once for all places in them.</summary>
    /// <param name="points">Places in EPSG:4326, x = longitude, y = latitude.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="Up42Exception">The raster has no place, or cannot be read.</exception>
    public IReadOnlyList<double> Sample(IEnumerable<Point> points, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        Point[] places = [.. points];
        double[] columns = [.. places.Select(point => point.IsEmpty ? double.NaN : point.X)];
        double[] rows = [.. places.Select(point => point.IsEmpty ? double.NaN : point.Y)];
        using (var projector = new RingProjector(_source.Grid))
        {
            projector.ToPixels(columns, rows);
        }

        double[] values = [.. Enumerable.Repeat(double.NaN, places.Length)];
        var parts = _source.Parts(_source.Grid.Whole);
        var found = Enumerable.Range(0, places.Length)
            .Where(i => columns[i] >= 0 && rows[i] >= 0 && columns[i] < Width && rows[i] < Height)
            .GroupBy(i => parts.TakeWhile(part => part.Common(Pixel(i)) is null).Count()).Select(group => group.ToList()).ToList();
        RasterWindow[] windows = [.. found.Select(group => group.Select(Pixel).Aggregate((a, b) => a.Around(b)))];
        _source.ForEach(
            windows,
            (index, read) =>
            {
                var window = windows[index];
                foreach (var i in found[index])
                {
                    values[i] = read[(((int)rows[i] - window.Row) * window.Width) + (int)columns[i] - window.Column];
                }
            },
            cancellationToken);
        return values;

        RasterWindow Pixel(int place) => new((int)columns[place], (int)rows[place], 1, 1);
    }
}
