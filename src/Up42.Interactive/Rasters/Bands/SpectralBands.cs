using System.Globalization;
using System.Text.RegularExpressions;

namespace Up42.Interactive;

/// <summary>
/// Which band holds which light, by STAC's common names: by the wavelengths that the file gives its bands, else by a common name as a tag, else by
/// the bands' own names, else by the numbers that a sensor gives its bands.
/// </summary>
internal static partial class SpectralBands
{
    /// <summary>Common name → middle and reach in nanometres, and what bands are called. The first names are those a user may write in a formula.</summary>
    private static readonly Dictionary<string, (double Middle, double Reach, string[] Names)> CommonNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["coastal"] = (443, 20, ["coastal", "coastal aerosol", "coastal blue", "deep blue"]),
        ["blue"] = (485, 45, ["blue"]),
        ["green"] = (560, 40, ["green"]),
        ["yellow"] = (605, 20, ["yellow"]),
        ["red"] = (665, 45, ["red"]),
        ["rededge"] = (720, 35, ["rededge", "red edge", "red-edge", "rededge1"]),
        ["nir"] = (842, 100, ["nir", "near infrared", "near-infrared", "near ir", "nir1", "n"]),
        ["nir08"] = (865, 25, ["nir08", "nir narrow", "narrow nir"]),
        ["swir16"] = (1610, 90, ["swir16", "swir1", "swir 1"]),
        ["swir22"] = (2200, 150, ["swir22", "swir2", "swir 2"]),
        ["pan"] = (640, 0, ["pan", "panchromatic", "p"]),
    };

    /// <summary>The common names that a formula may use.</summary>
    public static IReadOnlyCollection<string> AllNames => CommonNames.Keys;

    /// <summary>Whether a name is one of <see cref="AllNames"/>.</summary>
    public static bool IsCommonName(string name) => CommonNames.ContainsKey(name);

    /// <summary>The band that holds a light and how that is known; null where nothing says it.</summary>
    /// <param name="bands">The bands.</param>
    /// <param name="light">A common name: red, green, blue, nir; of another one nothing is known.</param>
    /// <param name="sensor">The sensor, as far as tags or the file's name tell it.</param>
    public static (int Number, string Source)? Find(IReadOnlyList<RasterBand> bands, string light, SensorBands? sensor)
    {
        if (!CommonNames.TryGetValue(light, out var common))
        {
            return null;
        }

        var (middle, reach, names) = common;
        if (bands.Where(band => Away(band) <= reach).MinBy(Away) is { } near)
        {
            return (near.Number, "by wavelength");
        }

        if (bands.Any(band => band.Wavelength is not null))
        {
            bands = [.. bands.Where(band => band.Wavelength is null)];
        }

        if (bands.FirstOrDefault(band => string.Equals(band.CommonName, light, StringComparison.OrdinalIgnoreCase)) is { } tagged)
        {
            return (tagged.Number, "by common name");
        }

        if (names.Select(name => bands.FirstOrDefault(band => band.IsNamed && IsCalled(band.Name, name))).OfType<RasterBand>().FirstOrDefault() is { } called)
        {
            return (called.Number, "by name");
        }

        if (Enum.TryParse<ColorInterpretation>(light, ignoreCase: true, out var color) && bands.FirstOrDefault(band => band.Color == color) is { } colored)
        {
            return (colored.Number, "by colour");
        }

        return sensor?.Find(bands, light) is { } numbered ? (numbered, $"by the numbers of {sensor.Name}") : null;

        double Away(RasterBand band) => Math.Abs((band.Wavelength ?? double.PositiveInfinity) - middle);
    }

    /// <summary>The middle of a band's range in nanometres as its name says it: "650.2 nm", "B4, central wavelength 665 nm", "0.665 um".</summary>
    public static double? WavelengthIn(string name) => Length().Match(name) is { Success: true } match
        && double.TryParse(match.Groups["number"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        ? match.Groups["unit"].Value[0] is 'n' or 'N' ? number : 1000 * number
        : null;

    /// <summary>A name that is the word alone, or has it before or behind a number: "Red", "B4 - red", "Band 4 (Red)", "red_665".</summary>
    private static bool IsCalled(string name, string word)
    {
        if (string.Equals(name, word, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (word.Length == 1)
        {
            return false;
        }

        var rest = Code().Replace(name, " ").Trim(' ', '-', '_', ':', ',', '(', ')', '.');
        return string.Equals(rest, word, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(
        @"(^|[^\w.])(?<number>\d+(\.\d+)?)\s*(?<unit>nm|nanomet(er|re)s?|um|µm|μm|micromet(er|re)s?|microns?)($|\W)",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Length();

    [GeneratedRegex(@"\b(band|b)?[ _]?\d+[a-z]?\b|\bband\b|_\d+$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Code();
}
