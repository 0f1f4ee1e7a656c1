using System.Globalization;
using System.Text;

namespace Up42.Interactive.Sandbox;

/// <summary>The token of a next page: opaque to whoever holds it.</summary>
internal static class PageToken
{
    private const string Prefix = "next:";

    public static string Format(int offset) => Prefix + Convert.ToBase64String(Encoding.ASCII.GetBytes(offset.ToString(CultureInfo.InvariantCulture)));

    /// <exception cref="BadQueryException">It was not made here.</exception>
    public static int Parse(string token)
    {
        var bytes = new byte[token.Length];
        return token.StartsWith(Prefix, StringComparison.Ordinal) && Convert.TryFromBase64String(token[Prefix.Length..], bytes, out var length)
            && int.TryParse(Encoding.ASCII.GetString(bytes, 0, length), NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
                ? offset
                : throw new BadQueryException("The token is not one of a next page.");
    }
}
