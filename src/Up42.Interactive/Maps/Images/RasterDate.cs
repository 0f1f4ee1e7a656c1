using System.Globalization;
using System.Text.RegularExpressions;

namespace Up42.Interactive;

/// <summary>When the scene of a raster was taken.</summary>
internal static partial class RasterDate
{
    /// <summary>As its features say it, else the first date in its file's name, as "20200501T102031" or "2020-05-01"; null where neither does.</summary>
    public static DateTimeOffset? Find(ResultRaster raster) => TitleLadder.DateOf(raster) ?? InName(Path.GetFileName(raster.Name));

    /// <summary>The first date in a name; null of none.</summary>
    public static DateTimeOffset? InName(string name)
    {
        foreach (Match match in Date().Matches(name))
        {
            var digits = string.Concat(match.Value.Where(char.IsAsciiDigit));
            if (DateTimeOffset.TryParseExact(
                digits, digits.Length == 14 ? "yyyyMMddHHmmss" : "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            {
                return date;
            }
        }

        return null;
    }

    [GeneratedRegex(
        @"(?<![0-9])(19|20)[0-9]{2}(?<sign>[-_.]?)[0-9]{2}\k<sign>[0-9]{2}(T[0-9]{6})?(?![0-9])", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Date();
}
