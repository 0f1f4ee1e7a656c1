namespace Up42.Interactive.Tests.Plots;

public sealed class BandPlotBrowserTests(Browser browser, SampleScenes scenes) : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Plot_of_Olinda_shows_the_values_that_GDAL_reads_where_its_axes_say()
    {
        var raster = SampleScenes.RasterIn(scenes.Olinda);
        var check = new PixelCheck(raster, (image, column, row) => [image[3, column, row], image[2, column, row], image[1, column, row]]);
        await using var page = await OpenAsync(Plot(raster, [3, 2, 1], Stretch.None));

        var wrong = check.Wrong(await page.ScreenshotAsync(), await new PlotOnPage(page).PlacesAsync(check, check.Even(2), atLeast: 20));

        wrong.ShouldBeEmpty();
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Plot_of_Berlin_shows_its_pixels_and_background_where_there_is_no_data()
    {
        var raster = SampleScenes.RasterIn(scenes.Berlin);
        var check = Berlin(raster);
        await using var page = await OpenAsync(Plot(raster, null));

        check.Wrong(await page.ScreenshotAsync(), await new PlotOnPage(page).PlacesAsync(check, check.Even(2), atLeast: 20)).ShouldBeEmpty();
        await page.Page.EvaluateAsync(
            """
            () => { const plot = document.querySelector('.js-plotly-plot'), [left, right] = plot._fullLayout.xaxis.range,
             [bottom, top] = plot._fullLayout.yaxis.range;
              return Plotly.relayout(plot, {
               'xaxis.range': [left, left + 3 * (right - left)], 'yaxis.range': [top - 3 * (top - bottom), top] }).then(() => null); }
            """);
        var screen = await page.ScreenshotAsync();
        var empty = await new PlotOnPage(page).PlacesAsync(check, check.Empty(3), atLeast: 20);
        empty.Select(place => Color(screen, place.Place)).Distinct().ShouldBe([(244, 246, 249)]);
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Plot_of_a_16_bit_scene_shows_the_values_that_GDAL_reads_through_its_stretch()
    {
        var raster = Scene();
        using var file = RasterFile.Open(raster);
        var ranges = Stretch.Default.Measure(file.Preview(1024, [3, 2, 1], TestContext.Current.CancellationToken));
        var check = new PixelCheck(raster, (image, column, row) => Unclipped([.. ranges.Select((range, i) =>
            255 * (image[3 - i, column, row] - range.Minimum) / (range.Maximum - range.Minimum))]));
        await using var page = await OpenAsync(Plot(raster, [3, 2, 1]));

        var places = await new PlotOnPage(page).PlacesAsync(check, check.Even(2, step: 3), atLeast: 20);
        check.NearlyAllRight(await page.ScreenshotAsync(), places).ShouldBeTrue();
        await new PlotOnPage(page).BlankAsync();
        check.NearlyAllRight(await page.ScreenshotAsync(), places).ShouldBeFalse();
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_check_fails_on_a_page_whose_picture_is_blank()
    {
        var raster = SampleScenes.RasterIn(scenes.Berlin);
        var check = Berlin(raster);
        await using var page = await OpenAsync(Plot(raster, null));
        await new PlotOnPage(page).BlankAsync();

        check.Wrong(await page.ScreenshotAsync(), await new PlotOnPage(page).PlacesAsync(check, check.Even(2), atLeast: 20)).Count.ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task Hovering_tells_the_true_value_of_the_place_it_names()
    {
        var raster = SampleScenes.RasterIn(scenes.Olinda);
        await using var page = await OpenAsync(Plot(raster, [3, 2, 1]));
        var point = await new PlotOnPage(page).HoverAsync(0.4, 0.6);
        var truth = Tool.Run("gdallocationinfo", "-valonly", "-b", "3", "-b", "2", "-b", "1", raster, $"{point.Column}", $"{point.Row}")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

        point.Values.Select(value => value.Replace(",", "", StringComparison.Ordinal)).ShouldBe(truth);
        point.Label.ShouldContain($"Band 3: {truth[0]}");
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_formula_in_a_colour_scale_is_painted_in_the_colours_of_its_values()
    {
        var raster = SampleScenes.RasterIn(scenes.Olinda);
        var scale = new ColorScale("from red to blue", 0xFF0000, 0x0000FF);
        var check = new PixelCheck(raster, (image, column, row) =>
        {
            var share = (((image[4, column, row] - image[3, column, row]) / (image[4, column, row] + image[3, column, row])) + 1) / 2;
            return [255 * (1 - share), 0, 255 * share];
        });
        await using var page = await OpenAsync(PlotBuilder.Bands(
            [raster], [], null, new PlotOptions { Expression = "(b4 - b3) / (b4 + b3)", Stretch = Stretch.Range(-1, 1), ColorScale = scale },
            TestContext.Current.CancellationToken));

        check.NearlyAllRight(await page.ScreenshotAsync(), await new PlotOnPage(page).PlacesAsync(check, check.Even(2), atLeast: 20)).ShouldBeTrue();
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Zooming_narrows_the_axes_and_double_click_brings_them_back()
    {
        await using var page = await OpenAsync(Plot(SampleScenes.RasterIn(scenes.Olinda), null));
        var before = await new PlotOnPage(page).RangeAsync();

        await page.Page.Locator(".modebar-btn[data-title='Zoom in']").ClickAsync(new() { Force = true });
        (await new PlotOnPage(page).RangeAsync()).ShouldBeLessThan(before * 0.6);
        await page.Page.Locator(".js-plotly-plot .nsewdrag").DblClickAsync();
        await page.Page.WaitForFunctionAsync(
            "width => Math.abs(document.querySelector('.js-plotly-plot')._fullLayout.xaxis.range[1] - "
                + "document.querySelector('.js-plotly-plot')._fullLayout.xaxis.range[0] - width) < 1", before);
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_band_has_a_colour_bar_with_its_range()
    {
        var plot = PlotBuilder.Bands(
            [SampleScenes.RasterIn(scenes.Olinda)], [], null,
            new PlotOptions { Expression = "(b4 - b3) / (b4 + b3)", Stretch = Stretch.Range(-0.5, 0.5) },
            TestContext.Current.CancellationToken);
        await using var page = await OpenAsync(plot);

        (await page.Page.Locator(".u42-color-bar-ticks span").AllTextContentsAsync()).ShouldContain("0.4");
        (await page.Page.Locator(".u42-color-bar-title").TextContentAsync()).ShouldBe("(b4 - b3) / (b4 + b3)");
        (await page.Page.Locator("figcaption").Last.TextContentAsync())!.ShouldContain("(b4 - b3) / (b4 + b3) · viridis from −0.5 to 0.5");
        page.Errors.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Clipped values would agree with too much.</summary>
    private static double[]? Unclipped(double[] color) => color.All(channel => channel is >= 0 and <= 255) ? color : null;

    private string Scene()
    {
        var raster = _folder["scene.tif"];
        Sandbox.SceneMaker.Write(raster, new Sandbox.SceneOptions { Width = 768, Height = 768 }, cancellationToken: TestContext.Current.CancellationToken);
        return raster;
    }

    private static PixelCheck Berlin(string raster) => new(raster, (image, column, row) =>
        image[4, column, row] == 0 ? null : [image[1, column, row], image[2, column, row], image[3, column, row]]);

    private static BandPlot Plot(string raster, BandList? bands, Stretch? stretch = null) =>
        PlotBuilder.Bands([raster], [], bands, new PlotOptions { Stretch = stretch ?? Stretch.Default }, TestContext.Current.CancellationToken);

    internal static (double R, double G, double B) Color(RawImage screen, (double X, double Y) place) =>
        (screen[1, (int)place.X, (int)place.Y], screen[2, (int)place.X, (int)place.Y], screen[3, (int)place.X, (int)place.Y]);

    private string Save(BandPlot plot) => plot.SaveHtml(_folder["plot.html"]);

    private async Task<BrowserPage> OpenAsync(BandPlot plot)
    {
        var page = await browser.OpenAsync(Save(plot));
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        return page;
    }
}
