namespace Up42.Interactive;

/// <summary>The tiles under a map: the only thing a map asks the network for. Where they cannot be had, a neutral ground with a graticule shows.</summary>
/// <param name="Name">What the layer control calls it.</param>
/// <param name="UrlTemplate">
/// An http or https address with <c>{z}</c>, <c>{x}</c> and <c>{y}</c> in EPSG:3857 (<c>{-y}</c> where rows count from the south); of
/// servers <c>{s}</c> the one named a is asked.
/// </param>
/// <param name="Attribution">Whom to thank, as plain text.</param>
/// <param name="MaxZoom">The deepest level that has tiles.</param>
public sealed record Basemap(string Name, string UrlTemplate, string Attribution = "", int MaxZoom = 19)
{
    /// <summary>Satellite imagery by Esri; the default.</summary>
    public static Basemap EsriWorldImagery { get; } = new(
        "Esri World Imagery",
        "https://server.arcgisonline.com/ArcGIS/rest/services/World_Imagery/MapServer/tile/{z}/{y}/{x}",
        "Imagery © Esri, Maxar, Earthstar Geographics and the GIS User Community");

    /// <summary>A light street map by CARTO, from OpenStreetMap data.</summary>
    public static Basemap CartoLight { get; } = new(
        "CARTO light", "https://a.basemaps.cartocdn.com/light_all/{z}/{x}/{y}.png", "© OpenStreetMap contributors © CARTO", 20);

    /// <summary>A dark street map by CARTO, from OpenStreetMap data.</summary>
    public static Basemap CartoDark { get; } = new(
        "CARTO dark", "https://a.basemaps.cartocdn.com/dark_all/{z}/{x}/{y}.png", "© OpenStreetMap contributors © CARTO", 20);

    /// <summary>
    /// OpenStreetMap's own tiles. Its servers answer only pages that say where they come from: a map on a web site shows them, a
    /// notebook's frame and a file on disk do not.
    /// </summary>
    public static Basemap OpenStreetMap { get; } = new(
        "OpenStreetMap", "https://tile.openstreetmap.org/{z}/{x}/{y}.png", "© OpenStreetMap contributors");

    /// <summary>No tiles: a neutral ground with land, meridians and parallels.</summary>
    public static Basemap None { get; } = new("None", string.Empty);

    /// <summary>Where the tiles of the basemaps above come from: all that a page of <c>up42 run</c> may load.</summary>
    internal static IReadOnlyList<string> BuiltInOrigins { get; } = [.. new[] { EsriWorldImagery, CartoLight, CartoDark, OpenStreetMap }
        .Select(basemap => basemap.Origin).Distinct()];

    /// <summary>The scheme and host that the tiles come from.</summary>
    /// <exception cref="ArgumentException">The template is no http or https address, or lacks a place holder.</exception>
    internal string Origin =>
        Uri.TryCreate(Template.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https" && Template.Contains("{z}", StringComparison.Ordinal) && Template.Contains("{x}", StringComparison.Ordinal)
        && (Template.Contains("{y}", StringComparison.Ordinal) || Template.Contains("{-y}", StringComparison.Ordinal))
            ? uri.GetLeftPart(UriPartial.Authority)
            : throw new ArgumentException($"A basemap's template is an http or https address with {{z}}, {{x}} and {{y}}, not '{UrlTemplate}'.");

    /// <summary>The address as the page uses it: one server, tiles of one density.</summary>
    internal string Template => UrlTemplate.Replace("{s}", "a", StringComparison.Ordinal).Replace("{r}", string.Empty, StringComparison.Ordinal);
}
