using Plotly.NET;
using Up42.Interactive.Gdal;

namespace Up42.Interactive.Tests.Plots;

/// <summary>Every option of a plot does what it says.</summary>
public sealed class PlotOptionsTests(SampleScenes scenes) : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Olinda => SampleScenes.RasterIn(scenes.Olinda);

    [Theory]
    [InlineData("TIF", "a.TIF")]
    [InlineData(".tif", "a.TIF")]
    [InlineData("Jp2", "b.jp2")]
    public void PlotResults_takes_file_formats_in_any_case(string format, string file)
    {
        File.Copy(Olinda, _folder["a.TIF"]);
        Tool.Run("gdal_translate", "-q", "-of", "JP2OpenJPEG", "-outsize", "64", "64", Olinda, _folder["b.jp2"]);

        JobResults.Open(_folder.Path, cancellationToken: TestContext.Current.CancellationToken)
            .PlotResults(fileFormats: [format], cancellationToken: TestContext.Current.CancellationToken).Titles.ShouldBe([file]);
    }

    [Fact]
    public void FigureSize_counts_inches_of_100_pixels_and_bounds_the_picture()
    {
        FigureSize.Inches(14, 8).ShouldBe(FigureSize.Pixels(1400, 800));
        var picture = RawImage.Read(Plot(new() { FigureSize = FigureSize.Inches(5, 3) }, Olinda).SavePng(_folder["a.png"]));

        picture.Width.ShouldBeLessThanOrEqualTo(1000);
        picture.Height.ShouldBeInRange(500, 600);
    }

    [Fact]
    public void Axes_in_longitude_and_latitude_warp_the_picture_and_name_the_degrees()
    {
        var chart = GenericChart.toFigureJson(Plot(new() { Axes = PlotAxes.LongitudeLatitude }, Olinda).ToChart());

        chart.ShouldContain("Longitude (°) · WGS 84");
        chart.ShouldContain("Latitude (°)");
        chart.ShouldMatch("\"range\":\\[-34\\.9\\d+,-34\\.8\\d+\\]");
        Plot(new() { Axes = PlotAxes.LongitudeLatitude }, Olinda).ToString().ShouldContain("WGS 84 (EPSG:4326)");
    }

    [Fact]
    public void Axes_none_are_not_visible() =>
        GenericChart.toFigureJson(Plot(new() { Axes = PlotAxes.None }, Olinda).ToChart()).Split("\"visible\":false").Length.ShouldBe(3);

    [Fact]
    public void Shared_stretch_gives_all_rasters_one_range()
    {
        Tool.Run("gdal_create", "-outsize", "10", "10", "-ot", "UInt16", "-burn", "1000", _folder["low.tif"]);
        Tool.Run("gdal_create", "-outsize", "10", "10", "-ot", "UInt16", "-burn", "3000", _folder["high.tif"]);
        string[] rasters = [_folder["low.tif"], _folder["high.tif"]];

        var shared = Plot(new() { IsStretchShared = true, Stretch = Stretch.MinMax }, rasters).ToHtml();
        var own = Plot(new() { Stretch = Stretch.MinMax }, rasters).ToHtml();

        shared.ShouldContain("grey from 1,000 to 3,000");
        shared.ShouldNotContain("to 1,000");
        own.ShouldContain("grey from 1,000 to 1,000");
        own.ShouldContain("grey from 3,000 to 3,000");
    }

    [Fact]
    public void Shared_stretch_of_one_band_and_three_says_what_it_needs()
    {
        Tool.Run("gdal_create", "-outsize", "10", "10", "-burn", "9", _folder["one.tif"]);

        Should.Throw<Up42Exception>(() => Plot(new() { IsStretchShared = true }, Olinda, _folder["one.tif"])).Message
            .ShouldBe("One stretch for all rasters needs as many bands of each; name them, for example bands: 1.");
    }

    [Fact]
    public void Gamma_is_told_and_bends_the_colour_bar()
    {
        var plot = Plot(new() { Stretch = Stretch.Range(0, 1).WithGamma(2), Expression = "b4 / (b4 + b3)" }, Olinda);

        plot.ToString().ShouldContain("viridis from 0 to 1, gamma 2");
        GenericChart.toFigureJson(plot.ToChart()).Split("\"#").Length.ShouldBeGreaterThan(30);
    }

    [Fact]
    public void Plot_of_one_large_scene_of_nothing_but_noise_keeps_to_its_size()
    {
        const int Side = 1100;
        var random = new Random(42);
        using (var dataset = GdalDataset.Create("GTiff", _folder["noise.tif"], Side, Side, 3, GdalDataType.UInt16))
        {
            for (var band = 1; band <= 3; band++)
            {
                dataset.Band(band).WriteRows<ushort>(0, [.. Enumerable.Range(0, Side * Side).Select(_ => (ushort)random.Next(4000))]);
            }

            dataset.Close();
        }

        var plot = Plot(new(), _folder["noise.tif"]);
        plot.ToHtml().Length.ShouldBeLessThan(1_500_000);
        plot.ToString().ShouldContain("picture reduced to 512 × 512, since it is mostly noise");
    }

    public void Dispose() => _folder.Dispose();

    private static BandPlot Plot(PlotOptions options, params string[] rasters) =>
        PlotBuilder.Bands([.. rasters.Select(raster => (NamedRaster)raster)], [], null, options, TestContext.Current.CancellationToken);
}
