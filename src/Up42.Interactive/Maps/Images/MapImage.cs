using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>A raster on the map: a picture in EPSG:3857 with alpha, and its place.</summary>
internal sealed record MapImage
{
    public required string Name { get; init; }

    /// <summary>The heading it stands under in the layer control.</summary>
    public required string Group { get; init; }

    /// <summary>The side of a comparison or the date of a timeline that it belongs to, from 0; null on other maps.</summary>
    public int? Step { get; init; }

    /// <summary>Bands, stretch and reduction in words.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The picture as WebP, encoded when it is first asked for.</summary>
    public required Lazy<byte[]> Picture { get; init; }

    /// <summary>The picture's pixels, until the map is made; null after that.</summary>
    public RgbaImage? Colors { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>The picture's outer edges in degrees.</summary>
    public required Envelope Bounds { get; init; }

    /// <summary>The box around the pixels that hold data, in degrees.</summary>
    public required Envelope ValidBounds { get; init; }

    /// <summary>Values for the readout; null for pictures whose values mean nothing.</summary>
    public MapReadoutData? Values { get; init; }

    /// <summary>What a page needs to show it anew; null where it cannot.</summary>
    public MapRestyle? Restyle { get; init; }

    /// <summary>The key of one band's colours; null where the colours are bands' own.</summary>
    public ColorBar? Bar { get; init; }

    /// <summary>The key of classes that have names; null where they have none.</summary>
    public ClassKey? Classes { get; init; }

    public string Source => DataUri.WebP(Picture.Value);

    /// <summary>What there is to know besides the name.</summary>
    public string Hint => string.Join(" · ", [File, .. Notes]);

    /// <summary>The file that it is of.</summary>
    public required string File { get; init; }

    public string Alt => $"Satellite image {Name}, {GeometryText.Describe(ValidBounds)}; {string.Join("; ", Notes)}";

    /// <summary>The image turned so that what it holds lies within a turn from a longitude.</summary>
    public MapImage From(double west)
    {
        var valid = AntimeridianView.From(ValidBounds, west);
        var shift = valid.MinX - ValidBounds.MinX;
        return this with { Bounds = new Envelope(Bounds.MinX + shift, Bounds.MaxX + shift, Bounds.MinY, Bounds.MaxY), ValidBounds = valid };
    }

    /// <summary>Reads, paints and warps a raster; null where it holds no data at all.</summary>
    /// <param name="hasPlace">Whether it has a place of its own.</param>
    /// <param name="source">Its name, and corners where it has no place of its own.</param>
    /// <param name="paint">Reads and paints it, and says what else there is to know.</param>
    /// <param name="budget">What it may cost.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="Up42Exception">The band does not exist, or the raster cannot be read.</exception>
    public static MapImage? Create(
        bool hasPlace,
        MapRaster source,
        Func<MapPainting> paint,
        MapImageBudget budget,
        CancellationToken cancellationToken)
    {
        var painting = paint();
        var picture = painting.Picture;
        var corners = hasPlace ? null : source.Corners;
        var warped = corners is null
            ? picture.Colors.WarpToWebMercator(budget.Size, cancellationToken)
            : picture.Colors.WarpToCorners(corners, budget.Size, cancellationToken);
        if (warped.CropToValid() is not { Bounds: { } valid })
        {
            return null;
        }

        return new MapImage
        {
            Name = source.Name,
            File = source.File,
            Step = source.Step,
            Group = corners is null ? source.Group : $"{source.Group}, placed approximately",
            Notes =
            [
                .. corners is null ? [] : new[] { "place approximate: by the corners of its footprint" },
                .. PictureCaption.Describe(picture),
                .. painting.Note is null ? [] : new[] { painting.Note },
            ],
            Picture = new Lazy<byte[]>(() => DisplayPicture.Encode(warped, budget.Bytes)),
            Colors = warped,
            Width = warped.Width,
            Height = warped.Height,
            Bounds = WebMercator.ToWgs84(warped.Bounds!),
            ValidBounds = WebMercator.ToWgs84(valid),
            Values = !source.HasValues ? null
                : painting.Values is { } values ? MapReadoutData.Create(values, null, warped.Bounds!, corners, budget.ValuesBytes)
                : MapReadoutData.Create(picture.Image, picture.Formula, warped.Bounds!, corners, budget.ValuesBytes),
            Restyle = painting.Restyle,
            Bar = picture.Bar,
            Classes = ClassKey.Create(picture),
        };
    }
}
