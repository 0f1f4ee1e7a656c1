using System.Buffers;

namespace Up42.Interactive;

/// <summary>The types of geometry of ISO 13249-3 that neither GeoJSON nor NetTopologySuite has, by their names in WKT.</summary>
internal static class UnreadGeometry
{
    private static readonly string[] Curves = ["CIRCULARSTRING", "COMPOUNDCURVE", "CURVEPOLYGON", "MULTICURVE", "MULTISURFACE"];

    private static readonly string[] Surfaces = ["TIN", "TRIANGLE", "POLYHEDRALSURFACE"];

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Why surfaces are not read and what to do, a sentence.</summary>
    public static string Surface => $"Surfaces ({string.Join(", ", Surfaces)}) are not read; turn them into polygons first (-nlt MULTIPOLYGON of ogr2ogr).";

    /// <summary>All of them.</summary>
    public static IEnumerable<string> Types => Curves.Concat(Surfaces);

    /// <summary>Why a geometry is not read and what to do, as a sentence; null where it is of none of the types.</summary>
    /// <param name="text">The name of a type in any case, or WKT that may have one inside a collection.</param>
    public static string? Describe(ReadOnlySpan<char> text)
    {
        for (var start = 0; start < text.Length;)
        {
            var blank = text[start..].IndexOfAny(Letters);
            if (blank < 0)
            {
                break;
            }

            start += blank;
            var length = text[start..].IndexOfAnyExcept(Letters);
            var word = length < 0 ? text[start..] : text.Slice(start, length);
            if (Find(Curves, word) is { } curve)
            {
                return $"{curve} is a type with curves, which are not read; turn them into lines first (-nlt CONVERT_TO_LINEAR of ogr2ogr).";
            }

            if (Find(Surfaces, word) is { } surface)
            {
                return $"{surface} is a type of surface. {Surface}";
            }

            start += word.Length + 1;
        }

        return null;
    }

    private static string? Find(string[] types, ReadOnlySpan<char> word)
    {
        foreach (var type in types)
        {
            if (word.TrimEnd("ZMzm").Equals(type, StringComparison.OrdinalIgnoreCase))
            {
                return type;
            }
        }

        return null;
    }
}
