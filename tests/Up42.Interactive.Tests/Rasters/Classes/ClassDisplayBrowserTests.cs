using System.Globalization;
using System.Text.RegularExpressions;
using Up42.Interactive.Tests.Plots;

namespace Up42.Interactive.Tests.Rasters.Classes;

/// <summary>What readers see of named classes: the key of plots and maps, with and without scripts, and what the pointer tells.</summary>
public sealed class ClassDisplayBrowserTests : IDisposable
{
    private const string Hostile = "<img src=x onerror=canary=1>";

    private readonly TempFolder _folder = new();
    private readonly Browser _browser;
    private readonly string _raster;

    public ClassDisplayBrowserTests(Browser browser)
    {
        var names = $"""band.SetCategoryNames(["Clouds", "Water", "{Hostile}", "", "Built-up"])""";
        (_browser, _raster) = (browser, ClassRaster.Write(_folder["classes.tif"], names, values: "0 1 2 2 4 7"));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Plots_have_a_row_a_class_with_its_area(bool withScripts)
    {
        Plot().SaveHtml(_folder["plot.html"]);
        await using var page = await _browser.OpenAsync(_folder["plot.html"], new() { JavaScriptEnabled = withScripts });
        if (withScripts)
        {
            await page.Page.Locator("body.u42-ready").WaitForAsync();
        }

        var rows = page.Page.Locator("table.u42-classes:visible tr");
        AssertRows(await rows.AllInnerTextsAsync());
        (await page.Page.Locator("table.u42-classes:visible img").CountAsync()).ShouldBe(5);
        AssertCalm(page);
    }

    [Fact]
    public async Task Maps_have_a_row_a_class_with_its_area_and_colour()
    {
        Map().SaveHtml(_folder["map.html"]);
        await using var page = await _browser.OpenAsync(_folder["map.html"]);
        await page.Page.Locator("body.u42-ready").WaitForAsync();

        var rows = page.Page.Locator("li.u42-class:visible");
        AssertRows(await rows.AllInnerTextsAsync());
        var colors = await page.Page.Locator("li.u42-class i").EvaluateAllAsync<string[]>("marks => marks.map(mark => mark.style.backgroundColor)");
        colors.Distinct().Count().ShouldBe(5);
        AssertCalm(page);
    }

    [Fact]
    public async Task Maps_without_scripts_have_the_key_as_a_table()
    {
        Map().SaveHtml(_folder["map.html"]);
        await using var page = await _browser.OpenAsync(_folder["map.html"], new() { JavaScriptEnabled = false });

        AssertRows(await page.Page.Locator("table.u42-classes:visible tr").AllInnerTextsAsync());
        (await page.Page.Locator("table.u42-classes caption").InnerTextAsync()).ShouldBe("classes.tif");
    }

    [Fact]
    public async Task The_pointer_on_a_plot_tells_value_and_name()
    {
        Plot().SaveHtml(_folder["plot.html"]);
        await using var page = await _browser.OpenAsync(_folder["plot.html"]);
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        var plot = new PlotOnPage(page);

        for (var place = 0; place < 10; place++)
        {
            var point = await plot.HoverAsync(0.08 + (0.09 * place), 0.1 + (0.083 * place));
            point.Values.ShouldBe([Truth(point.Column, point.Row)]);
        }

        // Keys tell the same, aloud.
        await page.Page.Locator(".js-plotly-plot").FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await page.Page.WaitForFunctionAsync("() => document.querySelector('.u42-spoken').textContent.includes('pixel')");
        var spoken = await page.Page.Locator(".u42-spoken").TextContentAsync();
        var pixel = Regex.Match(spoken!, @"pixel (\d+), (\d+)", RegexOptions.NonBacktracking);
        spoken.ShouldStartWith($"Band 1: {Truth(Number(pixel.Groups[1].Value), Number(pixel.Groups[2].Value))}, ");
        AssertCalm(page);
    }

    [Fact]
    public async Task The_pointer_on_a_map_tells_value_and_name()
    {
        Map().SaveHtml(_folder["map.html"]);
        await using var page = await _browser.OpenAsync(_folder["map.html"]);
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        var box = (await page.Page.Locator(".leaflet-image-layer").BoundingBoxAsync())!;
        var told = page.Page.Locator(".u42-readout span").First;

        for (var place = 0; place < 10; place++)
        {
            await page.Page.Mouse.MoveAsync((float)(box.X + (box.Width * (0.08 + (0.09 * place)))), (float)(box.Y + (box.Height * (0.1 + (0.08 * place)))));
            await page.Page.WaitForFunctionAsync("() => document.querySelector('.u42-readout span')?.textContent.includes('pixel')");
            var text = (await told.TextContentAsync())!;
            var pixel = Regex.Match(text, @"pixel (\d+), (\d+)", RegexOptions.NonBacktracking);
            text.ShouldStartWith($"Band 1 {Truth(Number(pixel.Groups[1].Value), Number(pixel.Groups[2].Value))} · pixel ");
        }

        AssertCalm(page);
    }

    [Fact]
    public void Pictures_without_a_browser_have_the_key_too()
    {
        Plot().SavePng(_folder["plot.png"]);
        Map().SavePng(_folder["map.png"]);

        foreach (var name in new[] { "plot.png", "map.png" })
        {
            var picture = RawImage.Read(_folder[name]);
            var last = Enumerable.Range(0, picture.Width * picture.Height).Where(pixel => IsWater(picture, pixel % picture.Width, pixel / picture.Width)).Max();
            (last / picture.Width).ShouldBeGreaterThan((int)(0.8 * picture.Height), name);
        }
    }

    [Fact]
    public void Charts_of_Plotly_tell_names()
    {
        var json = FigureJson.Create(Plot().ToChart());

        json.ShouldContain("1 · Water");
        json.ShouldContain("2 · &lt;img src=x onerror=canary=1&gt;");
    }

    [Fact]
    public async Task Many_images_share_one_key_without_areas()
    {
        var paths = Enumerable.Range(0, 5).Select(index => ClassRaster.Write(
            _folder[$"{index}.tif"], ClassRaster.Names, transform: [390_000 + (2000 * index), 10, 0, 5_820_000, 0, -10], values: "0 1 2")).ToList();
        new MapBuilder(new MapOptions { Basemaps = [] }).AddImages([.. paths.Select(path => (MapRaster)path)], null).Build().SaveHtml(_folder["map.html"]);
        await using var page = await _browser.OpenAsync(_folder["map.html"]);
        await page.Page.Locator("body.u42-ready").WaitForAsync();

        (await page.Page.Locator("li.u42-class").AllInnerTextsAsync()).Select(row => row.Trim()).Order().ShouldBe(["Clouds", "Forest", "Water"]);
        (await page.Page.Locator(".u42-legend .u42-name").AllInnerTextsAsync()).ShouldBe(["5 images"]);
    }

    [Fact]
    public void Comparisons_have_a_key_of_each_side()
    {
        using var other = new TempFolder();
        ClassRaster.WriteResults(_folder, new Dictionary<string, object>(), ClassRaster.Names);
        ClassRaster.WriteResults(other, new Dictionary<string, object>(), ClassRaster.Names);
        var (before, after) = (JobResults.Open(_folder.Path, cancellationToken: Token), JobResults.Open(other.Path, cancellationToken: Token));

        var comparison = before.CompareResults(after, cancellationToken: Token);

        Regex.Count(comparison.ToHtml(), "<table class=\"u42-classes\">", RegexOptions.NonBacktracking).ShouldBe(2);
        comparison.SavePng(_folder["comparison.png"]);
        var picture = RawImage.Read(_folder["comparison.png"]);

        // Below the images, whose lower edge has 14 points of space, stands the last row of the key.
        Enumerable.Range(0, 24 * picture.Width).ShouldContain(pixel => picture[1, pixel % picture.Width, picture.Height - 1 - (pixel / picture.Width)] < 128);
    }

    public void Dispose() => _folder.Dispose();

    private static bool IsWater(RawImage picture, int column, int row) =>
        (picture[1, column, row], picture[2, column, row], picture[3, column, row]) == (0xE6, 0x9F, 0x00);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static void AssertCalm(BrowserPage page)
    {
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
        page.Openings.ShouldBeEmpty();
    }

    /// <summary>Five rows: four names and a value without one, the largest first, each with an area that has not to be guessed.</summary>
    private static void AssertRows(IReadOnlyList<string> rows)
    {
        const string Row = @"^(?<name>.*?)\s*(?<area>[0-9.]+) km²$";
        var parts = rows.Select(row => Regex.Match(
            row.ReplaceLineEndings(" ").Replace('\t', ' ').Trim(), Row, RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)).ToList();
        parts.ShouldAllBe(part => part.Success);
        parts.Select(part => part.Groups["name"].Value).Order(StringComparer.Ordinal).ShouldBe(["7", Hostile, "Built-up", "Clouds", "Water"]);
        parts.Select(part => double.Parse(part.Groups["area"].Value, CultureInfo.InvariantCulture)).ShouldBeInOrder(SortDirection.Descending);
    }

    private string Truth(int column, int row)
    {
        var value = Tool.Run("gdallocationinfo", "-valonly", _raster, $"{column}", $"{row}").Trim();
        return value switch { "0" => "0 · Clouds", "1" => "1 · Water", "2" => $"2 · {Hostile}", "4" => "4 · Built-up", _ => value };
    }

    private BandPlot Plot() => PlotBuilder.Bands([_raster], [], null, new PlotOptions(), Token);

    private ResultMap Map() => new MapBuilder(new MapOptions { Basemaps = [] }).AddImages([_raster], null).Build();
}
