using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>What a map shows: images, features, and what had to be left out.</summary>
internal sealed record MapContents(IReadOnlyList<MapImage> Images, MapVectors Vectors, IReadOnlyList<string> Remarks, MapOptions Options)
{
    /// <summary>What a map is fitted to: the pixels that hold data, or where there are no images the features; null of nothing.</summary>
    public Envelope? Bounds
    {
        get
        {
            var bounds = Images.Count > 0 ? new Envelope() : Vectors.Bounds.Copy();
            foreach (var image in Images)
            {
                bounds.ExpandToInclude(image.ValidBounds);
            }

            return bounds.IsNull ? null : bounds;
        }
    }

    /// <summary>What a page is fitted to: of an empty map, the inhabited world.</summary>
    public Envelope Frame => Bounds ?? new Envelope(-180, 180, -60, 75);

    /// <summary>What colours features; null where no column does.</summary>
    public FeatureColors? Colors => Vectors.Layers.Select(layer => layer.ColorBy).FirstOrDefault(colors => colors is not null);

    /// <summary>What a page shows of it.</summary>
    /// <param name="bounds">What the page is fitted to.</param>
    /// <param name="options">The page's basemaps.</param>
    public MapPageData CreateData(Envelope bounds, MapOptions options) => MapPageData.Create(bounds, options) with
    {
        Images = [.. Images.Select(ImageLayerData.Create)],
        Scales = Images.Any(image => image.Restyle is not null)
            ? ColorScaleData.Create(Images.Select(image => image.Restyle?.Scale).OfType<ColorScale>())
            : [],
        Vectors = Vectors.Data,
        ClassKeys = ImageClasses.Create(Images) is { Count: > 0 } keys ? [.. keys.Select(ClassKeyData.Create)] : null,
        Key = FeatureKeyData.Create(Colors),
        Remarks = string.Join(" ", Remarks.Concat(Vectors.Remarks)),
    };
}
