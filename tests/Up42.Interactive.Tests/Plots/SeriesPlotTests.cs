using Microsoft.DotNet.Interactive.Formatting;

namespace Up42.Interactive.Tests.Plots;

public sealed class SeriesPlotTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly TempFolder _folder = new();

    private static FeatureTable Lake { get; } = FeatureTable.Parse(
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","geometry":null,"properties":{"date":"2023-06-01T00:00:00Z","step":2,"<km2>":11.5}},
        {"type":"Feature","geometry":null,"properties":{"date":"2023-04-22T00:00:00Z","step":1,"<km2>":13.25}},
        {"type":"Feature","geometry":null,"properties":{"date":null,"step":4,"<km2>":2}},
        {"type":"Feature","geometry":null,"properties":{"date":"2023-07-11T10:30:00Z","step":3,"<km2>":8}}]}
        """);

    [Fact]
    public void PlotSeries_orders_values_by_date_and_leaves_out_rows_without_one()
    {
        var plot = Lake.PlotSeries("date", "<km2>");

        plot.Values.ShouldBe([13.25, 11.5, 8]);
        plot.ToString().ShouldBe("Plot of <km2> by date: 3 values, 13.25 to 8");
        plot.ToHtml().ShouldContain("1 row without a value in both columns left out.");
    }

    [Fact]
    public void PlotSeries_goes_along_numbers_too() => Lake.PlotSeries("step", "<km2>").Values.ShouldBe([13.25, 11.5, 8, 2]);

    [Fact]
    public void PlotSeries_of_a_column_that_is_no_number_says_what_it_needs() =>
        Should.Throw<ArgumentException>(() => Lake.PlotSeries("step", "date")).Message.ShouldStartWith("The column date holds date; a series needs numbers.");

    [Fact]
    public void PlotSeries_without_any_value_says_so() =>
        Should.Throw<Up42Exception>(() => Lake.Where(row => row["date"] is null).WithColumn("other", _ => 1).PlotSeries("date", "other"));

    [Fact]
    public void ToDisplayString_of_the_plot_is_its_html()
    {
        var plot = Lake.PlotSeries("date", "<km2>");

        plot.ToDisplayString("text/html").ShouldBe(plot.ToHtml());
    }

    [Fact]
    public async Task Page_draws_every_point_and_keeps_the_table_without_scripts()
    {
        var path = Lake.PlotSeries("date", "<km2>").SaveHtml(_folder["series.html"]);
        await using var page = await browser.OpenAsync(path);
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        (await page.Page.Locator(".scatterlayer .points path").CountAsync()).ShouldBe(3);
        (await page.Page.Locator(".ytitle").TextContentAsync()).ShouldBe("<km2>");
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();

        await using var still = await browser.OpenAsync(path, new() { JavaScriptEnabled = false });
        (await still.Page.Locator("tbody tr").AllTextContentsAsync()).ShouldBe(["2023-04-2213.25", "2023-06-0111.5", "2023-07-11 10:308"]);
    }

    [Fact]
    public void SavePng_draws_the_line_and_its_points()
    {
        var picture = RawImage.Read(Lake.PlotSeries("date", "<km2>").SavePng(_folder["series.png"]));

        Enumerable.Range(0, picture.Width * picture.Height).Count(i =>
            (picture[1, i % picture.Width, i / picture.Width], picture[2, i % picture.Width, i / picture.Width],
                picture[3, i % picture.Width, i / picture.Width]) == (0x00, 0x72, 0xB2))
            .ShouldBeGreaterThan(1000);
    }

    public void Dispose() => _folder.Dispose();
}
