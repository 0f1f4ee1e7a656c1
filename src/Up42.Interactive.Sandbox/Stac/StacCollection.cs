using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>A collection of the storage: what one order delivered, or one job made.</summary>
internal sealed record StacCollection(string Id, string Title, string Description, string Producer)
{
    /// <summary>Fields of UP42: <c>up42-product:…</c>, <c>up42-order:…</c>, <c>up42-system:…</c>.</summary>
    public JsonObject Fields { get; init; } = [];

    /// <summary>From when on it is there.</summary>
    public DateTimeOffset VisibleFrom { get; init; }
}
