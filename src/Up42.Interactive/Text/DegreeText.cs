using System.Globalization;

namespace Up42.Interactive;

/// <summary>Places in words, from degrees in EPSG:4326.</summary>
internal static class DegreeText
{
    /// <summary>A box: "17.6636° W – 17.1361° W, 14.6342° N – 14.9940° N".</summary>
    public static string Box(double west, double south, double east, double north) =>
        $"{Range(Longitude(west), Longitude(east))}, {Range(Latitude(south), Latitude(north))}";

    /// <summary>For example "17.6636° W".</summary>
    public static string Longitude(double degrees) => Of(Math.Abs(degrees) > 180 ? Math.IEEERemainder(degrees, 360) : degrees, 'E', 'W');

    /// <summary>For example "14.6342° N".</summary>
    public static string Latitude(double degrees) => Of(degrees, 'N', 'S');

    private static string Range(string from, string to) => from == to ? from : $"{from} – {to}";

    private static string Of(double degrees, char positive, char negative) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(degrees):0.0000}° {(degrees < 0 ? negative : positive)}");
}
