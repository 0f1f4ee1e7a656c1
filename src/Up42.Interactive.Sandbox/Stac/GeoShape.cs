using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>A geometry of a query: points, lines and polygons, which may touch an item's outline.</summary>
internal sealed class GeoShape
{
    private const int MaxPoints = 20_000;

    private readonly List<GeoPoint> _points = [];
    private readonly List<GeoPoint[]> _lines = [];
    private readonly List<GeoPoint[][]> _polygons = [];

    private GeoShape()
    {
    }

    /// <summary>A box: west, south, east, north, or the same with heights; over the antimeridian when west is more than east.</summary>
    /// <exception cref="BadQueryException">It has another number of values, or south is more than north.</exception>
    public static GeoShape FromBox(IReadOnlyList<double> box)
    {
        var (west, south, east, north) = box.Count switch
        {
            4 => (box[0], box[1], box[2], box[3]),
            6 => (box[0], box[1], box[3], box[4]),
            _ => throw new BadQueryException("bbox has neither four nor six numbers."),
        };
        if (!(south <= north) || box.Any(value => !double.IsFinite(value)))
        {
            throw new BadQueryException("The south of bbox is more than its north.");
        }

        var shape = new GeoShape();
        foreach (var (left, right) in west <= east ? [(west, east)] : ((double, double)[])[(west, 180), (-180, east)])
        {
            shape._polygons.Add([[new(left, south), new(right, south), new(right, north), new(left, north)]]);
        }

        return shape;
    }

    /// <summary>A geometry of GeoJSON.</summary>
    /// <exception cref="BadQueryException">It is none, or has too many points.</exception>
    public static GeoShape FromGeoJson(JsonNode? geometry)
    {
        var shape = new GeoShape();
        try
        {
            shape.Add(geometry!);
        }
        catch (Exception error) when (error is NullReferenceException or InvalidOperationException or ArgumentOutOfRangeException or FormatException)
        {
            throw new BadQueryException("intersects is not a GeoJSON geometry.");
        }

        return shape.Parts.Sum(part => part.Length) <= MaxPoints
            ? shape
            : throw new BadQueryException($"intersects has more than {MaxPoints} points.");
    }

    private IEnumerable<GeoPoint[]> Parts => _lines.Concat(_polygons.SelectMany(polygon => polygon)).Append([.. _points]);

    /// <summary>Whether it has a point in common with a polygon.</summary>
    public bool Touches(IReadOnlyList<GeoPoint> outline)
    {
        GeoPoint[] ring = [.. outline];
        return _points.Exists(point => IsInside(point, [ring]))
            || _lines.Exists(line => Array.Exists(line, point => IsInside(point, [ring])) || Cross(line, ring, isClosed: false))
            || _polygons.Exists(polygon => IsInside(ring[0], polygon) || Array.Exists(polygon[0], point => IsInside(point, [ring]))
                || Array.Exists(polygon, hole => Cross(hole, ring, isClosed: true)));
    }

    private static GeoPoint Point(JsonNode? position) => new((double)position![0]!, (double)position[1]!);

    private static GeoPoint[] Line(JsonNode? positions) => [.. positions!.AsArray().Select(Point)];

    private static GeoPoint[][] Polygon(JsonNode? rings) => rings!.AsArray() is { Count: > 0 } some
        ? [.. some.Select(Line)]
        : throw new InvalidOperationException();

    private static bool IsInside(GeoPoint point, GeoPoint[][] rings)
    {
        var inside = false;
        foreach (var ring in rings)
        {
            for (var (i, j) = (0, ring.Length - 1); i < ring.Length; j = i++)
            {
                var (a, b) = (ring[i], ring[j]);
                if (a.Latitude > point.Latitude != b.Latitude > point.Latitude
                    && point.Longitude < ((b.Longitude - a.Longitude) * (point.Latitude - a.Latitude) / (b.Latitude - a.Latitude)) + a.Longitude)
                {
                    inside = !inside;
                }
            }
        }

        return inside;
    }

    private static bool Cross(GeoPoint[] line, GeoPoint[] ring, bool isClosed)
    {
        for (var i = isClosed ? 0 : 1; i < line.Length; i++)
        {
            var (from, to) = (line[i == 0 ? ^1 : i - 1], line[i]);
            for (var (k, j) = (0, ring.Length - 1); k < ring.Length; j = k++)
            {
                if (Side(from, to, ring[j]) * Side(from, to, ring[k]) <= 0 && Side(ring[j], ring[k], from) * Side(ring[j], ring[k], to) <= 0
                    && !IsApart(from, to, ring[j], ring[k]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static int Side(GeoPoint from, GeoPoint to, GeoPoint point) => Math.Sign(
        ((to.Longitude - from.Longitude) * (point.Latitude - from.Latitude)) - ((to.Latitude - from.Latitude) * (point.Longitude - from.Longitude)));

    // Segments on one straight line are on no side of each other, however far apart.
    private static bool IsApart(GeoPoint a, GeoPoint b, GeoPoint c, GeoPoint d) =>
        Math.Max(a.Longitude, b.Longitude) < Math.Min(c.Longitude, d.Longitude) || Math.Max(c.Longitude, d.Longitude) < Math.Min(a.Longitude, b.Longitude)
        || Math.Max(a.Latitude, b.Latitude) < Math.Min(c.Latitude, d.Latitude) || Math.Max(c.Latitude, d.Latitude) < Math.Min(a.Latitude, b.Latitude);

    private void Add(JsonNode geometry)
    {
        var coordinates = geometry["coordinates"];
        switch ((string?)geometry["type"])
        {
            case "Point":
                _points.Add(Point(coordinates));
                break;
            case "MultiPoint":
                _points.AddRange(Line(coordinates));
                break;
            case "LineString":
                _lines.Add(Line(coordinates));
                break;
            case "MultiLineString":
                _lines.AddRange(coordinates!.AsArray().Select(Line));
                break;
            case "Polygon":
                _polygons.Add(Polygon(coordinates));
                break;
            case "MultiPolygon":
                _polygons.AddRange(coordinates!.AsArray().Select(Polygon));
                break;
            case "GeometryCollection":
                geometry["geometries"]!.AsArray().ToList().ForEach(part => Add(part!));
                break;
            default:
                throw new InvalidOperationException();
        }
    }
}
