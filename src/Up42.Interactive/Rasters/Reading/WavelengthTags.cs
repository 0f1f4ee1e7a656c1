using System.Globalization;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>The wavelengths that a file gives its bands.</summary>
internal static class WavelengthTags
{
    /// <summary>The middle of a band's spectral range in nanometres, as GDAL 3.10 and later note it, or as ENVI and Sentinel-2 products do.</summary>
    public static double? Read(GdalBand band)
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
