using System.Globalization;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// Rasters, footprints and an area of interest on a map, made by <c>MapResults</c>. It holds the warped pictures, not the rasters, and reads
/// no file when shown. Only basemap tiles come from the network; without them everything stands on a neutral ground.
/// </summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class ResultMap : IDisplay
{
    private static readonly Envelope World = new(-180, 180, -60, 75);

    private readonly IReadOnlyList<MapImage> _images;
    private readonly IReadOnlyList<MapLayer> _layers;
    private readonly IReadOnlyList<string> _remarks;
    private readonly MapOptions _options;

    internal ResultMap(IReadOnlyList<MapImage> images, IReadOnlyList<MapLayer> layers, IReadOnlyList<string> remarks, MapOptions options) =>
        (_images, _layers, _remarks, _options) = (images, layers, remarks, options);

    /// <summary>
    /// What the map is fitted to, in degrees: the pixels that hold data, or where there are no images the features; null of an empty map.
    /// Longitudes go on beyond 180 across the antimeridian.
    /// </summary>
    public Envelope? Bounds
    {
        get
        {
            var bounds = new Envelope();
            var boxes = _images.Count > 0 ? _images.Select(image => image.ValidBounds) : Features.Select(feature => feature.Geometry.EnvelopeInternal);
            foreach (var box in boxes)
            {
                bounds.ExpandToInclude(box);
            }

            return bounds.IsNull ? null : bounds;
        }
    }

    /// <summary>The origins of pictures from outside: the basemaps' hosts.</summary>
    internal IReadOnlyList<string> PictureOrigins => [.. _options.Basemaps.Select(basemap => basemap.Origin).Distinct()];

    private IEnumerable<MapFeature> Features => _layers.SelectMany(layer => layer.Features);

    private string Title => _images.Count switch
    {
        0 => $"Map of {Count(Features.Count(), "feature")}",
        1 => $"Map of {_images[0].Name}",
        var count => $"Map of {count} images",
    };

    /// <summary>The map as an HTML fragment: the pictures and what lies where as a table, and where scripts run, the map itself.</summary>
    public string ToHtml() => new Fragment { Static = Answer(), Page = Page(), Height = _options.Height }.ToHtml();

    /// <summary>Writes the map as one HTML file that needs nothing else but, for the basemap, a network; in UTF-8.</summary>
    /// <param name="path">The file; parent folders are created, and a file of that name is replaced as a whole.</param>
    /// <returns>The file's full path.</returns>
    public string SaveHtml(string path) => HtmlFile.Save(path, Page().ToHtml());

    /// <summary>What is on the map, in one line.</summary>
    public override string ToString() => $"Map of {Count(_images.Count, "image")} and {Count(Features.Count(), "feature")}"
        + (Bounds is { } bounds ? $", {GeoBounds.Describe(bounds)}" : string.Empty);

    private static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {noun}{(count == 1 ? string.Empty : "s")}");

    private Page Page() => new()
    {
        Title = Title,
        Kind = "map-page",
        Body = Html.Format($"""<div class="u42-static">{Answer()}</div>"""),
        Styles = ["map.css"],
        Program = new PageProgram(["map.js.gz"], MapData.ToJson(Bounds ?? World, _options.Basemaps, _images, _layers, _remarks)),
        PictureOrigins = PictureOrigins,
    };

    private Html Answer() => Html.Format(
        $"""
        {_images.Select(Figure)}<table><caption>{Title}</caption><thead><tr><th scope="col">Layer</th><th scope="col">Name</th><th scope="col">Extent</th></tr></thead>
        <tbody>{_images.Select(image => Row("Image", image.Name, image.ValidBounds))}{_layers.SelectMany(Rows)}</tbody></table>
        {_remarks.Select(remark => Html.Format($"<p>{remark}</p>"))}
        """);

    private static Html Figure(MapImage image) => Html.Format(
        $"""
        <figure><img src="{image.Source}" alt="{image.Alt}" width="{image.Width}" height="{image.Height}"><figcaption><strong>{image.Name}</strong><br>{string.Join(" · ", image.Notes)}</figcaption></figure>

        """);

    private static IEnumerable<Html> Rows(MapLayer layer)
    {
        const int ShownFeatures = 12;
        var rows = layer.Features.Take(ShownFeatures).Select(feature => Row(layer.Group, feature.Name, feature.Geometry.EnvelopeInternal));
        return layer.Features.Count <= ShownFeatures
            ? rows
            : rows.Append(Html.Format($"<tr><td>{layer.Group}</td><td>and {layer.Features.Count - ShownFeatures:#,0} more</td><td></td></tr>"));
    }

    private static Html Row(string layer, string name, Envelope extent) =>
        Html.Format($"<tr><td>{layer}</td><td>{name}</td><td>{GeoBounds.Describe(extent)}</td></tr>");
}
