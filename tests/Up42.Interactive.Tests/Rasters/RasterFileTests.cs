using System.Globalization;
using Up42.Interactive.Gdal;

namespace Up42.Interactive.Tests.Rasters;

public sealed class RasterFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_the_berlin_result_has_its_facts()
    {
        using var raster = RasterFile.Open(Unpack(Samples.BerlinTgz));

        (raster.Width, raster.Height, raster.Driver).ShouldBe((768, 768, "GTiff"));
        raster.Crs!.ToString().ShouldBe("WGS 84 / Pseudo-Mercator (EPSG:3857)");
        raster.Crs.AxisUnit.ShouldBe("metre");
        raster.Bands.Select(band => band.Color)
            .ShouldBe([ColorInterpretation.Red, ColorInterpretation.Green, ColorInterpretation.Blue, ColorInterpretation.Alpha]);
        raster.Bands.ShouldAllBe(band => band.Type == PixelType.UInt8);
        raster.DefaultBands.ShouldBe([1, 2, 3]);
        raster.PixelWidth.ShouldBe(9.55, 0.01);
        var bounds = raster.BoundsWgs84!;
        bounds.MinX.ShouldBe(13.3594, 1e-4);
        bounds.MaxX.ShouldBe(13.4253, 1e-4);
        bounds.MinY.ShouldBe(52.4828, 1e-4);
        bounds.MaxY.ShouldBe(52.5229, 1e-4);
        raster.FileSize.ShouldBe(new FileInfo(raster.Path).Length);
    }

    [Fact]
    public void Preview_of_the_berlin_result_is_valid_only_in_the_north_west()
    {
        using var raster = RasterFile.Open(Unpack(Samples.BerlinTgz));

        var image = raster.Preview(cancellationToken: TestContext.Current.CancellationToken);

        image.Mask.ToArray().Count(mask => mask != 0).ShouldBe(256 * 256);
        image.Mask[255 * 768 + 255].ShouldBe((byte)255);
        image.Mask[256 * 768 + 255].ShouldBe((byte)0);
        (image.SourceWidth, image.SourceHeight).ShouldBe((768, 768));
        image.Bounds.ShouldBe(raster.Bounds);
    }

    [Fact]
    public void Open_the_olinda_scene_has_its_facts_and_pixels()
    {
        using var raster = RasterFile.Open(Unpack(Samples.OlindaTgz));

        (raster.Width, raster.Height, raster.Bands.Count).ShouldBe((349, 352, 6));
        raster.Crs!.Epsg.ShouldBe(31985);
        raster.Bands.ShouldAllBe(band => band.NoData == null);
        raster.DefaultBands.ShouldBe([1, 2, 3]);
        var image = raster.Preview(100, [4], TestContext.Current.CancellationToken);
        image.Values(0).ToArray().ShouldBe(Reference.Pixels(raster.Path, ["4"], image.Width, image.Height)[0]);
        image.Mask.ContainsAnyExcept((byte)255).ShouldBeFalse();
    }

    [Fact]
    public void Preview_of_a_band_that_is_not_there_names_the_range()
    {
        using var raster = RasterFile.Open(RasterZoo.MakeScene(_folder));

        Should.Throw<Up42Exception>(() => raster.Preview(bands: [7])).Message.ShouldBe("'scene.tif' has no band 7; it has 4 bands, 1 to 4.");
    }

    [Theory]
    [InlineData("absent.tif")]
    [InlineData("/vsicurl/http://127.0.0.1:9/a.tif")]
    [InlineData("<VRTDataset rasterXSize=\"1\" rasterYSize=\"1\"/>")]
    [InlineData("GTIFF_DIR:1:scene.tif")]
    public void Open_what_is_no_local_file_is_refused(string path)
        => Should.Throw<Up42Exception>(() => RasterFile.Open(path)).Message
            .ShouldBe($"There is no file '{path}'; a raster is opened by the path of a local file.");

    [Fact]
    public void Open_a_vrt_named_tif_names_the_format_and_those_that_are_opened()
    {
        Tool.Run("gdal_translate", "-q", "-of", "VRT", RasterZoo.MakeScene(_folder), _folder["a.tif"]);

        Should.Throw<Up42Exception>(() => RasterFile.Open(_folder["a.tif"])).Message.ShouldBe(
            "'a.tif' is of the format VRT, which is not opened, since such a file can point to others; opened are GeoTIFF, JPEG 2000, PNG, JPEG and WebP.");
    }

    [Fact]
    public void Open_a_text_says_that_it_is_not_a_raster()
    {
        File.WriteAllText(_folder["a.tif"], "Dear customer");

        Should.Throw<Up42Exception>(() => RasterFile.Open(_folder["a.tif"])).Message
            .ShouldBe("'a.tif' is not a raster; opened are GeoTIFF, JPEG 2000, PNG, JPEG and WebP.");
    }

    [Fact]
    public void Preview_of_a_truncated_tiff_says_that_it_is_damaged_and_where()
    {
        var whole = File.ReadAllBytes(RasterZoo.Make(_folder, "tiled, deflate"));
        File.WriteAllBytes(_folder["cut.tif"], whole[..(whole.Length / 2)]);

        Refusal("cut.tif").ShouldMatch(
            @"^'cut\.tif' cannot be read: it is damaged, or not complete"
            + @"( \(band 1, block \d from the left, \d from the top, counted from 0\))?\. GDAL says: .+\.$");
    }

    [Fact]
    public void Preview_of_a_broken_block_names_it()
    {
        var path = RasterZoo.Make(_folder, "tiled, deflate");
        var bytes = File.ReadAllBytes(path);
        int offset;
        using (var dataset = GdalDataset.Open(path, ["GTiff"]))
        {
            offset = int.Parse(dataset.Band(1).Metadata("BLOCK_OFFSET_1_1", "TIFF")!, CultureInfo.InvariantCulture);
        }

        bytes.AsSpan(offset, 2000).Fill(0x55);
        File.WriteAllBytes(_folder["broken.tif"], bytes);

        Refusal("broken.tif").ShouldStartWith(
            "'broken.tif' cannot be read: it is damaged, or not complete (band 1, block 1 from the left, 1 from the top, counted from 0). GDAL says: ");
    }

    [Fact]
    public void Preview_when_cancelled_throws()
    {
        using var raster = RasterFile.Open(RasterZoo.MakeScene(_folder));

        Should.Throw<OperationCanceledException>(() => raster.Preview(cancellationToken: new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Preview_after_dispose_throws()
    {
        var raster = RasterFile.Open(RasterZoo.MakeScene(_folder));
        raster.Dispose();

        Should.Throw<ObjectDisposedException>(() => raster.Preview());
    }

    [Fact]
    public void Open_without_GDAL_says_how_to_install_it()
        => Tool.Run(
            "env", "GDAL_LIBRARY=/nowhere/libgdal.so", Environment.ProcessPath!, "-explicit", "only", "-method",
            $"*.{nameof(Open_in_a_process_without_GDAL)}")
            .ShouldContain("Total: 1, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0");

    [Fact(Explicit = true)]
    public void Open_in_a_process_without_GDAL()
    {
        File.WriteAllText(_folder["a.tif"], "II*\0");

        var message = Should.Throw<Up42Exception>(() => RasterFile.Open(_folder["a.tif"])).Message;

        message.ShouldStartWith("GDAL's native library was not found: GDAL_LIBRARY is set to '/nowhere/libgdal.so', which cannot be loaded, or is not GDAL.");
        message.ShouldContain("apt-get install libgdal32");
    }

    private string Refusal(string name) => Should.Throw<Up42Exception>(() =>
    {
        using var raster = RasterFile.Open(_folder[name]);
        raster.Preview(bands: [1, 2, 3]);
    }).Message;

    private string Unpack(string archive)
    {
        Tool.Run("tar", "-xzf", archive, "-C", _folder.Path);
        return Directory.EnumerateFiles(_folder.Path, "*.tif", SearchOption.AllDirectories).Single();
    }
}
