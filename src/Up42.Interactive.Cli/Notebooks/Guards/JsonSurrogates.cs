using System.Globalization;
using System.Text;

namespace Up42.Interactive.Cli;

/// <summary>Halves of characters, <c>\ud800</c> alone, that a text of JSON may hold and no text of .NET that is written.</summary>
internal static class JsonSurrogates
{
    private const int Length = 6;
    private const string Replacement = @"\ufffd";

    /// <summary>The text with the replacement character for each.</summary>
    public static string Replace(string json)
    {
        var (clean, start) = (new StringBuilder(), 0);
        for (var at = json.IndexOf('\\'); at >= 0; at = Next(json, at))
        {
            if (Unit(json, at) is not { } unit || !char.IsSurrogate(unit))
            {
                at++;
            }
            else if (char.IsHighSurrogate(unit) && Unit(json, at + Length) is { } low && char.IsLowSurrogate(low))
            {
                at += (2 * Length) - 1;
            }
            else
            {
                clean.Append(json, start, at - start).Append(Replacement);
                start = at + Length;
                at = start - 1;
            }
        }

        return start == 0 ? json : clean.Append(json, start, json.Length - start).ToString();
    }

    private static int Next(string json, int at) => at + 1 >= json.Length ? -1 : json.IndexOf('\\', at + 1);

    private static char? Unit(string json, int at) =>
        json.AsSpan(Math.Min(at, json.Length)) is ['\\', 'u', _, _, _, _, ..]
        && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? (char)unit : null;
}
