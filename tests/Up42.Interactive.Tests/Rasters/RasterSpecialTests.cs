using Up42.Interactive.Gdal;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>Rasters that take more than one step to make.</summary>
public sealed class RasterSpecialTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false, "nearest")]
    [InlineData(false, "average")]
    [InlineData(true, "average")]
    public void Preview_uses_the_overviews_that_gdal_translate_uses(bool beside, string resampling)
    {
        var path = RasterZoo.Make(_folder, "tiled, deflate");
        Tool.Run("gdaladdo", ["-q", .. beside ? new[] { "-ro" } : [], "-r", resampling, path, "2", "4", "8"]);
        using var raster = RasterFile.Open(path);

        raster.Overviews.ShouldBe([new RasterSize(350, 250), new RasterSize(175, 125), new RasterSize(88, 63)]);
        foreach (var maxSize in new[] { 700, 420, 350, 211, 175, 88, 1 })
        {
            var image = raster.Preview(maxSize, [2, 4], TestContext.Current.CancellationToken);
            var expected = Reference.Pixels(path, ["2", "4"], image.Width, image.Height);
            image.Values(0).SequenceEqual(expected[0]).ShouldBeTrue($"at {maxSize}");
            image.Values(1).SequenceEqual(expected[1]).ShouldBeTrue($"at {maxSize}");
        }
    }

    [Fact]
    public void Read_a_part_has_the_pixels_of_gdal_translate()
    {
        var path = RasterZoo.Make(_folder, "small tiles");
        Tool.Run("gdaladdo", "-q", "-r", "average", path, "2", "4");
        using var raster = RasterFile.Open(path);

        foreach (var (window, size) in new[]
        {
            (new RasterWindow(0, 0, 700, 500), new RasterSize(700, 500)),
            (new RasterWindow(13, 17, 300, 211), new RasterSize(300, 211)),
            (new RasterWindow(13, 17, 301, 211), new RasterSize(100, 70)),
            (new RasterWindow(200, 100, 500, 400), new RasterSize(125, 100)),
            (new RasterWindow(699, 499, 1, 1), new RasterSize(3, 2)),
            (new RasterWindow(50, 60, 7, 5), new RasterSize(70, 33)),
        })
        {
            var image = raster.Read(window, size, [3], TestContext.Current.CancellationToken);

            Tool.Run("gdal_translate", ["-q", "-b", "3", "-srcwin", .. new[] { window.Column, window.Row, window.Width, window.Height }.Select(n => $"{n}"),
                "-outsize", $"{size.Width}", $"{size.Height}", path, _folder["part.tif"]]);
            image.Values(0).ToArray().ShouldBe(Reference.Pixels(_folder["part.tif"], ["1"], size.Width, size.Height)[0], $"{window} {size}");
            using var part = RasterFile.Open(_folder["part.tif"]);
            image.Bounds!.MinX.ShouldBe(part.Bounds!.MinX, 1e-6);
            image.Bounds.MinY.ShouldBe(part.Bounds.MinY, 1e-6);
            image.Bounds.MaxY.ShouldBe(part.Bounds.MaxY, 1e-6);
        }
    }

    [Theory]
    [InlineData(-1, 0, 2, 2)]
    [InlineData(699, 0, 2, 2)]
    [InlineData(0, 0, 700, 501)]
    [InlineData(0, 0, 0, 1)]
    public void Read_out_of_the_raster_names_its_size(int column, int row, int width, int height)
    {
        using var raster = RasterFile.Open(RasterZoo.MakeScene(_folder));

        Should.Throw<ArgumentOutOfRangeException>(() => raster.Read(new RasterWindow(column, row, width, height)))
            .Message.ShouldStartWith("The part must lie within the raster's 700 × 500 pixels; it is RasterWindow");
    }

    [Fact]
    public void Preview_with_a_mask_and_overviews_has_the_mask_of_gdal_translate()
    {
        var path = RasterZoo.Make(_folder, "internal mask");
        Tool.Run("gdaladdo", "-q", path, "2", "4", "--config", "GDAL_TIFF_INTERNAL_MASK", "YES");
        using var raster = RasterFile.Open(path);

        foreach (var maxSize in new[] { 350, 175, 97 })
        {
            var image = raster.Preview(maxSize, cancellationToken: TestContext.Current.CancellationToken);
            image.Mask.ToArray().Select(mask => (double)mask).ShouldBe(Reference.Pixels(path, ["mask"], image.Width, image.Height)[0]);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Preview_of_nan_masks_it_whether_the_file_says_so_or_not(bool isDeclared)
    {
        var path = Write("nan.tif", 3, 2, GdalDataType.Float32, [1, float.NaN, 3, float.PositiveInfinity, 5, float.NaN], isDeclared ? double.NaN : null);
        using var raster = RasterFile.Open(path);

        var image = raster.Preview(cancellationToken: TestContext.Current.CancellationToken);

        image.Mask.ToArray().ShouldBe([255, 0, 255, 255, 255, 0]);
        Stretch.MinMax.Measure(image)[0].ToString().ShouldBe("Band 1 1–5");
    }

    [Fact]
    public void Preview_where_only_some_bands_have_no_data_is_valid()
    {
        using (var dataset = GdalDataset.Create("GTiff", _folder["partly.tif"], 2, 1, 3, GdalDataType.Byte))
        {
            dataset.Band(1).SetNoData(0);
            dataset.Band(1).WriteRows<byte>(0, [0, 0]);
            dataset.Band(2).WriteRows<byte>(0, [9, 0]);
            dataset.Band(3).WriteRows<byte>(0, [9, 0]);
            dataset.Close();
        }

        using var raster = RasterFile.Open(_folder["partly.tif"]);

        raster.Preview(bands: [1, 2, 3], cancellationToken: TestContext.Current.CancellationToken).Mask.ToArray().ShouldBe([255, 0]);
    }

    [Fact]
    public void Apply_to_a_palette_shows_its_colours()
    {
        Write("index.tif", 4, 1, GdalDataType.Byte, [0, 1, 2, 3], null);
        File.WriteAllText(_folder["palette.vrt"], """
            <VRTDataset rasterXSize="4" rasterYSize="1"><VRTRasterBand dataType="Byte" band="1"><ColorInterp>Palette</ColorInterp><ColorTable>
            <Entry c1="255" c2="0" c3="0" c4="255"/><Entry c1="10" c2="20" c3="30" c4="255"/><Entry c1="0" c2="0" c3="255" c4="255"/></ColorTable>
            <SimpleSource><SourceFilename relativeToVRT="1">index.tif</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>
            """);
        Tool.Run("gdal_translate", "-q", _folder["palette.vrt"], _folder["palette.tif"]);
        using var raster = RasterFile.Open(_folder["palette.tif"]);

        var picture = Stretch.Default.Apply(raster.Preview(cancellationToken: TestContext.Current.CancellationToken));

        raster.DefaultBands.ShouldBe([1]);
        picture.Pixels[..12].ToArray().ShouldBe([255, 0, 0, 255, 10, 20, 30, 255, 0, 0, 255, 255]);
        picture.IsCategorical.ShouldBeTrue();
    }

    [Fact]
    public void Bands_by_colour_then_by_name_then_by_number()
    {
        Defaults([("a", 3), ("b", 5), ("c", 4)]).ShouldBe([1, 3, 2]);
        Defaults([("B02", 1), ("B03", 0), ("B04", 0), ("B08", 0)]).ShouldBe([3, 2, 1]);
        Defaults([("Blue", 1), ("Green", 0), ("Red", 0)]).ShouldBe([3, 2, 1]);
        Defaults([("x", 1), ("y", 0), ("z", 0), ("u", 0)]).ShouldBe([1, 2, 3]);
        Defaults([("x", 1), ("y", 0)]).ShouldBe([1]);
        Defaults([("x", 1), ("y", 6)]).ShouldBe([1]);
    }

    [Fact]
    public void FindBand_takes_names_as_users_write_them()
    {
        using var raster = Named([("B02", 1), ("B8A", 0), ("nir", 0)]);

        (raster.FindBand("b2"), raster.FindBand("B8a"), raster.FindBand("NIR")).ShouldBe((1, 2, 3));
        Should.Throw<Up42Exception>(() => raster.FindBand("B9")).Message.ShouldBe("'named.tif' has no band named 'B9'; it has B02, B8A, nir.");
        using var plain = RasterFile.Open(Write("plain.tif", 1, 1, GdalDataType.Byte, [1], null));
        Should.Throw<Up42Exception>(() => plain.FindBand("B9")).Message
            .ShouldBe("'plain.tif' has no band named 'B9'; its bands have no names, only numbers: one band, 1.");
    }

    private IReadOnlyList<int> Defaults((string Name, int Color)[] bands)
    {
        using var raster = Named(bands);
        return raster.DefaultBands;
    }

    private RasterFile Named((string Name, int Color)[] bands)
    {
        using (var dataset = GdalDataset.Create("GTiff", _folder["named.tif"], 1, 1, bands.Length, GdalDataType.Byte, "ALPHA=NO", "PHOTOMETRIC=MINISBLACK"))
        {
            for (var i = 0; i < bands.Length; i++)
            {
                dataset.Band(i + 1).Description = bands[i].Name;
                dataset.Band(i + 1).Color = (GdalColorInterpretation)bands[i].Color;
            }

            dataset.Close();
        }

        return RasterFile.Open(_folder["named.tif"]);
    }

    private string Write(string name, int width, int height, GdalDataType type, float[] pixels, double? noData)
    {
        using var dataset = GdalDataset.Create("GTiff", _folder[name], width, height, 1, type);
        if (noData is { } value)
        {
            dataset.Band(1).SetNoData(value);
        }

        dataset.Band(1).WriteRows<float>(0, pixels);
        dataset.Close();
        return _folder[name];
    }
}
