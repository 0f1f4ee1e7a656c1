using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Up42.Interactive;

/// <summary>The <c>crs</c> member of GeoJSON from before RFC 7946: an object with a name or a code, or the name alone.</summary>
internal static partial class GeoJsonCrs
{
    private const int MaxName = 200;

    /// <summary>
    /// The system as "EPSG:32633", or as it is written where it is none of EPSG's; null for longitude and latitude on WGS 84, whatever it is
    /// called.
    /// </summary>
    public static string? Read(ref JsonTokens tokens)
    {
        if (tokens.Type is not (JsonTokenType.StartObject or JsonTokenType.String))
        {
            tokens.Skip();
            return null;
        }

        var crs = tokens.Type == JsonTokenType.String ? tokens.GetText() : Encoding.UTF8.GetString(tokens.ReadRaw());
        if (crs.Contains("CRS84", StringComparison.OrdinalIgnoreCase) || crs is "{}")
        {
            return null;
        }

        var code = EpsgPattern().Match(crs);
        return !code.Success ? DisplayText.Cut(crs, MaxName) : code.Groups[1].Value == "4326" ? null : $"EPSG:{code.Groups[1].Value}";
    }

    [GeneratedRegex(
        @"epsg(?:::|:[\d.]+:|/[\d.]*/|:|""[^\d]*""code"":""?)(\d{4,6})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex EpsgPattern();
}
