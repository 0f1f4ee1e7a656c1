using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>Polygons.</summary>
public sealed partial class ComputedRaster
{
    private const int MaxClasses = ushort.MaxValue;
    private const int MaxPolygons = 1_000_000;

    /// <summary>
    /// Polygons round neighbouring pixels of equal value, as <c>gdal_polygonize.py</c> makes them, one row each with columns <c>value</c> and
    /// <c>area_km2</c>, on the ellipsoid. It is meant for classes, conditions and masks: <c>ndvi.Classify(0.2, 0.5).ToPolygons()</c>.
    /// </summary>
    /// <param name="simplifyPixels">
    /// How much outlines may be smoothed, in pixels: 1 takes the steps away. Neighbours stay without gaps and overlaps. 0: not at all.
    /// </param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="Up42Exception">There are too many different values or polygons, or the raster has no place or cannot be read.</exception>
    public FeatureTable ToPolygons(double simplifyPixels = 0, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(simplifyPixels);
        var (geotransform, crs) = _source.Grid.Require("Polygons");
        var (codes, values) = ReadClasses(cancellationToken);
        var traced = ClassPolygons.Trace(codes, _source.Grid.Size, MaxPolygons, cancellationToken)
            ?? throw new Up42Exception(
                $"{Name} would make more than {NumberText.Format(MaxPolygons)} polygons; resample it, or classify it into fewer classes.");
        Geometry[] outlines = [.. traced.Select(found => found.Polygon)];
        if (simplifyPixels > 0)
        {
            outlines = CoverageSimplifier.Simplify(outlines, simplifyPixels);
        }

        using var path = new CrsPath(crs, RasterCrs.Wgs84);
        var table = FeatureTable.From(outlines.Select(outline =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Overlays.Repaired(Place(outline, geotransform, path));
        }));
        var found = traced.Select(one => values[one.Class - 1]).ToList();
        return table.WithColumn("value", row => found[row.Index]).WithColumn("area_km2", row => row.AreaSquareMeters / 1e6);
    }

    /// <summary>The number of each pixel's value, from 1 on, and the values in ascending order; 0 where it is missing.</summary>
    private (ushort[] Codes, IReadOnlyList<double> Values) ReadClasses(CancellationToken cancellationToken)
    {
        RequireArray();
        var codes = new ushort[Width * Height];
        var (known, door) = (new Dictionary<double, ushort>(), new Lock());
        _source.ForEach(
            (part, read) =>
            {
                lock (door)
                {
                    var (last, code) = (double.NaN, (ushort)0);
                    for (var i = 0; i < read.Length; i++)
                    {
                        if (!double.IsNaN(read[i]) && read[i] != last)
                        {
                            (last, code) = (read[i], Code(read[i]));
                        }

                        codes[((part.Row + (i / part.Width)) * Width) + part.Column + (i % part.Width)] = double.IsNaN(read[i]) ? (ushort)0 : code;
                    }
                }
            },
            cancellationToken);

        // By value, whichever thread met it first.
        double[] values = [.. known.Keys.Order()];
        var ranks = new ushort[known.Count + 1];
        for (var rank = 0; rank < values.Length; rank++)
        {
            ranks[known[values[rank]]] = (ushort)(rank + 1);
        }

        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = ranks[codes[i]];
        }

        return (codes, values);

        ushort Code(double value)
        {
            if (!known.TryGetValue(value, out var code))
            {
                code = known.Count < MaxClasses
                    ? (ushort)(known.Count + 1)
                    : throw new Up42Exception(
                        $"{Name} has more than {NumberText.Format(MaxClasses)} different values; make classes first: Classify(0.2, 0.5).");
                known.Add(value, code);
            }

            return code;
        }
    }

    private static Geometry Place(Geometry outline, Geotransform geotransform, CrsPath path)
    {
        var placed = outline.Copy();
        var coordinates = placed.Coordinates;
        double[] x = new double[coordinates.Length], y = new double[coordinates.Length];
        for (var i = 0; i < coordinates.Length; i++)
        {
            (x[i], y[i]) = geotransform.At(coordinates[i].X, coordinates[i].Y);
        }

        path.Transform(x, y);
        for (var i = 0; i < coordinates.Length; i++)
        {
            (coordinates[i].X, coordinates[i].Y) = (x[i], y[i]);
        }

        placed.GeometryChanged();
        return placed;
    }
}
