using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;

namespace Up42.Interactive;

/// <summary>The area of interest, to tell which tiles touch it.</summary>
/// <param name="geometries">Its geometries in degrees.</param>
internal sealed class DetailArea(IEnumerable<Geometry> geometries)
{
    private readonly IReadOnlyList<IPreparedGeometry> _geometries = [.. geometries.Select(PreparedGeometryFactory.Prepare)];

    /// <summary>Whether there is no area of interest.</summary>
    public bool IsEmpty => _geometries.Count == 0;

    /// <summary>Whether a tile touches it, on whichever turn around the Earth either lies.</summary>
    public bool Touches(DetailGrid grid, DetailTileKey key)
    {
        var box = WebMercator.ToWgs84(grid.Tile(key).Bounds);
        return _geometries.Any(geometry => new[] { -Longitudes.Turn, 0, Longitudes.Turn }.Any(shift => geometry.Intersects(GeometryFactory.Default.ToGeometry(
            new Envelope(box.MinX + shift, box.MaxX + shift, box.MinY, box.MaxY)))));
    }
}
