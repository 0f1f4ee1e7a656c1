using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>An image on the map whose detail is wanted.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bounds">The box of its picture in EPSG:3857.</param>
/// <param name="Shown">The side of the picture's pixels.</param>
/// <param name="IsCategorical">Whether its colours are classes.</param>
/// <param name="Open">Opens what it is read from.</param>
internal sealed record DetailRequest(string Name, Envelope Bounds, double Shown, bool IsCategorical, Func<DetailSource> Open)
{
    /// <summary>The detail of a raster.</summary>
    /// <param name="source">The raster.</param>
    /// <param name="hasPlace">Whether it has a place of its own.</param>
    /// <param name="settings">Which bands, or which formula.</param>
    /// <param name="picture">The map's picture of it.</param>
    /// <param name="warped">The picture on the map.</param>
    public static DetailRequest Create(MapRaster source, bool hasPlace, RenderSettings settings, Picture picture, RgbaImage warped)
    {
        var paint = DetailPaint.Create(picture);
        return new DetailRequest(source.Name, warped.Bounds!, warped.Bounds!.Width / warped.Width, paint.IsCategorical, () =>
        {
            var raster = source.Raster.Open();
            try
            {
                var grid = new PixelGrid(new RasterSize(raster.Width, raster.Height), raster.UprightPlace, raster.Crs);
                return new DetailSource(
                    grid,
                    hasPlace ? null : source.Corners,
                    Cell(raster),
                    Load,
                    paint,
                    raster);

                TilePixels Load(ReadRequest request, CancellationToken cancellationToken)
                {
                    var image = settings.Read(raster, request with { Window = raster.Upright(request.Window) }, cancellationToken);
                    var pixels = paint.Paint(image);
                    raster.Reuse(image);
                    return pixels;
                }
            }
            catch
            {
                raster.Dispose();
                throw;
            }
        });
    }

    /// <summary>The detail of computed values.</summary>
    public static DetailRequest Create(ComputedRaster raster, Picture picture, RgbaImage warped)
    {
        var paint = DetailPaint.Create(picture);
        var size = raster.Source.Grid.Size;
        return new DetailRequest(raster.Name, warped.Bounds!, warped.Bounds!.Width / warped.Width, paint.IsCategorical, () => new DetailSource(
            raster.Source.Grid, null, DetailCells.Measure(size, raster.Source.Piece, isSequential: false) ?? throw TooLarge(),
            (request, token) => paint.Paint(raster.Read(request, token)), paint, null));
    }

    private static RasterSize Cell(RasterFile raster) =>
        !raster.MayBeReadWhole
            ? throw new Up42Exception($"it lies in storage and has {FileSize.Format(raster.FileSize)}. Download it first.")
            : DetailCells.Measure(new RasterSize(raster.Width, raster.Height), raster.BlockSize, RasterFormats.IsSequential(raster.Driver)) ?? throw TooLarge();

    private static Up42Exception TooLarge() => new(
        $"its blocks have more than {NumberText.Format(DetailCells.MaxPixels)} pixels. Rewrite it in tiles, for example by gdal_translate -co TILED=YES.");
}
