using System.Globalization;

namespace Up42.Interactive;

/// <summary>Places in words, from degrees in EPSG:4326; longitudes beyond 180° are taken a turn back.</summary>
internal static class DegreeText
{
    private const int Decimals = 4;

    /// <summary>A box: "17.6636° W – 17.1361° W, 14.6342° N – 14.9940° N".</summary>
    public static string Box(double west, double south, double east, double north)
    {
        var longitudes = east - west >= 360 - 1e-4 ? "all longitudes" : Range(Longitude(west), Longitude(east));
        return $"{longitudes}, {Range(Latitude(south), Latitude(north))}";
    }

    /// <summary>For example "17.6636° W".</summary>
    public static string Longitude(double degrees, int decimals = Decimals) =>
        Format(Math.Abs(degrees) > 180 ? Math.IEEERemainder(degrees, 360) : degrees, 'E', 'W', decimals);

    /// <summary>For example "14.6342° N".</summary>
    public static string Latitude(double degrees, int decimals = Decimals) => Format(degrees, 'N', 'S', decimals);

    private static string Range(string from, string to) => from == to ? from : $"{from} – {to}";

    private static string Format(double degrees, char positive, char negative, int decimals)
    {
        var size = Math.Abs(degrees).ToString($"F{decimals}", CultureInfo.InvariantCulture);
        return $"{size}° {(degrees < 0 ? negative : positive)}";
    }
}
