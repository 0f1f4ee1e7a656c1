using System.Text;

namespace Up42.Interactive;

/// <summary>Decodes names in archives, most of which do not say how they are encoded.</summary>
internal static class EntryText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The encoding of DOS, in which zip programs on Windows write names.</summary>
    public static Encoding Dos { get; } = CodePagesEncodingProvider.Instance.GetEncoding(437)!;

    /// <summary>The text, as UTF-8 where it is valid, else in the other encoding.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, Encoding otherwise)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return otherwise.GetString(bytes);
        }
    }
}
