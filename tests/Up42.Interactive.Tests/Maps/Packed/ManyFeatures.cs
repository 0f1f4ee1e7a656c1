using System.Globalization;
using System.Text;

namespace Up42.Interactive.Tests.Maps;

/// <summary>Detections by the thousand: turned boxes or polygons of a dozen corners, evenly over an area, with five properties each.</summary>
internal static class ManyFeatures
{
    private const double West = 13;
    private const double South = 52.4;
    private const double Width = 0.3;
    private const double Height = 0.2;

    private static readonly string[] Classes = ["aircraft", "car", "ship", "tank", "truck"];

    public static FeatureTable Boxes(int count) => Parse(count, (random, x, y) =>
    {
        var (width, turn) = (3e-5 + (random.NextDouble() * 6e-5), random.NextDouble() * 3);
        var (along, across) = ((X: width * Math.Cos(turn), Y: width * Math.Sin(turn)), (X: -width * Math.Sin(turn) / 2, Y: width * Math.Cos(turn) / 2));
        return [(x, y), (x + along.X, y + along.Y), (x + along.X + across.X, y + along.Y + across.Y), (x + across.X, y + across.Y)];
    });

    public static FeatureTable Polygons(int count) => Parse(count, (random, x, y) =>
    [
        .. Enumerable.Range(0, 12).Select(corner => (Turn: corner * Math.PI / 6, Radius: 3e-4 * (0.6 + (0.4 * random.NextDouble()))))
            .Select(corner => (x + (corner.Radius * Math.Cos(corner.Turn)), y + (corner.Radius * Math.Sin(corner.Turn)))),
    ]);

    private static FeatureTable Parse(int count, Func<Random, double, double, IReadOnlyList<(double X, double Y)>> ring)
    {
        var text = new StringBuilder("""{"type":"FeatureCollection","features":[""");
        var (random, columns) = (new Random(7), (int)Math.Sqrt(Width / Height * count));
        for (var i = 0; i < count; i++)
        {
            var x = West + (Width * ((i % columns) + (0.4 * random.NextDouble())) / columns);
            var y = South + (Height * ((i / columns) + (0.4 * random.NextDouble())) * columns / count);
            var corners = ring(random, x, y);
            var positions = string.Join(',', corners.Append(corners[0])
                .Select(at => string.Create(CultureInfo.InvariantCulture, $"[{at.X:0.#########},{at.Y:0.#########}]")));
            text.Append(i > 0 ? "," : "").Append(
                CultureInfo.InvariantCulture,
                $$$"""
                {"type":"Feature","properties":{"name":"D-{{{i:000000}}}","class":"{{{Classes[random.Next(Classes.Length)]}}}",
                "confidence":{{{random.Next(1000) / 1000.0}}},"length":{{{random.Next(300, 2000) / 100.0}}},"heading":{{{random.Next(360)}}} },
                "geometry":{"type":"Polygon","coordinates":[[{{{positions}}}]]} }
                """);
        }

        return FeatureTable.Parse(text.Append("]}").ToString());
    }
}
