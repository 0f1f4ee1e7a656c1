using System.Globalization;
using System.Text.Json;

namespace Up42.Interactive.Tests.Tables;

/// <summary>Scenes as a catalogue lists them: twelve columns of ids, dates, numbers, addresses and nested values.</summary>
internal static class Catalogue
{
    public static FeatureTable Scenes(int count)
    {
        var random = new Random(3);
        return FeatureTable.Parse(
            $"{{\"type\":\"FeatureCollection\",\"features\":[{string.Join(",\n", Enumerable.Range(0, count).Select(_ => Scene(random)))}]}}");
    }

    /// <summary>A table with every hostile string as a column's name, a value, a nested name, a nested value and an id.</summary>
    public static FeatureTable Hostile(IReadOnlyList<string> texts)
    {
        var features = texts.Select((text, row) => new
        {
            type = "Feature",
            id = text,
            properties = new Dictionary<string, object?>
            {
                [texts[row % 36]] = text,
                ["text"] = text,
                ["long"] = string.Concat(Enumerable.Repeat(text + " ", 12)),
                ["nested"] = new Dictionary<string, object> { [text] = new object[] { text, new Dictionary<string, string> { [text] = text } } },
                ["address"] = $"https://example.com/{text}",
            },
            geometry = (object?)null,
        });
        return FeatureTable.Parse(JsonSerializer.Serialize(new { type = "FeatureCollection", features }));
    }

    private static string Scene(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        var (id, time) = (new Guid(bytes), new DateTime(2020, 1, 1).AddSeconds(random.Next(100_000_000)));
        var (x, y) = ((random.NextDouble() * 20) - 5, (random.NextDouble() * 15) + 40);
        var corners = new[] { (0.0, 0.0), (0.4, 0), (0.45, 0.3), (0.1, 0.35) }.Select(d => string.Create(
            CultureInfo.InvariantCulture,
            $"[{x + d.Item1 + (random.NextDouble() * 0.05):0.######},{y + d.Item2 + (random.NextDouble() * 0.05):0.######}]"))
            .ToArray();
        return string.Create(CultureInfo.InvariantCulture, $$"""
            {"type":"Feature","properties":{"id":"{{id}}",
            "sceneId":"S2A_MSIL1C_{{time:yyyyMMdd'T'HHmmss}}_N0{{random.Next(200, 510)}}_R{{random.Next(1, 143):000}}_T{{random.Next(10, 60)}}UUU",
            "provider":"{{(random.Next(3) == 0 ? "sobloo" : "oneatlas")}}","acquisitionDate":"{{time:yyyy-MM-dd'T'HH:mm:ss}}Z",
            "cloudCoverage":{{(random.Next(9) == 0 ? "null" : Number(random.NextDouble() * 100))}},
            "resolution":{{(random.Next(2) == 0 ? "0.5" : "10")}},"constellation":"PHR",
            "incidenceAngle":{{Number(random.NextDouble() * 30)}},"orbit":{{random.Next(1, 20_000)}},
            "isDownloadable":{{(random.Next(2) == 0 ? "true" : "false")}},"quicklook":"https://api.example.com/catalogue/{{id}}/quicklook.jpg",
            "providerProperties":{"processingLevel":"ALBUM","centroid":[{{x:0.###}},{{y:0.###}}],"note":"a longer text that goes on"} },
            "geometry":{"type":"Polygon","coordinates":[[{{string.Join(',', corners)}},{{corners[0]}}]]} }
            """);
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
