namespace Up42.Interactive;

/// <summary>The tiles under a map: the only thing a map asks the network for. Where they can not be had, a neutral ground with a graticule shows.</summary>
/// <param name="Name">What the layer control calls it.</param>
/// <param name="UrlTemplate">An http or https address with <c>{z}</c>, <c>{x}</c>, <c>{y}</c> in EPSG:3857, as in Leaflet.</param>
/// <param name="Attribution">Whom to thank, as plain text.</param>
/// <param name="MaxZoom">The deepest level that has tiles.</param>
public sealed record Basemap(string Name, string UrlTemplate, string Attribution, int MaxZoom)
{
    /// <summary>Satellite imagery by Esri; the default.</summary>
    public static Basemap EsriWorldImagery { get; } = new(
        "Esri World Imagery",
        "https://server.arcgisonline.com/ArcGIS/rest/services/World_Imagery/MapServer/tile/{z}/{y}/{x}",
        "Imagery © Esri, Maxar, Earthstar Geographics and the GIS User Community",
        19);

    /// <summary>A light street map by CARTO, from OpenStreetMap data.</summary>
    public static Basemap CartoLight { get; } = new(
        "CARTO light", "https://a.basemaps.cartocdn.com/light_all/{z}/{x}/{y}.png", "© OpenStreetMap contributors © CARTO", 20);

    /// <summary>A dark street map by CARTO, from OpenStreetMap data.</summary>
    public static Basemap CartoDark { get; } = new(
        "CARTO dark", "https://a.basemaps.cartocdn.com/dark_all/{z}/{x}/{y}.png", "© OpenStreetMap contributors © CARTO", 20);

    /// <summary>The scheme and host that the tiles come from.</summary>
    /// <exception cref="ArgumentException">The template is no http or https address.</exception>
    internal string Origin =>
        Uri.TryCreate(UrlTemplate.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
            ? uri.GetLeftPart(UriPartial.Authority)
            : throw new ArgumentException($"A basemap's template is an http or https address with {{z}}, {{x}} and {{y}}, not {UrlTemplate}.");
}
