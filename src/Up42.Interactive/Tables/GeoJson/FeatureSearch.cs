using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Finds features in a text that is not JSON throughout.</summary>
internal static class FeatureSearch
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = int.MaxValue / 4 };

    /// <summary>Where the next feature begins; -1 where there is none. Takes time that grows with the length, whatever the text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="from">Where to begin.</param>
    public static int Find(ReadOnlySpan<byte> json, int from)
    {
        for (var at = from; json[at..].IndexOf((byte)'{') is var next and >= 0;)
        {
            at += next;
            if (IsFeature(json[at..], out var read) && !IsValue(json[..at]))
            {
                return at;
            }

            at += Math.Max(1, read);
        }

        return -1;
    }

    /// <summary>Where the next line begins that is not indented and closes nothing; -1 where there is none.</summary>
    public static int FindRecord(ReadOnlySpan<byte> json, int from)
    {
        for (var at = from; json[at..].IndexOf((byte)'\n') is var end and >= 0;)
        {
            at += end + 1;
            if (json[at..] is [not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'}' or (byte)']'), ..] or [(byte)' ', (byte)'{', ..])
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>What follows a colon is the member of another object.</summary>
    private static bool IsValue(ReadOnlySpan<byte> before) => before.TrimEnd(" \t\r\n"u8) is [.., (byte)':'];

    /// <summary>Whether the object that begins here says that it is a feature.</summary>
    /// <param name="json">The text.</param>
    /// <param name="read">How much was looked at; if it is no feature, none begins in that.</param>
    private static bool IsFeature(ReadOnlySpan<byte> json, out int read)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: true, new JsonReaderState(Options));
        try
        {
            while (reader.Read() && (reader.TokenType != JsonTokenType.EndObject || reader.CurrentDepth > 0))
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("type"u8))
                {
                    reader.Read();
                    if (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("Feature"u8))
                    {
                        read = (int)reader.BytesConsumed;
                        return true;
                    }
                }
            }
        }
        catch (JsonException)
        {
            // The object breaks off, or is not JSON from here on.
        }

        read = (int)reader.BytesConsumed;
        return false;
    }
}
