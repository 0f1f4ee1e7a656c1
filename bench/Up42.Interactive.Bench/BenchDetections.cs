using System.Globalization;

namespace Up42.Interactive.Bench;

/// <summary>Detections to be shown on a map: turned boxes in no order, with five properties each. They are made once and kept.</summary>
internal static class BenchDetections
{
    private static readonly string[] Classes = ["aircraft", "car", "ship", "tank", "truck"];

    /// <summary>The path of a GeoJSON file with so many features, made when it is not there.</summary>
    public static string Get(string folder, int count)
    {
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"detections-{count}.geojson"));
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(folder);
            var random = new Random(42);
            using (var file = new StreamWriter(path + ".part") { NewLine = "\n" })
            {
                file.WriteLine("{\"type\":\"FeatureCollection\",\"features\":[");
                for (var i = 0; i < count; i++)
                {
                    file.WriteLine(Feature(random, i) + (i < count - 1 ? "," : "]}"));
                }
            }

            File.Move(path + ".part", path);
        }

        return path;
    }

    private static string Feature(Random random, int index)
    {
        var (x, y) = (13 + (0.3 * random.NextDouble()), 52.4 + (0.2 * random.NextDouble()));
        var (length, turn) = (3 + (7 * random.NextDouble()), 3 * random.NextDouble());
        var (alongX, alongY) = (length / 68_000 * Math.Cos(turn), length / 111_320 * Math.Sin(turn));
        var (upX, upY) = (-length / 136_000 * Math.Sin(turn), length / 222_640 * Math.Cos(turn));
        (double X, double Y)[] corners = [(x, y), (x + alongX, y + alongY), (x + alongX + upX, y + alongY + upY), (x + upX, y + upY), (x, y)];
        var positions = string.Join(',', corners.Select(at => string.Create(CultureInfo.InvariantCulture, $"[{at.X:0.#########},{at.Y:0.#########}]")));
        return string.Create(CultureInfo.InvariantCulture, $$$"""
            {"type":"Feature","properties":{"id":"D-{{{index:000000}}}","class":"{{{Classes[random.Next(Classes.Length)]}}}",
            "confidence":{{{random.NextDouble():0.###}}},"length":{{{length:0.##}}},"heading":{{{random.Next(360)}}} },
            "geometry":{"type":"Polygon","coordinates":[[{{{positions}}}]]} }
            """);
    }
}
