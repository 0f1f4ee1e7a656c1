using System.Globalization;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>Which band holds which light, by the wavelengths that a file gives its bands.</summary>
internal static class SpectralBands
{
    private static readonly Dictionary<string, (double Middle, double Reach)> Lights = new(StringComparer.OrdinalIgnoreCase)
    {
        ["red"] = (665, 45),
        ["green"] = (560, 40),
        ["blue"] = (485, 45),
        ["nir"] = (842, 100),
    };

    /// <summary>The number of the band nearest to the middle of a light; null where none is near.</summary>
    /// <param name="bands">The bands.</param>
    /// <param name="light">red, green, blue or nir.</param>
    public static int? Find(IEnumerable<RasterBand> bands, string light)
    {
        var (middle, reach) = Lights[light];
        return bands.Where(band => Away(band) <= reach).MinBy(Away)?.Number;

        double Away(RasterBand band) => Math.Abs((band.Wavelength ?? double.PositiveInfinity) - middle);
    }

    /// <summary>The middle of a band's spectral range in nanometres, as GDAL 3.10 and later note it, or as ENVI and Sentinel-2 products do.</summary>
    public static double? Wavelength(GdalBand band)
    {
        if (Number(band.Metadata("CENTRAL_WAVELENGTH_UM", "IMAGERY")) is { } micrometres)
        {
            return 1000 * micrometres;
        }

        var unit = band.Metadata("WAVELENGTH_UNIT") ?? band.Metadata("WAVELENGTH_UNITS");
        return Number(band.Metadata("WAVELENGTH")) is { } length
            ? length * (IsMicrometres(unit?.Trim() ?? (length < 100 ? "um" : "nm")) ? 1000 : 1)
            : null;
    }

    private static bool IsMicrometres(string unit) =>
        unit is ['u' or 'U' or 'µ' or 'μ', ..] || unit.StartsWith("micro", StringComparison.OrdinalIgnoreCase);

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
