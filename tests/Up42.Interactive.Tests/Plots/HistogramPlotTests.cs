using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;
using Up42.Interactive.Tests.Rasters.Classes;

namespace Up42.Interactive.Tests.Plots;

public sealed class HistogramPlotTests(Browser browser, SampleScenes scenes) : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void PlotHistogram_counts_every_pixel_of_each_band()
    {
        var plot = Plot([1, 4]);

        plot.Histograms.ShouldHaveSingleItem().Select(band => (band.Band.Number, band.Counts.Sum())).ShouldBe([(1, 349L * 352), (4, 349L * 352)]);
        plot.ToDisplayString("text/html").ShouldBe(plot.ToHtml());
    }

    /// <summary>The areas of many bands add up to one grey, and take a browser seconds.</summary>
    [Theory]
    [InlineData(16, true)]
    [InlineData(17, false)]
    public void Areas_are_filled_while_they_can_be_told_apart(int bands, bool isFilled)
    {
        using (var raster = Up42.Interactive.Gdal.GdalDataset.Create("GTiff", _folder["a.tif"], 2, 2, bands, Up42.Interactive.Gdal.GdalDataType.Byte))
        {
            raster.Close();
        }

        var plot = JobResults.Open(_folder.Path, cancellationToken: TestContext.Current.CancellationToken)
            .PlotHistogram(cancellationToken: TestContext.Current.CancellationToken);

        GenericChart.toFigureJson(plot.ToChart()).Contains("tozeroy", StringComparison.Ordinal).ShouldBe(isFilled);
    }

    [Fact]
    public void Classes_are_told_by_their_names()
    {
        ClassRaster.Write(_folder["classes.tif"], ClassRaster.Names);
        using var results = JobResults.Open(_folder.Path, cancellationToken: TestContext.Current.CancellationToken);

        var plot = results.PlotHistogram(cancellationToken: TestContext.Current.CancellationToken);

        GenericChart.toFigureJson(plot.ToChart()).ShouldContain("\"4 Built-up\"");
        plot.ToHtml().ShouldContain("<caption>Classes of Band 1</caption>");
        plot.ToHtml().ShouldContain("<th scope=\"row\">4 Built-up</th><td align=\"right\">2,016</td>");
    }

    [Fact]
    public async Task Page_draws_a_curve_for_each_band_and_keeps_the_table_without_scripts()
    {
        var path = Plot(null).SaveHtml(_folder["histogram.html"]);
        await using var page = await browser.OpenAsync(path);
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        (await page.Page.Locator(".js-plotly-plot .scatterlayer .trace").CountAsync()).ShouldBe(6);
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();

        await using var still = await browser.OpenAsync(path, new() { JavaScriptEnabled = false });
        (await still.Page.Locator("tbody tr").CountAsync()).ShouldBe(6);
    }

    [Fact]
    public void A_raster_that_can_not_be_opened_stands_in_the_plot_with_the_reason()
    {
        File.Copy(SampleScenes.RasterIn(scenes.Olinda), _folder["good.tif"]);
        File.WriteAllText(_folder["broken.tif"], "II*\0 nothing");

        var plot = JobResults.Open(_folder.Path, cancellationToken: TestContext.Current.CancellationToken)
            .PlotHistogram([1], cancellationToken: TestContext.Current.CancellationToken);

        plot.Histograms.ShouldHaveSingleItem();
        plot.ToHtml().ShouldContain("Not shown. &#39;broken.tif&#39; ");
    }

    [Fact]
    public void SavePng_draws_the_curves_with_axes_and_legend()
    {
        var picture = RawImage.Read(Plot([1, 4]).SavePng(_folder["histogram.png"]));

        picture.Width.ShouldBe(1920);
        picture.Height.ShouldBeInRange(700, 1000);
        Enumerable.Range(0, picture.Width * picture.Height).Count(i => picture[1, i % picture.Width, i / picture.Width] < 250).ShouldBeGreaterThan(20_000);
    }

    [Fact]
    public void PlotQuicklooks_before_a_download_says_what_to_do() =>
        Should.Throw<Up42Exception>(() => JobResults.Open(scenes.Olinda).PlotQuicklooks(cancellationToken: TestContext.Current.CancellationToken))
            .Message.ShouldBe("There are no quicklooks yet; download them first: await job.DownloadQuicklooksAsync()");

    [Fact]
    public void PlotQuicklooks_shows_each_picture_in_the_results()
    {
        File.Copy(Samples.Find("quicklooks/s2_128.jpg"), _folder["s2_128.jpg"]);
        File.Copy(SampleScenes.RasterIn(scenes.Olinda), _folder["scene.tif"]);

        JobResults.Open(_folder.Path, cancellationToken: TestContext.Current.CancellationToken)
            .PlotQuicklooks(cancellationToken: TestContext.Current.CancellationToken).Titles.ShouldBe(["s2_128.jpg"]);
    }

    public void Dispose() => _folder.Dispose();

    private HistogramPlot Plot(IEnumerable<Band>? bands) =>
        JobResults.Open(scenes.Olinda).PlotHistogram(bands, cancellationToken: TestContext.Current.CancellationToken);
}
