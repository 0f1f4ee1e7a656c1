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

    /// <summary>The key of one band's colours; null where the colours are bands' own.</summary>
    public ColorBar? Bar { get; init; }

    public string Source => $"data:image/webp;base64,{Convert.ToBase64String(Picture)}";

    public string Alt => $"Satellite image {Name}, {GeoBounds.Describe(ValidBounds)}; {string.Join("; ", Notes)}";

    /// <summary>Reads, paints, warps and encodes a raster; null where it holds no data at all.</summary>
    /// <param name="raster">The raster.</param>
    /// <param name="name">Its name in the layer control.</param>
    /// <param name="recipe">How it is painted.</param>
    /// <param name="maxSize">Pixels on the longer side.</param>
    /// <param name="budget">Bytes of the encoded picture.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="Up42Exception">The raster has no place on Earth, or can not be read.</exception>
    public static MapImage? Of(
        RasterFile raster, string name, PictureRecipe recipe, int maxSize, int budget, CancellationToken cancellationToken)
    {
        var picture = recipe.Make(raster, maxSize, cancellationToken);
        var warped = picture.Colors.WarpToWebMercator(maxSize, cancellationToken);
        return warped.CropToValid() is not { Bounds: { } valid } ? null : new MapImage
        {
            Name = name,
            Notes = PictureNotes.Of(picture),
            Picture = DisplayPicture.Encode(warped, budget),
            Width = warped.Width,
            Height = warped.Height,
            Bounds = GeoBounds.FromWebMercator(warped.Bounds!),
            ValidBounds = GeoBounds.FromWebMercator(valid),
            Bar = picture.Bar,
        };
    }
}
