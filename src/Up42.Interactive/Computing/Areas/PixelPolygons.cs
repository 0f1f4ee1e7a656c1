using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>Polygons in the pixels of a grid: x is the column, y the row, both with fractions.</summary>
internal sealed class PixelPolygons
{
    private readonly IReadOnlyList<PixelRing> _rings;

    private PixelPolygons(IReadOnlyList<PixelRing> rings)
    {
        _rings = rings;
        Bounds = new Envelope();
        foreach (var ring in rings)
        {
            Bounds.ExpandToInclude(ring.Bounds);
        }
    }

    /// <summary>The box around them; null (<see cref="Envelope.IsNull"/>) where there are none.</summary>
    public Envelope Bounds { get; }

    /// <summary>Polygons of longitudes and latitudes, whose edges are straight there and may bend in the pixels.</summary>
    /// <param name="geometry">In EPSG:4326; what is no polygon counts nothing.</param>
    /// <param name="grid">The grid.</param>
    public static PixelPolygons Create(Geometry geometry, PixelGrid grid)
    {
        using var projector = new RingProjector(grid);
        return Create(geometry, projector);
    }

    /// <summary>As the other, of many geometries on one grid.</summary>
    public static PixelPolygons Create(Geometry geometry, RingProjector projector) =>
        new([.. Antimeridian.Parts(Overlays.Repaired(geometry)).OfType<Polygon>().SelectMany(projector.Project)]);

    /// <summary>The pixels that the polygons touch, within a size; null where there are none.</summary>
    public RasterWindow? Window(RasterSize size)
    {
        if (Bounds.IsNull || Bounds.MaxX <= 0 || Bounds.MaxY <= 0 || Bounds.MinX >= size.Width || Bounds.MinY >= size.Height)
        {
            return null;
        }

        var (left, top) = ((int)Math.Max(0, Math.Floor(Bounds.MinX)), (int)Math.Max(0, Math.Floor(Bounds.MinY)));
        var (right, bottom) = ((int)Math.Min(size.Width, Math.Ceiling(Bounds.MaxX)), (int)Math.Min(size.Height, Math.Ceiling(Bounds.MaxY)));
        return new RasterWindow(left, top, Math.Max(1, right - left), Math.Max(1, bottom - top));
    }

    /// <summary>
    /// The share of each pixel of a part that lies inside, from 0 to 1, exactly but for rounding: each edge adds the area to its right, which sums
    /// up along the row.
    /// </summary>
    public double[] Coverage(RasterWindow part)
    {
        var sums = new CoverageSums(part);
        foreach (var ring in _rings)
        {
            if (ring.Bounds.MinY < part.Row + part.Height && ring.Bounds.MaxY > part.Row && ring.Bounds.MinX < part.Column + part.Width)
            {
                sums.Add(ring);
            }
        }

        return sums.ToCoverage();
    }

    /// <summary>For each pixel of a request 255 where its middle lies inside, else 0.</summary>
    public byte[] Inside(ReadRequest request)
    {
        var (window, size) = request;
        var (across, down) = ((double)window.Width / size.Width, (double)window.Height / size.Height);
        var crossings = RowCrossings.Find(_rings, size.Height, row => window.Row + ((row + 0.5) * down));
        var inside = new byte[size.Width * size.Height];
        for (var row = 0; row < size.Height; row++)
        {
            var line = inside.AsSpan(row * size.Width, size.Width);
            var at = crossings[row];
            for (var i = 0; i + 1 < at.Count; i += 2)
            {
                line[FirstCentre(at[i])..FirstCentre(at[i + 1])].Fill(byte.MaxValue);
            }
        }

        return inside;

        // The first pixel whose centre lies at x or to its right.
        int FirstCentre(double x) => (int)Math.Clamp(Math.Ceiling(((x - window.Column) / across) - 0.5), 0, size.Width);
    }
}
