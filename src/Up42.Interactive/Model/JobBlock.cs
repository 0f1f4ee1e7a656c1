using System.Text.Json.Serialization;

namespace Up42.Interactive;

/// <summary>A block: one step that workflows are made of, a source of data or a processing.</summary>
/// <param name="Id">The block's id.</param>
/// <param name="Name">Its technical name, for example <c>sharpening</c>.</param>
/// <param name="DisplayName">Its name for readers.</param>
public sealed record JobBlock(
    [property: JsonConverter(typeof(LooseTextConverter))] string? Id,
    [property: JsonConverter(typeof(LooseTextConverter))] string? Name,
    [property: JsonConverter(typeof(LooseTextConverter))] string? DisplayName);
