using System.Collections.Concurrent;
using System.Text;

namespace Up42.Interactive;

/// <summary>The bundled styles, scripts and fonts, embedded at build.</summary>
internal static class WebAsset
{
    private static readonly ConcurrentDictionary<string, string> Texts = new();
    private static readonly ConcurrentDictionary<string, string> Encoded = new();

    /// <summary>The text of a style or script, for example <c>page.css</c>.</summary>
    public static Html Text(string name) => Html.Trusted(Texts.GetOrAdd(name, key => Encoding.UTF8.GetString(Bytes(key)).TrimEnd()));

    /// <summary>A gzipped asset in base64, for example <c>map.js.gz</c>.</summary>
    public static Html Base64(string name) => Html.Trusted(Encoded.GetOrAdd(name, key => Convert.ToBase64String(Bytes(key))));

    /// <summary>An asset as it is, for example <c>font.ttf</c>.</summary>
    public static byte[] Bytes(string name)
    {
        using var stream = typeof(WebAsset).Assembly.GetManifestResourceStream($"web/{name}")
            ?? throw new InvalidOperationException($"The page asset {name} is missing from the build.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
