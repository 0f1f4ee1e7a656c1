using System.Net;
using System.Text.RegularExpressions;

namespace Up42.Interactive.Tests.Displays;

/// <summary>A display as a text that people can compare: pictures, styles, scripts and packed data left out, what a frame holds in the open.</summary>
internal static partial class DisplayGolden
{
    public static string Format(IDisplay display, string html)
    {
        var frame = Frame().Match(html);
        var inner = frame.Success ? $"\n\n=== the frame ===\n{Short(WebUtility.HtmlDecode(frame.Groups[1].Value))}" : "";
        return $"{display}\n\n{Short(Frame().Replace(html, "srcdoc=\"…\""))}{inner}\n";
    }

    /// <summary>The pictures in a display.</summary>
    public static IReadOnlyList<(string Type, byte[] Bytes)> Pictures(string html) =>
        [.. Picture().Matches(html).Select(match => (match.Groups[1].Value, Convert.FromBase64String(match.Groups[2].Value)))];

    private static string Short(string html) =>
        Picture().Replace(Script().Replace(Style().Replace(html, "<style>…</style>"), "$1…</script>"), "data:$1;base64,…");

    [GeneratedRegex("srcdoc=\"([^\"]*)\"")]
    private static partial Regex Frame();

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("(<script[^>]*>).*?</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("data:(image/[a-z+]+);base64,([A-Za-z0-9+/=]+)")]
    private static partial Regex Picture();
}
