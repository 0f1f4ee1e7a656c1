using System.Globalization;
using System.Text.RegularExpressions;

namespace Up42.Interactive.Tests.Plots;

/// <summary>What <c>gdallocationinfo</c> says of a place: the pixel, and the physical value of the first band.</summary>
internal sealed partial record GdalLocation(int Column, int Row, double Value)
{
    /// <summary>Some places of a raster: by coordinates in its own system (<c>-geoloc</c>), in degrees (<c>-wgs84</c>), else by pixels.</summary>
    public static List<GdalLocation> Of(string raster, IEnumerable<(double X, double Y)> places, string coordinates)
    {
        var input = string.Join('\n', places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.X:R} {place.Y:R}")));
        var output = Tool.RunWithInput("gdallocationinfo", input, [.. coordinates.Length > 0 ? new[] { coordinates } : [], "-b", "1", raster]);
        return [.. Report().Matches(output).Select(match => new GdalLocation(
            int.Parse(match.Groups["column"].ValueSpan, CultureInfo.InvariantCulture),
            int.Parse(match.Groups["row"].ValueSpan, CultureInfo.InvariantCulture),
            double.Parse(match.Groups[match.Groups["physical"].Success ? "physical" : "stored"].ValueSpan, CultureInfo.InvariantCulture)))];
    }

    [GeneratedRegex(@"Location: \((?<column>-?\d+)P,(?<row>-?\d+)L\)\s+Band 1:\s+Value: (?<stored>\S+)(\s+Descaled Value: (?<physical>\S+))?")]
    private static partial Regex Report();
}
