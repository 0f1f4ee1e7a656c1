using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace Up42.Interactive;

/// <summary>Geometries laid over each other: whatever they are like, nothing is thrown.</summary>
internal static class Overlays
{
    /// <summary>A geometry as overlays want it: within ±180°, and not crossing itself.</summary>
    public static Geometry Repaired(Geometry geometry)
    {
        var cut = Antimeridian.Cut(geometry);
        return cut.IsValid ? cut : GeometryFixer.Fix(cut);
    }

    /// <summary>The polygons among some geometries as one; empty when there is none.</summary>
    public static Geometry Union(IEnumerable<Geometry> geometries) => OverlayNGRobust.Union(
        [.. geometries.SelectMany(geometry => Antimeridian.Parts(Repaired(geometry))).Where(part => part.Dimension == Dimension.Surface)],
        GeometryFactory.Default);

    /// <summary>Geometries as one: polygons without what they share, lines cut where they cross, points once.</summary>
    public static Geometry Merge(IEnumerable<Geometry> geometries)
    {
        var parts = geometries.SelectMany(geometry => Antimeridian.Parts(Repaired(geometry))).Where(part => !part.IsEmpty).GroupBy(part => part.Dimension);
        var merged = parts.OrderByDescending(group => group.Key)
            .SelectMany(group => Clusters([.. group]))
            .SelectMany(group => group.Count == 1 ? group : Antimeridian.Parts(OverlayNGRobust.Union(group, GeometryFactory.Default)));
        return GeometryFactory.Default.BuildGeometry([.. merged]);
    }

    /// <summary>Geometries in groups whose boxes meet, so that what lies apart is not laid over each other.</summary>
    private static IEnumerable<List<Geometry>> Clusters(List<Geometry> geometries)
    {
        var (index, roots) = (new STRtree<int>(), Enumerable.Range(0, geometries.Count).ToArray());
        foreach (var (at, geometry) in geometries.Index())
        {
            index.Insert(geometry.EnvelopeInternal, at);
        }

        for (var at = 0; at < roots.Length; at++)
        {
            foreach (var near in index.Query(geometries[at].EnvelopeInternal))
            {
                roots[Root(near)] = Root(at);
            }
        }

        return geometries.Index().GroupBy(item => Root(item.Index), item => item.Item).Select(group => group.ToList());

        int Root(int at)
        {
            while (roots[at] != at)
            {
                at = roots[at] = roots[roots[at]];
            }

            return at;
        }
    }

    /// <summary>
    /// What two mended geometries have in common; of a geometry's parts only pieces of its own dimension, so that polygons give no lines where they
    /// touch.
    /// </summary>
    public static Geometry Intersection(Geometry geometry, Geometry area)
    {
        var pieces = Antimeridian.Parts(geometry).SelectMany(part =>
            Antimeridian.Parts(OverlayNGRobust.Overlay(part, area, SpatialFunction.Intersection))
                .Where(piece => !piece.IsEmpty && piece.Dimension == part.Dimension));
        return geometry.Factory.BuildGeometry([.. pieces]);
    }

    /// <summary>The part of an area that another covers, from 0 to 1; null where the first has no size.</summary>
    public static double? Share(Geometry area, Geometry covering) =>
        Geodesy.Area(area, isStraight: true) is var whole and > 0
            ? Math.Clamp(Geodesy.Area(Intersection(covering, area), isStraight: true) / whole, 0, 1)
            : null;
}
