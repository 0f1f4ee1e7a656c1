using Up42.Interactive.Gdal;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>What is shown as a value is one that the file holds, or is said to be near it.</summary>
public sealed class ValueCaseTests : IDisposable
{
    private const int Size = 1024;

    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    /// <summary>Checks of two classes whose cubic overviews hold numbers of neither.</summary>
    [Theory]
    [InlineData(nameof(GdalDataType.Byte))]
    [InlineData(nameof(GdalDataType.Int16))]
    [InlineData(nameof(GdalDataType.UInt16))]
    public void Classes_are_never_those_of_overviews(string type)
    {
        Make(Enum.Parse<GdalDataType>(type), (column, row) => ((column / 9) + (row / 9)) % 2 == 0 ? 10 : 200);
        using var raster = RasterFile.Open(_folder["a.tif"]);

        foreach (var size in new[] { 64, 200, 512 })
        {
            var image = raster.ReadPreview(size, null, Token);
            string.Join(" ", image.Values(0).ToArray().Distinct().Order()).ShouldBe("10 200", $"at {size}");
            image.Origin.ShouldNotBe(PixelOrigin.Overview);
        }

        var overview = raster.Read(new RasterWindow(0, 0, Size, Size), new RasterSize(64, 64), cancellationToken: Token);
        overview.Values(0).ToArray().Distinct().Count().ShouldBeGreaterThan(2, "overviews do hold other numbers");
    }

    /// <summary>So large that it is read through overviews, whose averages do not look like classes.</summary>
    [Fact]
    [Trait("Tier", "Long")]
    public void Classes_of_a_large_raster_are_told_by_the_file_itself()
    {
        Make(GdalDataType.Int16, (column, row) => 1 + (((column / 37) + (row / 23)) % 7 * 30), size: 4200);
        using var raster = RasterFile.Open(_folder["a.tif"]);

        var picture = RenderSettings.Create(null, null, Stretch.Default, null).Make(raster, 512, Token);

        string.Join(" ", picture.Image.Values(0).ToArray().Distinct().Order()).ShouldBe("1 31 61 91 121 151 181");
        picture.Colors.IsCategorical.ShouldBeTrue();
        picture.Image.Origin.ShouldNotBe(PixelOrigin.Overview);
    }

    /// <summary>A wave around 0 to 100 % whose cubic overviews overshoot.</summary>
    [Fact]
    public void Measurements_from_overviews_are_said_to_be_near()
    {
        Make(GdalDataType.Float32, (column, row) => 50 + (50 * Math.Sign(Math.Sin(column / 11.0) * Math.Sin(row / 7.0))) + (0.001 * column));
        using var raster = RasterFile.Open(_folder["a.tif"]);

        var picture = RenderSettings.Create(null, null, Stretch.Default, null).Make(raster, 64, Token);

        var frame = PlotFrame.Create(picture.Image);
        var isFile = picture.Image.Values(0).ToArray().All(value => value is >= 0 and <= 102);
        (isFile || (picture.Image.Origin == PixelOrigin.Overview)).ShouldBeTrue();
        PlotReadout.Sample(picture.Image, frame, 8).Prefix.ShouldBe((picture.Image.Origin == PixelOrigin.Overview) ? "≈ " : "");
        string.Join(" · ", PictureCaption.Describe(picture)).Contains('≈').ShouldBe((picture.Image.Origin == PixelOrigin.Overview));
    }

    [Fact]
    public void NoData_of_one_band_is_in_no_stretch_histogram_or_statistic()
    {
        using var raster = RasterCaseTests.Open("a01_nodata_one_band_int16");
        var image = raster.Preview(cancellationToken: Token);

        Stretch.Percentile().Joint().Measure(image).ShouldAllBe(range => range.Minimum > 200 && range.Maximum <= 3000);
        Stretch.MinMax.Joint().Measure(image).ShouldAllBe(range => range.Minimum == 275 && range.Maximum == 3000);
        image.Histogram().Select(band => (band.Minimum, band.Maximum, band.Counts.Sum()))
            .ShouldBe([(409, 3000, 102_000), (342, 3000, 120_000), (275, 3000, 120_000)]);
        raster.Statistics(cancellationToken: Token).Select(band => (band.Count, band.Minimum)).ShouldBe([(102_000, 409), (120_000, 342), (120_000, 275)]);
    }

    [Fact]
    public void Small_values_keep_their_digits_in_the_table_of_a_histogram()
    {
        var html = Open("j03_s5p_no2").PlotHistogram(cancellationToken: Token).ToHtml();

        html.ShouldContain("""<td align="right">0.0000331111</td>""");
        html.ShouldContain("""<td align="right">0.00021</td>""");
    }

    [Fact]
    public void Tiles_of_a_scene_have_one_stretch_that_their_captions_tell()
    {
        var html = Open("i05_tiles_of_one_scene").MapResults(cancellationToken: Token);

        html.ToHtml().ShouldNotContain("not on the map");
        Notes("IMG_R1C1.TIF").ShouldBe(Notes("IMG_R1C2.TIF"));
        Notes("IMG_R1C1.TIF").ShouldStartWith("Band 1 198–2,134, Band 2 186–2,268, Band 3 193–2,359", customMessage: "as i05b_the_scene_whole");

        string Notes(string name)
        {
            var rasters = Open("i05_tiles_of_one_scene").Rasters.Select(raster => new MapRaster(raster.Named, raster.Name)).ToList();
            var settings = RenderSettings.Create(null, null, Stretch.Default, null);
            var (image, measured, note) = SharedStretch.Measure(rasters, isForAll: false, file => settings.Read(file, 512, Token))
                .Take(rasters.FindIndex(raster => raster.Name == name))!.Value;
            return $"{string.Join(", ", settings.Paint(image, measured).Colors.Ranges)}; {note}";
        }
    }

    private static JobResults Open(string name) =>
        JobResults.Open(Path.GetDirectoryName(Samples.FindCase($"rasters/{name}/data.json"))!, cancellationToken: Token);

    private void Make(GdalDataType type, Func<int, int, double> value, int size = Size)
    {
        using (var raster = GdalDataset.Create("GTiff", _folder["a.tif"], size, size, 1, type))
        {
            raster.Band(1).WriteRows<double>(0, [.. Enumerable.Range(0, size * size).Select(i => value(i % size, i / size))]);
            raster.Close();
        }

        Tool.Run("gdaladdo", "-q", "-r", "cubic", _folder["a.tif"], "2", "4", "8", "16");
    }
}
