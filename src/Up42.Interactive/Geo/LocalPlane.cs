using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// The Earth about a place as a plane in metres: the azimuthal equidistant projection of the ellipsoid, in which distances and directions from
/// that place are true (J. P. Snyder, Map Projections: A Working Manual, USGS 1987, chapter 25). Edges are straight in longitude and latitude, so
/// that they get as many vertices in the plane as they need there, and back again.
/// </summary>
/// <param name="longitude">Of the place.</param>
/// <param name="latitude">Of the place.</param>
internal sealed class LocalPlane(double longitude, double latitude)
{
    private const int MaxDepth = 12;
    private const double LongEdge = 5000;

    /// <summary>A place in the plane.</summary>
    public Coordinate ToPlane(Coordinate place)
    {
        var (meters, azimuth) = Geodesic.Inverse(longitude, latitude, place.X, place.Y);
        return new Coordinate(meters * Math.Sin(azimuth), meters * Math.Cos(azimuth));
    }

    /// <summary>A place in degrees, within half a turn of the plane's own.</summary>
    public Coordinate ToDegrees(Coordinate point)
    {
        var (x, y) = Geodesic.Direct(longitude, latitude, Math.Atan2(point.X, point.Y), Math.Sqrt((point.X * point.X) + (point.Y * point.Y)));
        return new Coordinate(x, y);
    }

    /// <summary>A geometry in the plane.</summary>
    /// <param name="geometry">In degrees; its edges do not jump at the antimeridian.</param>
    /// <param name="tolerance">How far edges may lie from where they are, in metres, by how far they are from the plane's place.</param>
    public Geometry ToPlane(Geometry geometry, Func<double, double> tolerance) => Each(geometry, (from, to, depth) =>
    {
        var middle = Middle(from.Degrees, to.Degrees);
        var plane = ToPlane(middle);
        var room = tolerance(DistanceComputer.PointToSegment(new Coordinate(0, 0), from.Plane, to.Plane));
        return IsBent(plane, from, to, room, depth) ? new Place(middle, plane) : null;
    }, place => new Place(place, ToPlane(place)), pair => pair.Plane);

    /// <summary>A geometry of the plane in degrees; longitudes are within half a turn of the plane's own.</summary>
    /// <param name="geometry">In the plane.</param>
    /// <param name="tolerance">How far edges may lie from where they are, in metres.</param>
    public Geometry ToDegrees(Geometry geometry, double tolerance) => Each(geometry, (from, to, depth) =>
    {
        var plane = ToPlane(Middle(from.Degrees, to.Degrees));
        var middle = new Coordinate((from.Plane.X + to.Plane.X) / 2, (from.Plane.Y + to.Plane.Y) / 2);
        return IsBent(plane, from, to, tolerance, depth) ? new Place(ToDegrees(middle), middle) : null;
    }, point => new Place(ToDegrees(point), point), pair => pair.Degrees);

    /// <summary>Whether an edge is not straight; one that is bent both ways may have its middle on the line, so long ones are looked at in quarters.</summary>
    private static bool IsBent(Coordinate middle, Place from, Place to, double room, int depth) => depth < MaxDepth
        && ((depth < 2 && from.Plane.Distance(to.Plane) > LongEdge) || DistanceComputer.PointToSegment(middle, from.Plane, to.Plane) > room);

    private static Coordinate Middle(Coordinate from, Coordinate to) =>
        new(from.X + (Math.IEEERemainder(to.X - from.X, Longitudes.Turn) / 2), (from.Y + to.Y) / 2);

    private static Geometry Each(
        Geometry geometry,
        Func<Place, Place, int, Place?> split,
        Func<Coordinate, Place> place,
        Func<Place, Coordinate> wanted)
    {
        var factory = GeometryFactory.Default;
        return geometry switch
        {
            Polygon polygon => factory.CreatePolygon(
                factory.CreateLinearRing(Line(polygon.ExteriorRing)), [.. polygon.InteriorRings.Select(ring => factory.CreateLinearRing(Line(ring)))]),
            LineString line => factory.CreateLineString(Line(line)),
            Point { IsEmpty: false } point => factory.CreatePoint(wanted(place(point.Coordinate))),
            GeometryCollection collection => factory.BuildGeometry(
                [.. collection.Geometries.Where(part => !part.IsEmpty).Select(part => Each(part, split, place, wanted))]),
            _ => geometry,
        };

        Coordinate[] Line(LineString line)
        {
            var positions = new List<Coordinate>(line.NumPoints);
            Place? last = null;
            foreach (var position in line.Coordinates)
            {
                var next = place(position);
                if (last is { } from)
                {
                    Add(positions, from, next, 0);
                }

                positions.Add(wanted(next));
                last = next;
            }

            if (line.IsClosed && positions.Count > 0)
            {
                positions[^1] = positions[0].Copy();
            }

            return [.. positions];
        }

        void Add(List<Coordinate> positions, Place from, Place to, int depth)
        {
            if (split(from, to, depth) is { } middle)
            {
                Add(positions, from, middle, depth + 1);
                positions.Add(wanted(middle));
                Add(positions, middle, to, depth + 1);
            }
        }
    }

    private readonly record struct Place(Coordinate Degrees, Coordinate Plane);
}
