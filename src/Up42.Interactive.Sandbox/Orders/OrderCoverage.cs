using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>How much of a tasking's area has been taken, and what is left.</summary>
internal static class OrderCoverage
{
    private const double MetersInDegree = 111_320;

    public static JsonObject ToJson(OrderPlan order)
    {
        var (area, covered) = (order.Area, order.Tasking!.Covered);
        var (whole, taken) = (Area(area), covered is null ? 0 : Area(covered));
        return new JsonObject
        {
            ["covered"] = Part(taken, whole, covered is null ? [] : [StacJson.Polygon(covered)]),
            ["remainder"] = Part(whole - taken, whole, [covered is null ? StacJson.Polygon(area) : WithHole(area, covered)]),
        };
    }

    private static JsonObject Part(double area, double whole, IEnumerable<JsonObject> polygons) => new()
    {
        ["sqKmArea"] = Math.Round(area, 4),
        ["percentage"] = Math.Round(100 * area / whole, 2),
        ["geometry"] = new JsonObject
        {
            ["type"] = "FeatureCollection",
            ["features"] = new JsonArray([.. polygons.Select(polygon => new JsonObject
            {
                ["type"] = "Feature",
                ["geometry"] = polygon,
                ["properties"] = new JsonObject(),
            })]),
        },
    };

    private static JsonObject WithHole(IReadOnlyList<GeoPoint> area, IReadOnlyList<GeoPoint> hole)
    {
        var polygon = StacJson.Polygon(area);
        polygon["coordinates"]!.AsArray().Add(new JsonArray([.. hole.Append(hole[0]).Reverse().Select(point => point.ToJson())]));
        return polygon;
    }

    // Small enough to be flat: km².
    private static double Area(IReadOnlyList<GeoPoint> ring)
    {
        var (sum, scale) = (0.0, Math.Cos(ring[0].Latitude * Math.PI / 180));
        for (var (i, j) = (0, ring.Count - 1); i < ring.Count; j = i++)
        {
            sum += (ring[j].Longitude * ring[i].Latitude) - (ring[i].Longitude * ring[j].Latitude);
        }

        return Math.Abs(sum) / 2 * scale * MetersInDegree * MetersInDegree / 1e6;
    }
}
