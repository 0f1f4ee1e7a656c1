using Microsoft.DotNet.Interactive.Formatting;

namespace Up42.Interactive.Tests.Plots;

public sealed class CoveragePlotTests(Browser browser, SampleScenes scenes) : IDisposable
{
    private const string Half =
        """{"type":"Polygon","coordinates":[[[-34.916589,-8.1],[-34.87,-8.1],[-34.87,-7.9],[-34.916589,-7.9],[-34.916589,-8.1]]]}""";

    private readonly TempFolder _folder = new();

    [Fact]
    public void PlotCoverage_of_points_alone_says_that_there_is_no_footprint()
    {
        File.WriteAllText(_folder["data.json"], """{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}""");

        Should.Throw<Up42Exception>(() => JobResults.Open(_folder.Path).PlotCoverage()).Message.ShouldContain("no feature with an area");
    }

    [Fact]
    public void CoveragePercent_is_the_covered_part_of_the_area() =>
        JobResults.Open(scenes.Olinda, cancellationToken: TestContext.Current.CancellationToken).PlotCoverage(Half)
            .CoveragePercent!.Value.ShouldBe(100 * 0.0907 / 0.2, 0.5);

    [Fact]
    public void CoveragePercent_without_an_area_is_unknown() =>
        JobResults.Open(scenes.Olinda, cancellationToken: TestContext.Current.CancellationToken).PlotCoverage()
            .CoveragePercent.ShouldBeNull();

    [Fact]
    public void ToDisplayString_of_the_plot_is_its_html()
    {
        var plot = JobResults.Open(scenes.Olinda, cancellationToken: TestContext.Current.CancellationToken).PlotCoverage(Half);

        plot.ToDisplayString("text/html").ShouldBe(plot.ToHtml());
    }

    [Fact]
    public async Task Page_draws_footprints_and_area_and_keeps_the_table_without_scripts()
    {
        var path = JobResults.Open(scenes.Olinda, cancellationToken: TestContext.Current.CancellationToken).PlotCoverage(Half, "sensor")
            .SaveHtml(_folder["coverage.html"]);
        await using var page = await browser.OpenAsync(path);
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        (await page.Page.Locator(".legendtext").AllTextContentsAsync()).ShouldBe(["Landsat 7 ETM+", "Area of interest"]);
        var heading = (await page.Page.Locator(".u42-heading").BoundingBoxAsync())!;
        (await page.Page.Locator(".u42-heading").TextContentAsync())!.ShouldBe("45.1 % of the area of interest is covered");
        (await page.Page.Locator(".legend").BoundingBoxAsync())!.Y.ShouldBeGreaterThanOrEqualTo(heading.Y + heading.Height - 1);
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();

        await using var still = await browser.OpenAsync(path, new() { JavaScriptEnabled = false });
        (await still.Page.Locator("figure > img").BoundingBoxAsync())!.Width.ShouldBeGreaterThan(400);
        (await still.Page.Locator("tbody tr").TextContentAsync())!.ShouldBe("Landsat 7 ETM+199.845.1 %");
    }

    [Fact]
    public void SavePng_fills_the_footprints_and_outlines_the_area()
    {
        var picture = RawImage.Read(
            JobResults.Open(scenes.Olinda, cancellationToken: TestContext.Current.CancellationToken).PlotCoverage(Half, "sensor")
                .SavePng(_folder["coverage.png"]));

        int Count(int r, int g, int b) => Enumerable.Range(0, picture.Width * picture.Height).Count(i =>
            (picture[1, i % picture.Width, i / picture.Width], picture[2, i % picture.Width, i / picture.Width],
                picture[3, i % picture.Width, i / picture.Width]) == (r, g, b));
        Count(0xD6, 0x45, 0x3D).ShouldBeGreaterThan(500);
        Count(0xBA, 0xD9, 0xEA).ShouldBeGreaterThan(10_000, "a footprint's blue on white");
    }

    public void Dispose() => _folder.Dispose();
}
