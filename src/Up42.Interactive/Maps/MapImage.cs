using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>A raster on the map: a picture in EPSG:3857 with alpha, and its place.</summary>
internal sealed record MapImage
{
    public required string Name { get; init; }

    /// <summary>Bands, stretch and reduction in words.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The picture as WebP.</summary>
    public required byte[] Picture { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>The picture's outer edges in degrees.</summary>
    public required Envelope Bounds { get; init; }

    /// <summary>The box around the pixels that hold data, in degrees.</summary>
    public required Envelope ValidBounds { get; init; }

    public string Source => $"data:image/webp;base64,{Convert.ToBase64String(Picture)}";

    public string Alt => $"Satellite image {Name}, {GeoBounds.Describe(ValidBounds)}; {string.Join("; ", Notes)}";

    /// <summary>Reads, stretches, warps and encodes a raster; null where it holds no data at all.</summary>
    /// <param name="raster">The raster.</param>
    /// <param name="name">Its name in the layer control.</param>
    /// <param name="bands">Bands by number or name; null: the raster's own choice.</param>
    /// <param name="stretch">How values become colours.</param>
    /// <param name="maxSize">Pixels on the longer side.</param>
    /// <param name="budget">Bytes of the encoded picture.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="Up42Exception">The raster has no place on Earth, or can not be read.</exception>
    public static MapImage? Of(
        RasterFile raster, string name, BandList? bands, Stretch stretch, int maxSize, int budget, CancellationToken cancellationToken)
    {
        var image = raster.Preview(maxSize, bands?.NumbersIn(raster), cancellationToken);
        var picture = stretch.Apply(image);
        var warped = picture.WarpToWebMercator(maxSize, cancellationToken);
        return warped.CropToValid() is not { Bounds: { } valid } ? null : new MapImage
        {
            Name = name,
            Notes = PictureNotes.Of(image, picture),
            Picture = DisplayPicture.Encode(warped, budget),
            Width = warped.Width,
            Height = warped.Height,
            Bounds = GeoBounds.FromWebMercator(warped.Bounds!),
            ValidBounds = GeoBounds.FromWebMercator(valid),
        };
    }
}
