using System.Text.RegularExpressions;

namespace Up42.Interactive;

/// <summary>A sensor whose bands are known by numbers, and what each number holds. "B4" is red for one and near infrared for another.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Numbers">Common name → the band's name, without leading zeros.</param>
internal sealed partial record SensorBands(string Name, IReadOnlyDictionary<string, string> Numbers)
{
    private static readonly SensorBands Sentinel2 = new(
        "Sentinel-2", Table("coastal B1, blue B2, green B3, red B4, rededge B5, nir B8, nir08 B8A, swir16 B11, swir22 B12"));

    private static readonly (SensorBands Sensor, Regex Marks)[] Known =
    [
        (Sentinel2, Sentinel2Marks()),
        (new("Landsat 8", Table("coastal B1, blue B2, green B3, red B4, nir B5, nir08 B5, swir16 B6, swir22 B7, pan B8")), Landsat8Marks()),
        (new("Landsat 7", Table("blue B1, green B2, red B3, nir B4, nir08 B4, swir16 B5, swir22 B7, pan B8")), Landsat7Marks()),
        (new("Pléiades", Table("blue B0, green B1, red B2, nir B3")), PleiadesMarks()),
    ];

    /// <summary>
    /// The sensor that a raster's tags or its file's name tell, else the one whose way of numbering only it has; null where neither tells one.
    /// </summary>
    /// <param name="texts">Tags that name the sensor, and the file's name.</param>
    /// <param name="bands">The bands.</param>
    public static SensorBands? Identify(IEnumerable<string> texts, IReadOnlyList<RasterBand> bands)
    {
        foreach (var text in texts)
        {
            if (Known.FirstOrDefault(known => known.Marks.IsMatch(text)).Sensor is { } told)
            {
                return told;
            }
        }

        // Two digits, B8A, and the four bands of ten metres are Sentinel-2's own way; a stack without the thermal B6 is Landsat 7's; B0 is that
        // of Pléiades and SPOT 6. "B1" to "B8" may be anybody's.
        var names = bands.Where(band => band.IsNamed).Select(band => band.Name.ToUpperInvariant()).ToHashSet();
        return names.Contains("B8A") || names.Any(name => name is ['B', '0', >= '1' and <= '9']) || names.SetEquals(["B2", "B3", "B4", "B8"]) ? Sentinel2
            : names.SetEquals(["B1", "B2", "B3", "B4", "B5", "B7"]) ? Known[2].Sensor
            : names.SetEquals(["B0", "B1", "B2", "B3"]) ? Known[^1].Sensor
            : null;
    }

    /// <summary>The number of the band that holds a light; null where the sensor has none, or the raster has not that band.</summary>
    public int? Find(IReadOnlyList<RasterBand> bands, string light) => Numbers.TryGetValue(light, out var name)
        ? bands.FirstOrDefault(band => band.IsNamed && string.Equals(BandLookup.Plain(band.Name), name, StringComparison.OrdinalIgnoreCase))?.Number
        : null;

    private static Dictionary<string, string> Table(string pairs) =>
        pairs.Split(", ").Select(pair => pair.Split(' ')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"(^|[^a-z0-9])(S2[ABCD]?([_ ]|$)|SENTINEL[-_ ]?2|T\d{2}[A-Z]{3}_\d{8}T)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Sentinel2Marks();

    [GeneratedRegex(@"(^|[^a-z0-9])(L[COT]0[89]_|LANDSAT[-_ ]?[89])", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Landsat8Marks();

    [GeneratedRegex(@"(^|[^a-z0-9])(L[ETM]0[4-7]_|L7_|LANDSAT[-_ ]?[4-7]|ETM|TM5)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Landsat7Marks();

    [GeneratedRegex(@"(^|[^a-z0-9])(PHR1[AB]|PLEIADES|SPOT[-_ ]?[67]|PNEO[34]?)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex PleiadesMarks();
}
