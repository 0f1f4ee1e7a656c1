using System.Runtime.ExceptionServices;
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

    private readonly MapContents _contents;
    private readonly byte[] _picture;
    private readonly MapDetails _details = MapDetails.None;

    /// <summary>Makes the map: the static picture is drawn from the images' pixels while these are encoded, and keeps none of them.</summary>
    internal ResultMap(MapContents contents)
    {
        _contents = contents;
        _picture = Draw();
        _contents = contents with { Images = [.. contents.Images.Select(image => image with { Colors = null })] };
    }

    private ResultMap(ResultMap map, MapDetails details)
    {
        (_contents, _picture) = (map._contents, map._picture);
        _details = details;
    }

    /// <summary>
    /// What the map is fitted to, in degrees: the pixels that hold data, or where there are no images the features; null of an empty map.
    /// Longitudes go on beyond 180 across the antimeridian.
    /// </summary>
    public Envelope? Bounds => _contents.Bounds;

    /// <summary>The origins of pictures from outside: the basemaps' hosts.</summary>
    internal IReadOnlyList<string> PictureOrigins => MapPage.PictureOrigins(Options);

    private IReadOnlyList<MapImage> Images => _contents.Images;

    private MapVectors Vectors => _contents.Vectors;

    private string Title => Images.Count switch
    {
        0 => $"Map of {DisplayText.Count(Vectors.Count, "feature")}",
        1 => $"Map of {Images[0].Name}",
        var count => $"Map of {count} images",
    };

    /// <summary>
    /// Writes the map as a PNG picture, without a browser: images and features over coastlines, with scale and legend, sharp enough to print.
    /// </summary>
    /// <param name="path">The file. Parent folders are created, and a file of that name is replaced as a whole.</param>
    /// <returns>The file's full path.</returns>
    public string SavePng(string path) => AtomicFile.Save(path, "map.png", Static().ToPng());

    /// <summary>What is on the map, what is missing there, and how far its file can be zoomed, in one line.</summary>
    public override string ToString() => SingleLine.Format(string.Join(
        ". ", _contents.Remarks.Concat(_details.Notes).Select(remark => remark.TrimEnd('.')).Prepend(Summary)));

    private string Summary => $"Map of {DisplayText.Count(Images.Count, "image")} and {DisplayText.Count(Vectors.Count, "feature")}"
        + (Bounds is { } bounds ? $", {GeometryText.Describe(bounds)}" : string.Empty);

    /// <summary>How the map looks.</summary>
    internal MapOptions Options => _contents.Options;

    /// <summary>What a page shows of it.</summary>
    /// <inheritdoc cref="MapContents.CreateData"/>
    internal MapPageData CreateData(Envelope bounds, MapOptions options) => _contents.CreateData(bounds, options);

    /// <summary>The map with the detail of its images, which goes into files.</summary>
    internal ResultMap With(MapDetails details) => new(this, details);

    private protected override Fragment CreateFragment(Html content) => new()
    {
        Static = content,
        Page = CreatePage(content, _details.Announce(CreateData(_contents.Frame, Options))),
        Height = Options.Height,
    };

    private protected override Page CreatePage() =>
        CreatePage(StaticHtml(), _details.AddTo(CreateData(_contents.Frame, Options))) with { Attachments = _details.Attachments };

    private Page CreatePage(Html content, MapPageData data) => MapPage.Create(Title, content, Options, data);

    private byte[] Draw()
    {
        byte[] picture = [];
        try
        {
            Parallel.Invoke(() => picture = Static().ToWebP(PictureBytes), () => Parallel.ForEach(Images, image => _ = image.Picture.Value));
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.Flatten().InnerExceptions[0]);
        }

        return picture;
    }

    private StaticMap Static() => new() { Bounds = _contents.Frame, Images = Images, Layers = Vectors.Layers };

    internal override Html StaticHtml() => Html.Format(
        $"""
        <figure><img src="{DataUri.WebP(_picture)}" alt="{Alt}" width="960"><figcaption><strong>{Title}</strong>{Notes()}</figcaption></figure>
        {Key()}{Table()}{_contents.Remarks.Concat(Vectors.Remarks).Select(remark => Html.Format($"<p>{remark}</p>"))}
        """);

    private string Alt => $"{SingleLine.Format(Summary)}: images and outlines over coastlines, with meridians, parallels and scale"
        + (Images.Count == 1 ? $". {Images[0].Alt}" : string.Empty);

    private Html Notes() => Images.Count == 1 ? Html.Format($"<br>{string.Join(" · ", Images[0].Notes)}") : Html.Empty;

    private Html Key() => Html.Join([ImageClasses.ToHtml(ImageClasses.Create(Images)), FeatureKey()]);

    private Html FeatureKey() => _contents.Colors is not { Classes.Count: > 0 } colors ? Html.Empty : Html.Format(
        $"""
        <table><thead><tr><th scope="col">{colors.Column}</th><th scope="col" align="right">Features</th></tr></thead>
        <tbody>{colors.Classes.Select(each =>
            Html.Format($"<tr><td>{each.Name}</td><td align=\"right\">{NumberText.Format(each.Count)}</td></tr>"))}</tbody></table>

        """);

    private Html Table()
    {
        var rows = Images.Select(image => (image.Group, image.Name, Extent: image.ValidBounds))
            .Concat(Vectors.Layers.SelectMany(Rows)).ToList();
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
