using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// Finds what a raster holds in each of many zones. The raster is read a part at a time, each part once for all zones that reach into it, on all cores;
/// what was found in the parts is joined in their order, so that the numbers are always the same.
/// </summary>
/// <param name="source">The raster.</param>
/// <param name="needsValues">Whether each value that occurs is wanted.</param>
/// <param name="ground">The size of pixels on Earth, where that is wanted.</param>
internal sealed class ZoneReader(PixelSource source, bool needsValues, GroundArea? ground)
{
    private const long MaxValues = 32_000_000;

    private long _values;

    /// <summary>For each zone what is in it.</summary>
    /// <param name="zones">Geometries in EPSG:4326; those without a polygon hold nothing.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public ZonePart[] Read(IReadOnlyList<Geometry?> zones, CancellationToken cancellationToken)
    {
        var polygons = new (PixelPolygons Polygons, RasterWindow Window)?[zones.Count];
        using (var projector = new RingProjector(source.Grid))
        {
            for (var zone = 0; zone < zones.Count; zone++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var placed = zones[zone] is { } geometry ? PixelPolygons.Create(geometry, projector) : null;
                polygons[zone] = placed?.Window(source.Grid.Size) is { } window ? (placed, window) : null;
            }
        }

        var work = source.Parts(source.Grid.Whole).Select(part => Reaching(part, polygons)).Where(one => one.Zones.Count > 0).ToList();
        var found = new ZonePart[work.Count][];
        source.ForEach(
            [.. work.Select(one => one.Window)],
            (index, values) =>
            {
                var (window, inside) = work[index];
                found[index] = [.. inside.Select(zone => Measure(values, window, polygons[zone]!.Value, cancellationToken))];
            },
            cancellationToken);

        var joined = Enumerable.Repeat(ZonePart.None, zones.Count).ToArray();
        for (var index = 0; index < work.Count; index++)
        {
            foreach (var (place, zone) in work[index].Zones.Index())
            {
                joined[zone] = ZonePart.Join(joined[zone], found[index][place]);
            }
        }

        return joined;
    }

    /// <summary>The zones that reach into a part, and what has to be read of it for them.</summary>
    private static (RasterWindow Window, List<int> Zones) Reaching(RasterWindow part, (PixelPolygons Polygons, RasterWindow Window)?[] polygons)
    {
        var (zones, window) = (new List<int>(), (RasterWindow?)null);
        for (var zone = 0; zone < polygons.Length; zone++)
        {
            if (polygons[zone] is { } placed && part.Common(placed.Window) is { } common)
            {
                zones.Add(zone);
                window = window is { } before ? before.Around(common) : common;
            }
        }

        return (window ?? default, zones);
    }

    private ZonePart Measure(
        double[] values, RasterWindow read, (PixelPolygons Polygons, RasterWindow Window) zone, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var window = read.Common(zone.Window)!.Value;
        var coverage = zone.Polygons.Coverage(window);
        var (weight, sum, squares, origin) = (0.0, 0.0, 0.0, double.NaN);
        var (minimum, maximum) = (double.PositiveInfinity, double.NegativeInfinity);
        var occurring = needsValues ? new List<WeightedValue>() : null;
        for (var row = 0; row < window.Height; row++)
        {
            var from = ((window.Row - read.Row + row) * read.Width) + window.Column - read.Column;
            for (var column = 0; column < window.Width; column++)
            {
                var (share, value) = (coverage[(row * window.Width) + column], values[from + column]);
                if (share == 0 || double.IsNaN(value))
                {
                    continue;
                }

                // Distances from the first value keep the digits that sums of large values lose.
                origin = double.IsNaN(origin) ? value : origin;
                var away = value - origin;
                (weight, sum, squares) = (weight + share, sum + (share * away), squares + (share * away * away));
                (minimum, maximum) = (Math.Min(minimum, value), Math.Max(maximum, value));
                occurring?.Add(new WeightedValue(value, share, share * (ground?.OfPixel(window.Column + column, window.Row + row) ?? 0)));
            }
        }

        if (weight == 0)
        {
            return ZonePart.None;
        }

        var sorted = occurring is null ? [] : WeightedValue.Sorted(occurring);
        if (Interlocked.Add(ref _values, sorted.Count) > MaxValues)
        {
            throw new Up42Exception($"The zones hold more than {NumberText.Format(MaxValues)} different values, which percentiles and majorities have to keep: "
                + "ask for other statistics, classify or resample the raster, or give fewer zones at a time.");
        }

        var mean = sum / weight;
        return new ZonePart(weight, minimum, maximum, origin + mean, Math.Max(0, squares - (weight * mean * mean)), sorted);
    }
}
