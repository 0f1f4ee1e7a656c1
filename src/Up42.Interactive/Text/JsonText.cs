using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Up42.Interactive;

/// <summary>
/// What <see cref="System.Text.Json.Utf8JsonReader"/> does not do: JSON without its white space, and strings that are no Unicode text.
/// </summary>
internal static class JsonText
{
    /// <summary>
    /// For values whose type is known to the user alone: works also where a program has reflection off by default, as programs of one file have.
    /// </summary>
    public static JsonSerializerOptions AnyType { get; } = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        MaxDepth = 2 * Limits.Default.Nesting,
    };

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 2 * Limits.Default.Nesting };

    /// <summary>A value of JSON that was read before, nested as deep as the limits allow.</summary>
    public static JsonElement Parse(ReadOnlySpan<byte> json) => JsonElement.Parse(json, Deep);

    /// <summary>The same JSON without white space between its tokens, in valid UTF-8.</summary>
    public static byte[] Compact(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            json = Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(json));
        }

        var compact = new byte[json.Length];
        var (length, inText) = (0, false);
        for (var i = 0; i < json.Length; i++)
        {
            var symbol = json[i];
            if (!inText && symbol is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            {
                continue;
            }

            compact[length++] = symbol;
            if (symbol == '"')
            {
                inText = !inText;
            }
            else if (symbol == '\\')
            {
                compact[length++] = json[++i];
            }
        }

        return length == compact.Length ? compact : compact[..length];
    }

    /// <summary>
    /// The text of a JSON string, given without its quotes; lone surrogates become U+FFFD, and what is not UTF-8 is read as Latin-1.
    /// </summary>
    public static string Unescape(ReadOnlySpan<byte> escaped)
    {
        var text = (Utf8.IsValid(escaped) ? Encoding.UTF8 : Encoding.Latin1).GetString(escaped);
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                result.Append(text[i]);
                continue;
            }

            i++;
            if (text[i] == 'u')
            {
                result.Append((char)ushort.Parse(text.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                result.Append(text[i] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', var same => same });
            }
        }

        return WithoutLoneSurrogates(result.ToString());
    }

    public static string WithoutLoneSurrogates(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
