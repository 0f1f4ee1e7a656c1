using NetTopologySuite.Geometries;
using Up42.Interactive.Gdal;

namespace Up42.Interactive.Tests.Rasters;

public sealed class RgbaImageTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WarpToWebMercator_is_within_one_grey_level_of_gdalwarp()
    {
        var reduced = _folder["reduced.tif"];
        Tool.Run("gdal_translate", "-q", "-ot", "Byte", "-scale", "0", "4000", "0", "255", "-b", "1", "-b", "2", "-b", "3", "-mask", "4",
            "--config", "GDAL_TIFF_INTERNAL_MASK", "YES", "-outsize", "350", "250", RasterZoo.MakeScene(_folder), reduced);
        using var raster = RasterFile.Open(reduced);
        var picture = Stretch.None.Apply(raster.Preview(cancellationToken: Cancellation));

        var warped = picture.WarpToWebMercator(300, Cancellation);

        File.WriteAllBytes(_folder["picture.png"], picture.ToPng());
        var bounds = warped.Bounds!;
        Tool.Run(
            "gdal_translate",
            ["-q", "-a_srs", "EPSG:32633", "-a_ullr", .. Text(picture.Bounds!, north: true), _folder["picture.png"],
            _folder["placed.tif"]]);
        Tool.Run("gdalwarp", ["-q", "-t_srs", "EPSG:3857", "-et", "0", "-r", "bilinear", "-srcalpha", "-dstalpha", "-te", .. Text(bounds, north: false),
            "-ts", $"{warped.Width}", $"{warped.Height}", _folder["placed.tif"], _folder["warped.tif"]]);
        var expected = Reference.Pixels(_folder["warped.tif"], ["1", "2", "3", "4"], warped.Width, warped.Height);
        var shown = Enumerable.Range(0, warped.Width * warped.Height).Where(i => expected[3][i] > 0).ToList();

        // Where the edge of what is shown runs through the middle of a pixel, either is right.
        shown.Count(i => warped.Pixels[(4 * i) + 3] == 0).ShouldBeLessThan(shown.Count / 1000);
        shown.Where(i => warped.Pixels[(4 * i) + 3] > 0)
            .Select(i => Enumerable.Range(0, 4).Max(channel => Math.Abs(warped.Pixels[(4 * i) + channel] - expected[channel][i])))
            .Max().ShouldBeLessThanOrEqualTo(1);

        warped.Crs!.Epsg.ShouldBe(3857);
        Math.Max(warped.Width, warped.Height).ShouldBe(300);
    }

    [Fact]
    public void WarpToWebMercator_does_not_darken_edges()
    {
        var warped = White(new Geotransform(380000, 50, 0, 5820000, 0, -50), Utm33()).WarpToWebMercator(400, Cancellation);

        var visible = warped.Pixels.ToArray().Chunk(4).Where(pixel => pixel[3] > 0).ToList();
        visible.Count.ShouldBeGreaterThan(1000);
        visible.ShouldAllBe(pixel => pixel[0] >= 254 && pixel[1] >= 254 && pixel[2] >= 254);
        warped.Pixels.ToArray().Chunk(4).ShouldContain(pixel => pixel[3] == 0);
    }

    [Fact]
    public void WarpToWebMercator_of_a_picture_that_is_there_returns_it()
    {
        var picture = White(new Geotransform(1490000, 10, 0, 6900000, 0, -10), Crs(3857));

        picture.WarpToWebMercator(1024, Cancellation).ShouldBeSameAs(picture);
        var smaller = picture.WarpToWebMercator(32, Cancellation);
        (smaller.Width, smaller.Height).ShouldBe((32, 32));
        smaller.Bounds!.MinX.ShouldBe(picture.Bounds!.MinX, 1e-3);
        smaller.Bounds.MaxY.ShouldBe(picture.Bounds.MaxY, 1e-3);
    }

    [Fact]
    public void WarpToWebMercator_of_the_whole_world_ends_where_the_map_ends()
    {
        var picture = White(new Geotransform(-180, 360.0 / 64, 0, 90, 0, -180.0 / 64), Crs(4326));

        var warped = picture.WarpToWebMercator(128, Cancellation);

        (warped.Width, warped.Height).ShouldBe((64, 64));
        warped.Bounds!.MaxY.ShouldBe(20037508.34, 0.01);
        warped.Pixels.ToArray().Chunk(4).Count(pixel => pixel[3] == 255).ShouldBeGreaterThan(63 * 63);
    }

    [Fact]
    public void WarpToWebMercator_across_the_antimeridian_is_one_piece()
    {
        // UTM zone 1 reaches across 180° at its western edge.
        var picture = White(new Geotransform(150000, 5000, 0, 5000000, 0, -5000), Crs(32601));

        var bounds = picture.BoundsWgs84!;
        bounds.MinX.ShouldBeInRange(178, 180);
        bounds.MaxX.ShouldBeInRange(181, 188);
        var warped = picture.WarpToWebMercator(200, Cancellation);
        warped.Bounds!.Width.ShouldBeLessThan(1_000_000);
        warped.Bounds.MaxX.ShouldBeGreaterThan(20037508);
        warped.Pixels.ToArray().Chunk(4).Count(pixel => pixel[3] == 255).ShouldBeGreaterThan(warped.Width * warped.Height * 8 / 10);
    }

    [Fact]
    public void BoundsWgs84_around_the_pole_is_the_whole_cap()
    {
        var bounds = White(new Geotransform(-1_000_000, 31250, 0, 1_000_000, 0, -31250), Crs(3413)).BoundsWgs84!;

        (bounds.MinX, bounds.MaxX, bounds.MaxY).ShouldBe((-180, 180, 90));
        bounds.MinY.ShouldBeInRange(76, 79);
    }

    [Fact]
    public void WarpToWebMercator_without_a_place_says_so()
    {
        var picture = new RgbaImage(1, 1, new byte[4]);

        Should.Throw<Up42Exception>(() => picture.WarpToWebMercator()).Message
            .ShouldBe("The raster names no coordinate reference system that has a place on Earth, so it cannot be put on a map.");
    }

    [Fact]
    public void CropToValid_keeps_the_box_of_what_is_visible()
    {
        var pixels = new byte[4 * 10 * 8];
        foreach (var (column, row) in new[] { (2, 3), (6, 5) })
        {
            pixels[4 * (row * 10 + column) + 3] = 255;
        }

        var cropped = new RgbaImage(10, 8, pixels) { Place = RasterPlace.From(new Geotransform(100, 10, 0, 50, 0, -10)), Crs = Crs(3857) }.CropToValid()!;

        (cropped.Width, cropped.Height).ShouldBe((5, 3));
        cropped.Bounds!.ShouldBe(new Envelope(120, 170, -10, 20));
        new RgbaImage(10, 8, new byte[4 * 10 * 8]).CropToValid().ShouldBeNull();
    }

    [Fact]
    public void ToPng_keeps_every_byte_of_what_is_visible()
    {
        byte[] pixels = [.. Enumerable.Range(0, 4 * 30 * 20).Select(i => (byte)(i % 4 == 3 ? 255 - i % 200 : i * 31))];
        File.WriteAllBytes(_folder["a.png"], new RgbaImage(30, 20, pixels).ToPng());

        var channels = Reference.Pixels(_folder["a.png"], ["1", "2", "3", "4"], 30, 20);

        Enumerable.Range(0, pixels.Length).Select(i => (byte)channels[i % 4][i / 4]).ShouldBe(pixels);
    }

    [Fact]
    public void ToWebP_is_small_keeps_transparency_and_the_same_bytes_each_time()
    {
        using var raster = RasterFile.Open(RasterZoo.MakeScene(_folder));
        var picture = Stretch.Default.Apply(raster.Preview(cancellationToken: Cancellation));

        var bytes = picture.ToWebP(80);

        bytes.Length.ShouldBeLessThan(picture.ToPng().Length);
        picture.ToWebP(80).ShouldBe(bytes);
        File.WriteAllBytes(_folder["a.webp"], bytes);
        var alpha = Reference.Pixels(_folder["a.webp"], ["4"], picture.Width, picture.Height)[0];
        alpha.Select(value => (byte)value).ShouldBe(picture.Pixels.ToArray().Chunk(4).Select(pixel => pixel[3]));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static RgbaImage White(Geotransform geotransform, RasterCrs crs)
    {
        var pixels = new byte[4 * 64 * 64];
        Array.Fill(pixels, (byte)255);
        return new RgbaImage(64, 64, pixels) { Place = RasterPlace.From(geotransform), Crs = crs };
    }

    private static RasterCrs Utm33() => Crs(32633);

    private static RasterCrs Crs(int epsg)
    {
        using var reference = GdalSpatialReference.FromEpsg(epsg);
        return RasterCrs.From(reference);
    }

    private static string[] Text(Envelope box, bool north)
        => [.. (north ? new[] { box.MinX, box.MaxY, box.MaxX, box.MinY } : [box.MinX, box.MinY, box.MaxX, box.MaxY])
            .Select(number => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture))];
}
