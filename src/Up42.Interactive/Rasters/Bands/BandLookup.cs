using System.Globalization;

namespace Up42.Interactive;

/// <summary>Names of bands as users write them.</summary>
internal static class BandLookup
{
    /// <summary>A name without leading zeros: "B04" and "B4" are the same band of Sentinel-2.</summary>
    public static string Plain(string name) => name.Length is > 2 and < 9 && name[0] is 'B' or 'b' && name.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0
        ? $"B{int.Parse(name.AsSpan(1), CultureInfo.InvariantCulture)}"
        : name;

    /// <summary>The number of a band by its name; letter case and leading zeros do not matter. Null where no band has it.</summary>
    public static int? Find(IReadOnlyList<RasterBand> bands, string name) =>
        bands.FirstOrDefault(band => band.IsNamed && string.Equals(Plain(band.Name), Plain(name), StringComparison.OrdinalIgnoreCase))?.Number;
}
