using System.Globalization;

namespace Up42.Interactive.Bench;

/// <summary>
/// The features that are measured on: catalogue entries of some 640 bytes, twelve properties and a footprint each. They are made once and
/// kept.
/// </summary>
internal static class BenchFeatures
{
    /// <summary>What GeoPandas' users write: read, make a table, show it.</summary>
    public const string GeoPandas =
        """
        import json, sys, geopandas
        with open(sys.argv[1]) as file:
            features = json.load(file)["features"]
        table = geopandas.GeoDataFrame.from_features(features)
        with open(sys.argv[2], "w") as page:
            page.write(table._repr_html_())
        """;

    /// <summary>The path of a GeoJSON file with so many features, made when it is not there.</summary>
    public static string Get(string folder, int count)
    {
        var path = Path.Combine(folder, $"{count}.geojson");
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(folder);
            var random = new Random(42);
            using (var file = new StreamWriter(path + ".part") { NewLine = "\n" })
            {
                file.WriteLine("{\"type\":\"FeatureCollection\",\"features\":[");
                for (var i = 0; i < count; i++)
                {
                    file.WriteLine(Feature(random) + (i < count - 1 ? "," : "]}"));
                }
            }

            File.Move(path + ".part", path);
        }

        return path;
    }

    private static string Feature(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        var (id, time) = (new Guid(bytes), new DateTime(2020, 1, 1).AddSeconds(random.Next(100_000_000)));
        var (x, y) = ((random.NextDouble() * 300) - 150, (random.NextDouble() * 140) - 70);
        return string.Create(CultureInfo.InvariantCulture, $$"""
            {"type":"Feature","properties":{"id":"{{id}}",
            "sceneId":"S2A_MSIL1C_{{time:yyyyMMdd'T'HHmmss}}_N0{{random.Next(200, 510)}}_R{{random.Next(1, 143):000}}",
            "providerName":"{{(random.Next(3) == 0 ? "sobloo" : "oneatlas")}}","acquisitionDate":"{{time:yyyy-MM-dd'T'HH:mm:ss}}Z",
            "cloudCoverage":{{random.NextDouble() * 100:0.######}},"resolution":{{(random.Next(2) == 0 ? "0.5" : "10.0")}},
            "constellation":"PHR","incidenceAngle":{{random.NextDouble() * 30}},"orbit":{{random.Next(20_000)}},
            "downloadable":{{(random.Next(2) == 0 ? "true" : "false")}},"quicklook":"https://api.example.com/catalogue/{{id}}/quicklook.jpg",
            "up42.data_path":"{{id}}.tif"},
            "geometry":{"type":"Polygon","coordinates":[[[{{x}},{{y}}],[{{x + 0.4}},{{y + 0.01}}],[{{x + 0.41}},{{y + 0.31}}],
            [{{x + 0.02}},{{y + 0.3}}],[{{x}},{{y}}]]]} }
            """);
    }
}
