using System.IO.Compression;

namespace Up42.Interactive;

/// <summary>What makes a page interactive: scripts of the build and the data they start with, which may hold any text.</summary>
/// <param name="Scripts">Gzipped assets in the order they run, for example <c>map.js.gz</c>; the last one sets <c>u42Start</c>.</param>
/// <param name="Json">The data as UTF-8 JSON. It lies in the page gzipped, in base64, so that no text in it can end a script.</param>
internal sealed record PageProgram(IReadOnlyList<string> Scripts, ReadOnlyMemory<byte> Json)
{
    /// <summary>The payloads and the boot script, for the end of the body.</summary>
    public Html ToHtml() => Html.Format(
        $"""
        {Scripts.Select(script => Payload("u42-script", WebAsset.Base64(script)))}{Payload("u42-data", Gzip(Json.Span))}
        <script>{WebAsset.Text("boot.js")}</script>
        """);

    private static Html Payload(string name, Html base64) => Html.Format($"""<script type="text/plain" class="{name}">{base64}</script>""");

    private static Html Gzip(ReadOnlySpan<byte> json)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(json);
        }

        return Html.Trusted(Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length));
    }
}
