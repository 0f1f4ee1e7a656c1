using System.IO.Compression;
using System.Net;

namespace Up42.Interactive;

/// <summary>Makes the body of a response the bytes of the stored file again where something on the way packed them.</summary>
internal static class StoredContent
{
    /// <summary>Whether a response brings a range of which nobody can say where it lies in the stored file: the file must be fetched as a whole.</summary>
    public static bool IsRangeOfUnknown(HttpResponseMessage response, RemoteFileInfo? known) => response.StatusCode == HttpStatusCode.PartialContent
        && (Encoding(response) is not null || (known?.Length is null && RemoteFileInfo.Parse(response).Length is null));

    /// <summary>Unpacks the body. Length, version and checksums were those of other bytes and go.</summary>
    public static async Task DecodeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (Encoding(response) is not { } encoding)
        {
            return;
        }

        var packed = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        Stream? content = encoding switch
        {
            "gzip" or "x-gzip" => new GZipStream(packed, CompressionMode.Decompress),
            "deflate" => new ZLibStream(packed, CompressionMode.Decompress),
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            _ => null,
        };
        if (content is null)
        {
            throw new Up42Exception($"The file came in the encoding '{SingleLine.Format(encoding)}', which was not requested and is not read.");
        }

        response.Content = new StreamContent(content);
        response.Headers.ETag = null;
        var stored = response.Headers.Select(header => header.Key).Where(name => name.StartsWith("x-goog-", StringComparison.OrdinalIgnoreCase));
        foreach (var name in stored.ToList())
        {
            response.Headers.Remove(name);
        }
    }

    private static string? Encoding(HttpResponseMessage response) =>
        response.Content.Headers.ContentEncoding.LastOrDefault()?.ToLowerInvariant() is { } encoding && encoding != "identity" ? encoding : null;
}
