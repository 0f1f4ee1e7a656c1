using Microsoft.DotNet.Interactive.Formatting;

namespace Up42.Interactive.Tests.Plots;

public sealed class CoveragePlotTests(Browser browser, SampleScenes scenes) : IClassFixture<Browser>, IClassFixture<SampleScenes>, IDisposable
{
    private const string Half =
        """{"type":"Polygon","coordinates":[[[-34.916589,-8.1],[-34.87,-8.1],[-34.87,-7.9],[-34.916589,-7.9],[-34.916589,-8.1]]]}""";

    private readonly TempFolder _folder = new();

    [Fact]
    public void Share_is_the_covered_part_of_the_area() =>
        JobResults.Open(scenes.Olinda).PlotCoverage(Half).Share!.Value.ShouldBe(0.0907 / 0.2, 0.005);

    [Fact]
    public void Share_without_an_area_is_unknown() => JobResults.Open(scenes.Olinda).PlotCoverage().Share.ShouldBeNull();

    [Fact]
    public void ToDisplayString_of_the_plot_is_its_html()
    {
        var plot = JobResults.Open(scenes.Olinda).PlotCoverage(Half);

        plot.ToDisplayString("text/html").ShouldBe(plot.ToHtml());
    }

    [Fact]
    public async Task Page_draws_footprints_and_area_and_keeps_the_table_without_scripts()
    {
        var path = JobResults.Open(scenes.Olinda).PlotCoverage(Half, "sensor").SaveHtml(_folder["coverage.html"]);
        await using var page = await browser.OpenAsync(path);
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        (await page.Page.Locator(".legendtext").AllTextContentsAsync()).ShouldBe(["Landsat 7 ETM+", "Area of interest"]);
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();

        await using var still = await browser.OpenAsync(path, new() { JavaScriptEnabled = false });
        (await still.Page.Locator("tbody tr").TextContentAsync())!.ShouldBe("Landsat 7 ETM+199.845.1 %");
    }

    public void Dispose() => _folder.Dispose();
}
