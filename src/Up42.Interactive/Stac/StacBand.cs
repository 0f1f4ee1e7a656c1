using System.Text.Json;

namespace Up42.Interactive;

/// <summary>A band of an asset, from <c>eo:bands</c>, or from <c>bands</c> as STAC 1.1 has them.</summary>
/// <param name="Name">Its name, for example <c>B4</c>.</param>
/// <param name="CommonName">What it shows, for example <c>red</c>; null where that is not said.</param>
/// <param name="Description">More of it; null where there is none.</param>
public sealed record StacBand(string Name, string? CommonName, string? Description)
{
    /// <summary>Its name, and what it shows.</summary>
    public override string ToString() => SingleLine.Format(CommonName is null || CommonName == Name ? Name : $"{Name} ({CommonName})");

    internal static StacBand Parse(JsonElement json, int number) =>
        new(json.FindText("name") ?? $"band {number}", json.FindText("common_name") ?? json.FindText("eo:common_name"), json.FindText("description"));
}
