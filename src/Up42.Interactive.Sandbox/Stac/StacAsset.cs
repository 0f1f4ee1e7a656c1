using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>A file of an item.</summary>
/// <param name="Key">Its name among the item's assets.</param>
/// <param name="Title">What people read.</param>
/// <param name="Roles">STAC's roles: data, thumbnail, archive.</param>
/// <param name="Content">The file itself.</param>
internal sealed record StacAsset(string Key, string Title, IReadOnlyList<string> Roles, AssetContent Content)
{
    /// <summary>Further fields: gsd, eo:bands.</summary>
    public JsonObject Fields { get; init; } = [];
}
