using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>An item of the storage: what was taken, where and when, and its files.</summary>
internal sealed record StacItem
{
    public required string Id { get; init; }

    public required string CollectionId { get; init; }

    /// <summary>Where its pixels lie.</summary>
    public required RasterGrid Grid { get; init; }

    /// <summary>The outline, longitude and latitude, counter-clockwise, not closed.</summary>
    public required IReadOnlyList<GeoPoint> Footprint { get; init; }

    public required JsonObject Properties { get; init; }

    public required IReadOnlyList<StacAsset> Assets { get; init; }

    /// <summary>From when on it is there: when its order is delivered, its job done.</summary>
    public DateTimeOffset VisibleFrom { get; init; }

    public double CloudCover => (double?)Properties["eo:cloud_cover"] ?? 0;

    public string AssetId(StacAsset asset) => StableId.Create($"asset {Id} {asset.Key}");

    /// <summary>The asset under a key, or null.</summary>
    public StacAsset? Asset(string key) => Assets.FirstOrDefault(asset => asset.Key == key);
}
