using System.Buffers;

namespace Up42.Interactive;

/// <summary>Bytes as a URL: what it names is in the page itself.</summary>
internal static class DataUri
{
    private static readonly SearchValues<char> Base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=");

    /// <summary>The URL of some bytes.</summary>
    /// <param name="mediaType">For example <c>image/png</c>.</param>
    /// <param name="bytes">The bytes.</param>
    public static string Create(string mediaType, ReadOnlySpan<byte> bytes) => FromBase64(mediaType, Convert.ToBase64String(bytes));

    /// <summary>The URL of bytes that are in base64 already.</summary>
    public static string FromBase64(string mediaType, string base64) => $"data:{mediaType};base64,{base64}";

    /// <summary>Whether a text is a picture's URL and nothing else.</summary>
    public static bool IsPicture(string text) =>
        text.StartsWith("data:image/", StringComparison.Ordinal)
        && text.IndexOf(";base64,", StringComparison.Ordinal) is > 0 and < 40 and var at
        && !text.AsSpan(at + ";base64,".Length).ContainsAnyExcept(Base64);

    /// <summary>The URL of a WebP picture.</summary>
    public static string WebP(ReadOnlySpan<byte> picture) => Create("image/webp", picture);
}
