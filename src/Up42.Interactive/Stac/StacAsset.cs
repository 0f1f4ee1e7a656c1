using System.Text.Json;

namespace Up42.Interactive;

/// <summary>A file of a STAC item: a raster, vectors, a thumbnail, or the archive that a provider delivered.</summary>
public sealed class StacAsset
{
    private const int MaxBands = 500;

    internal StacAsset(string key, JsonElement json, StacItem item) => (Key, Raw, Item) = (key, json, item);

    /// <summary>Its name in the item.</summary>
    public string Key { get; }

    /// <summary>Where it is. Storage gives a signed URL for it: <c>DownloadAsync</c> does that.</summary>
    public string? Href => Raw.FindText("href");

    /// <summary>Its media type, for example <c>image/tiff; application=geotiff; profile=cloud-optimized</c>.</summary>
    public string? MediaType => Raw.FindText("type");

    /// <summary>Its title for readers.</summary>
    public string? Title => Raw.FindText("title");

    /// <summary>What it is for, for example <c>data</c>, <c>thumbnail</c>, <c>metadata</c>.</summary>
    public IReadOnlyList<string> Roles => Raw.FindTexts("roles");

    /// <summary>The size of a pixel, in metres.</summary>
    public double? Gsd => Raw.FindNumber("gsd");

    /// <summary>Its size in bytes, where the item says it (<c>file:size</c>).</summary>
    public long? Length => Raw.FindNumber("file:size") is >= 0 and < 1e18 and var size ? (long)size : null;

    /// <summary>Its bands.</summary>
    public IReadOnlyList<StacBand> Bands =>
        [.. (Raw.FindList("eo:bands").Any() ? Raw.FindList("eo:bands") : Raw.FindList("bands"))
            .Take(MaxBands).Select((band, index) => StacBand.Parse(band, index + 1))];

    /// <summary>Everything the item says of it.</summary>
    public JsonElement Raw { get; }

    /// <summary>Whether it is a GeoTIFF or JPEG 2000.</summary>
    public bool IsRaster => Is("image/tiff") || Is("image/jp2") || Is("image/vnd.stac.geotiff");

    /// <summary>Whether it is GeoJSON.</summary>
    public bool IsVector => Is("application/geo+json");

    internal StacItem Item { get; }

    internal bool IsPicture => Is("image/png") || Is("image/jpeg");

    /// <summary>Title or key, and media type in one line.</summary>
    public override string ToString() => SingleLine.Format($"{Title ?? Key} ({MediaType ?? "type unknown"})");

    private bool Is(string mediaType) =>
        MediaType is { } type && type.Split(';')[0].Trim().Equals(mediaType, StringComparison.OrdinalIgnoreCase);
}
