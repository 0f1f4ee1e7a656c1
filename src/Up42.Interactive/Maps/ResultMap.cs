using System.Runtime.ExceptionServices;
using System.Text;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// Rasters, footprints and an area of interest on a map, made by <c>MapResults</c>. It holds the warped pictures, not the rasters, and reads
/// no file when shown. Only basemap tiles come from the network; without them everything stands on a neutral ground.
/// </summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class ResultMap : PageDisplay
{
    private const int PictureBytes = 200_000;
    private const int MaxRows = 40;
    private const int MaxFeatures = 10;
    private const int FirstFeatures = 5;

    private static readonly Envelope World = new(-180, 180, -60, 75);

    private readonly IReadOnlyList<MapImage> _images;
    private readonly MapVectors _vectors;
    private readonly IReadOnlyList<string> _remarks;
    private readonly MapOptions _options;
    private readonly byte[] _picture;
    private readonly IReadOnlyList<ImageDetail?> _details = [];

    /// <summary>Makes the map: the static picture is drawn from the images' pixels while these are encoded, and keeps none of them.</summary>
    internal ResultMap(IReadOnlyList<MapImage> images, MapVectors vectors, IReadOnlyList<string> remarks, MapOptions options)
    {
        (_images, _vectors, _remarks, _options) = (images, vectors, remarks, options);
        _picture = Draw();
        _images = [.. images.Select(image => image with { Colors = null })];
    }

    private ResultMap(ResultMap map, IReadOnlyList<ImageDetail?> details)
    {
        (_images, _vectors, _remarks, _options, _picture) = (map._images, map._vectors, map._remarks, map._options, map._picture);
        _details = details;
    }

    /// <summary>
    /// What the map is fitted to, in degrees: the pixels that hold data, or where there are no images the features; null of an empty map.
    /// Longitudes go on beyond 180 across the antimeridian.
    /// </summary>
    public Envelope? Bounds
    {
        get
        {
            var bounds = _images.Count > 0 ? new Envelope() : _vectors.Bounds.Copy();
            foreach (var image in _images)
            {
                bounds.ExpandToInclude(image.ValidBounds);
            }

            return bounds.IsNull ? null : bounds;
        }
    }

    /// <summary>The origins of pictures from outside: the basemaps' hosts.</summary>
    internal IReadOnlyList<string> PictureOrigins => MapPage.PictureOrigins(_options);

    private IEnumerable<string> Remarks => _remarks.Concat(_vectors.Remarks);

    private string Title => _images.Count switch
    {
        0 => $"Map of {DisplayText.Count(_vectors.Count, "feature")}",
        1 => $"Map of {_images[0].Name}",
        var count => $"Map of {count} images",
    };

    /// <summary>
    /// Writes the map as a PNG picture, without a browser: images and features over coastlines, with scale and legend, sharp enough to print.
    /// </summary>
    /// <param name="path">The file. Parent folders are created, and a file of that name is replaced as a whole.</param>
    /// <returns>The file's full path.</returns>
    public string SavePng(string path) => AtomicFile.Save(path, "map.png", Static().ToPng());

    /// <summary>What is on the map and what is missing there, in one line.</summary>
    public override string ToString() => SingleLine.Format(
        $"Map of {DisplayText.Count(_images.Count, "image")} and {DisplayText.Count(_vectors.Count, "feature")}"
        + (Bounds is { } bounds ? $", {GeometryText.Describe(bounds)}" : string.Empty)
        + string.Concat(_remarks.Select(remark => $". {remark.TrimEnd('.')}")));

    /// <summary>How the map looks.</summary>
    internal MapOptions Options => _options;

    /// <summary>What a page shows of it.</summary>
    /// <param name="bounds">What the page is fitted to.</param>
    /// <param name="options">The page's basemaps.</param>
    internal MapPageData CreateData(Envelope bounds, MapOptions options) => MapPageData.Create(bounds, options) with
    {
        Images = [.. _images.Select(ImageLayerData.Create)],
        Scales = _images.Any(image => image.Restyle is not null)
            ? ColorScaleData.Create(_images.Select(image => image.Restyle?.Scale).OfType<ColorScale>())
            : [],
        Vectors = _vectors.Data,
        Key = FeatureKeyData.Create(Colors),
        Remarks = string.Join(" ", Remarks),
    };

    /// <summary>The map with the detail of its images, which goes into files.</summary>
    internal ResultMap With(IReadOnlyList<ImageDetail?> details) => new(this, details);

    /// <summary>The bytes of its page in a file.</summary>
    internal long PageSize => CreatePage().ToHtml().Pieces.Sum(piece => (long)Encoding.UTF8.GetByteCount(piece));

    private protected override Fragment CreateFragment(Html content) => new()
    {
        Static = content,
        Page = CreatePage(content, CreateData(Bounds ?? World, _options) is var data && _details.Any(detail => detail is not null)
            ? data with { Remarks = $"{data.Remarks} SaveHtml(path) writes a file in which it can be zoomed to more detail.".TrimStart() }
            : data),
        Height = _options.Height,
    };

    private protected override Page CreatePage()
    {
        var data = CreateData(Bounds ?? World, _options);
        var detailed = data with
        {
            Images = [.. data.Images.Select((image, i) => image with { Detail = ImageDetailData.Create(_details.ElementAtOrDefault(i)) })],
            Remarks = string.Join(" ", _details.Select(detail => detail?.Note).Prepend(data.Remarks).Where(text => !string.IsNullOrEmpty(text))),
        };
        return CreatePage(StaticHtml(), detailed) with
        {
            Attachments = [.. _details.OfType<ImageDetail>().Where(detail => detail.Tiles.Count > 0).Select(detail => detail.ToText())],
        };
    }

    private Page CreatePage(Html content, MapPageData data) => MapPage.Create(Title, content, _options, data);

    private byte[] Draw()
    {
        byte[] picture = [];
        try
        {
            Parallel.Invoke(() => picture = Static().ToWebP(PictureBytes), () => Parallel.ForEach(_images, image => _ = image.Picture.Value));
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.Flatten().InnerExceptions[0]);
        }

        return picture;
    }

    private FeatureColors? Colors => _vectors.Layers.Select(layer => layer.ColorBy).FirstOrDefault(colors => colors is not null);

    private StaticMap Static() => new() { Bounds = Bounds ?? World, Images = _images, Layers = _vectors.Layers };

    internal override Html StaticHtml() => Html.Format(
        $"""
        <figure><img src="{DataUri.WebP(_picture)}" alt="{Alt}" width="960"><figcaption><strong>{Title}</strong>{Notes()}</figcaption></figure>
        {Key()}{Table()}{Remarks.Select(remark => Html.Format($"<p>{remark}</p>"))}
        """);

    private string Alt => $"{ToString()}: images and outlines over coastlines, with meridians, parallels and scale"
        + (_images.Count == 1 ? $". {_images[0].Alt}" : string.Empty);

    private Html Notes() => _images.Count == 1 ? Html.Format($"<br>{string.Join(" · ", _images[0].Notes)}") : Html.Empty;

    private Html Key() => Colors is not { Classes.Count: > 0 } colors ? Html.Empty : Html.Format(
        $"""
        <table><thead><tr><th scope="col">{colors.Column}</th><th scope="col" align="right">Features</th></tr></thead>
        <tbody>{colors.Classes.Select(each =>
            Html.Format($"<tr><td>{each.Name}</td><td align=\"right\">{NumberText.Format(each.Count)}</td></tr>"))}</tbody></table>

        """);

    private Html Table()
    {
        var rows = _images.Select(image => (image.Group, image.Name, Extent: image.ValidBounds))
            .Concat(_vectors.Layers.SelectMany(Rows)).ToList();
        return rows.Count == 0 ? Html.Empty : Html.Format(
            $"""
            <table><thead><tr><th scope="col">Layer</th><th scope="col">Name</th><th scope="col">Extent</th></tr></thead>
            <tbody>{rows.Take(MaxRows).Select(row =>
                Html.Format($"<tr><td>{row.Group}</td><td>{row.Name}</td><td>{GeometryText.Describe(row.Extent)}</td></tr>"))}{Rest(rows.Count)}</tbody></table>

            """);
    }

    /// <summary>The features of a layer; of many the first ones, and the rest with the extent of all.</summary>
    private static IEnumerable<(string Group, string Name, Envelope Extent)> Rows(MapLayer layer)
    {
        var isLong = layer.Features.Count > MaxFeatures;
        var first = layer.Features.Take(isLong ? FirstFeatures : MaxFeatures).Select(feature =>
            (layer.Group, feature.Label, feature.Geometry.EnvelopeInternal));
        return !isLong ? first : first.Append((
            layer.Group, $"and {NumberText.Format(layer.Features.Count - FirstFeatures)} more; all",
            layer.Features.Aggregate(new Envelope(), (all, feature) => all.ExpandedBy(feature.Geometry.EnvelopeInternal))));
    }

    private static Html Rest(int rows) =>
        rows <= MaxRows ? Html.Empty : Html.Format($"<tr><td></td><td>and {NumberText.Format(rows - MaxRows)} more</td><td></td></tr>");
}
