using System.Text.Json.Serialization;

namespace Up42.Interactive;

/// <summary>A basemap to choose from.</summary>
/// <param name="Name">What the layer control calls it.</param>
/// <param name="Url">The template of its tiles' URLs.</param>
/// <param name="Attribution">Whom to thank, as HTML.</param>
/// <param name="MaxZoom">The deepest level that has tiles.</param>
internal sealed record BasemapData(
    string Name, [property: JsonConverter(typeof(PlainTextConverter))] string Url, string Attribution, int MaxZoom)
{
    public static BasemapData Create(Basemap basemap) => new(basemap.Name, basemap.Template, HtmlEncoder.Encode(basemap.Attribution), basemap.MaxZoom);
}
