using Microsoft.Playwright;
using Up42.Interactive.Gdal;

namespace Up42.Interactive.Tests.Displays;

/// <summary>Very long and very many names of bands: displays keep to their width, and say the rest.</summary>
public sealed class LongNamesBrowserTests(Browser browser) : IDisposable
{
    private const int Width = 900;

    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("card", true)]
    [InlineData("plot", false)]
    [InlineData("histogram", true)]
    [InlineData("map", true)]
    public Task A_name_of_300_characters_widens_nothing(string display, bool withScripts) => AssertNotWidenedAsync(display, withScripts);

    [Theory]
    [InlineData("plot", true)]
    [InlineData("histogram", false)]
    [Trait("Tier", "Long")]
    public Task A_name_of_300_characters_widens_no_other_display(string display, bool withScripts) => AssertNotWidenedAsync(display, withScripts);

    private async Task AssertNotWidenedAsync(string display, bool withScripts)
    {
        var name = $"{new string('A', 150)} {new string('b', 149)}";
        var results = Results(name);
        IDisplay shown = display switch
        {
            "card" => RasterFile.Open(_folder["a.tif"]),
            "plot" => results.PlotResults(cancellationToken: Token),
            "histogram" => results.PlotHistogram(cancellationToken: Token),
            _ => results.MapResults(cancellationToken: Token),
        };
        var options = new BrowserNewContextOptions { ViewportSize = new() { Width = Width, Height = 800 }, JavaScriptEnabled = withScripts };
        await using var page = shown is PageDisplay paged
            ? await browser.OpenAsync(paged.SaveHtml(_folder["page.html"]), options)
            : await browser.ShowAsync(shown.ToHtml(), options);

        if (withScripts && shown is PageDisplay)
        {
            await page.Page.Locator("body.u42-ready").WaitForAsync();
            var widest = await page.Page.EvaluateAsync<double>(
                "() => Math.max(...[...document.querySelectorAll('td, th, figcaption, .u42-legend, .cbtitle')].map(one => one.getBoundingClientRect().right))");
            widest.ShouldBeLessThanOrEqualTo(Width);
            (await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBe(Width);
        }
        else
        {
            (await page.Page.EvaluateAsync<bool>(
                "() => [...document.querySelectorAll('*')].every(one => one.scrollWidth <= Math.max(one.clientWidth, innerWidth))")).ShouldBeTrue();
        }

        (await page.Page.ContentAsync()).ShouldContain(name[..60]);
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task A_legend_of_200_bands_leaves_room_for_the_plot()
    {
        var plot = Results([.. Enumerable.Range(1, 200).Select(number => $"band number {number}")]).PlotHistogram(cancellationToken: Token);

        await using var page = await browser.OpenAsync(plot.SaveHtml(_folder["page.html"]), new() { ViewportSize = new() { Width = Width, Height = 800 } });
        await page.Page.Locator("body.u42-ready").WaitForAsync();

        var names = await page.Page.Locator(".legendtext").AllTextContentsAsync();
        names.Count.ShouldBe(17);
        names[^1].ShouldBe("and 184 more bands, named in the table");
        (await page.Page.Locator(".scatterlayer .trace .js-line").CountAsync()).ShouldBeGreaterThanOrEqualTo(200);
        var paper = (await page.Page.Locator(".plot-container .bglayer .bg").BoundingBoxAsync())!;
        paper.Height.ShouldBeGreaterThan(160);
        plot.ToHtml().ShouldContain("band number 200</th>");
        RawImage.Read(plot.SavePng(_folder["a.png"])).Height.ShouldBeLessThan(1200);
        page.Errors.ShouldBeEmpty();
    }

    private JobResults Results(params string[] names)
    {
        using (var raster = GdalDataset.Create("GTiff", _folder["a.tif"], 40, 30, names.Length, GdalDataType.UInt16))
        using (var reference = GdalSpatialReference.FromEpsg(32633))
        {
            raster.SetSpatialReference(reference);
            raster.Geotransform = [380000, 10, 0, 5820000, 0, -10];
            foreach (var (index, name) in names.Index())
            {
                raster.Band(index + 1).WriteRows<ushort>(0, [.. Enumerable.Range(0, 40 * 30).Select(i => (ushort)((i * 7) + index))]);
                raster.Band(index + 1).Description = name;
            }

            raster.Close();
        }

        return JobResults.Open(_folder.Path, cancellationToken: Token);
    }
}
