using Microsoft.DotNet.Interactive.Formatting;

namespace Up42.Interactive.Tests.Plots;

public sealed class TablePlotTests(Browser browser) : IDisposable
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

    private static FeatureTable Ships { get; } = new (string Day, string? Flag, int Crew, int Length)[]
    {
        ("Mon", "DE", 5, 30), ("Mon", "DK", 1, 20), ("Tue", "DE", 2, 10), ("Tue", "DK", 4, 40), ("Mon", null, 5, 50),
    }.Select(ship => new { day = ship.Day, flag = ship.Flag, crew = ship.Crew, length = ship.Length }).ToTable();

    [Fact]
    public void PlotSeries_orders_values_by_date_and_leaves_out_rows_without_one()
    {
        var plot = Lake.PlotSeries("date", "<km2>");

        plot.Values.ShouldBe([13.25, 11.5, 8]);
        plot.ToString().ShouldBe("Plot of <km2> by date: 3 values, 8 to 13.25");
        plot.ToHtml().ShouldContain("1 row without a value in both columns left out.");
    }

    [Fact]
    public void PlotSeries_goes_along_numbers_too() => Lake.PlotSeries("step", "<km2>").Values.ShouldBe([13.25, 11.5, 8, 2]);

    [Fact]
    public void PlotSeries_of_a_column_that_is_no_number_says_what_it_needs() =>
        Should.Throw<ArgumentException>(() => Lake.PlotSeries("step", "date")).Message
            .ShouldStartWith("The column 'date' holds date; a plot needs numbers.");

    [Fact]
    public void PlotSeries_without_any_value_says_so() =>
        Should.Throw<Up42Exception>(() => Lake.Where(row => row["date"] is null).WithColumn("other", _ => 1).PlotSeries("date", "other"));

    [Fact]
    public void PlotSeries_has_a_line_for_each_value_of_another_column()
    {
        var plot = Ships.PlotSeries("day", "length", by: "flag");

        plot.Groups.ShouldBe(["DE", "DK", "no value"]);
        plot.Values.ShouldBe([30, 10, 20, 40, 50]);
        plot.ToString().ShouldBe("Plot of length by day: 5 values in 3 groups, 10 to 50");
        plot.ToHtml().ShouldContain("""<tr><th scope="row">Mon</th><td>DE</td><td align="right">30</td></tr>""");
    }

    [Fact]
    public void PlotBars_counts_rows_or_adds_what_they_have()
    {
        Ships.PlotBars("day").Values.ShouldBe([3, 2]);
        Ships.PlotBars("day", "length").Values.ShouldBe([100, 50]);
        Ships.PlotBars("day", "length", statistic: "mean").ToString().ShouldBe("Plot of length (mean) by day: 2 bars, 25 to 33.3333");
        Ships.PlotBars("day", "length", by: "flag").Values.ShouldBe([30, 10, 20, 40, 50]);
        Ships.PlotBars("crew").Values.ShouldBe([1, 1, 1, 2]);
        Ships.PlotBars("crew").ToHtml().ShouldContain("""<tr><th scope="row">2</th><td align="right">1</td></tr>""");
        Should.Throw<ArgumentException>(() => Ships.PlotBars("day", "flag", statistic: "max")).Message.ShouldStartWith("The max of the column 'flag' is not");
        Should.Throw<ArgumentException>(() => Ships.PlotBars("day", "flag")).Message.ShouldStartWith("The column 'flag' holds text; a sum needs numbers.");
    }

    [Fact]
    public void PlotBars_of_very_many_values_shows_the_first_ones_and_says_so()
    {
        var plot = Enumerable.Range(0, 300).Select(i => new { name = $"a ship whose name is long {i}", n = i }).ToTable().PlotBars("name", "n");

        plot.Values.Count.ShouldBe(60);
        plot.ToHtml().ShouldContain("The first 60 of 300 values of name are shown;");
    }

    [Fact]
    public void PlotScatter_colours_points_as_maps_colour_features()
    {
        Ships.PlotScatter("crew", "length", colorBy: "flag").Groups.ShouldBe(["DE", "DK", "no value"]);
        var many = Enumerable.Range(0, 30).Select(i => new { x = i, y = i % 7, z = i / 2.0 }).ToTable();
        many.PlotScatter("x", "y", colorBy: "z").Groups.ShouldBe(["z"]);
        many.PlotScatter("x", "y", colorBy: "z", new() { Classification = Classification.EqualIntervals(3) }).Groups.Count.ShouldBe(3);
        many.PlotScatter("x", "y").Values.Count.ShouldBe(30);
    }

    [Fact]
    public void PlotHistogram_counts_numbers_dates_and_texts()
    {
        Ships.PlotHistogram("length", bins: 2).Values.ShouldBe([3, 2]);
        Ships.PlotHistogram("crew").Values.ShouldBe([1, 1, 0, 1, 2]);
        Ships.PlotHistogram("day").Values.ShouldBe([3, 2]);
        Ships.PlotHistogram("flag").Values.ShouldBe([2, 2]);
        Ships.PlotHistogram("length", bins: 2, by: "day").Values.ShouldBe([2, 1, 1, 1]);
        Lake.PlotHistogram("date", bins: 3).Values.ShouldBe([1, 1, 1]);
        Lake.Head(1).PlotHistogram("step").Values.ShouldBe([1]);
        Should.Throw<ArgumentOutOfRangeException>(() => Ships.PlotHistogram("length", bins: 0)).Message.ShouldStartWith("A histogram has 1 to 500 bins.");
    }

    [Fact]
    public void What_can_not_be_plotted_is_said()
    {
        var lists = new[] { new { list = new[] { 1 }, n = 1, none = (string?)null } }.ToTable();

        Should.Throw<ArgumentException>(() => lists.PlotSeries("list", "n")).Message.ShouldStartWith("The column 'list' holds list, which has no place");
        Should.Throw<ArgumentException>(() => lists.PlotHistogram("list")).Message.ShouldStartWith("The column 'list' holds list; a histogram needs");
        Should.Throw<Up42Exception>(() => lists.PlotBars("none")).Message.ShouldBe("No row has a value in none.");
        Should.Throw<Up42Exception>(() => lists.Head(0).PlotHistogram("n"));
        Should.Throw<ArgumentException>(() => Ships.PlotBars("days")).Message.ShouldContain("Did you mean 'day'?");
    }

    [Fact]
    [Trait("Tier", "Long")]
    public void A_plot_of_very_many_points_keeps_to_its_size()
    {
        var plot = Enumerable.Range(0, 100_000).Select(i => new { x = i * Math.PI, y = Math.Sin(i) }).ToTable().PlotScatter("x", "y");

        plot.Values.Count.ShouldBe(20_000);
        plot.ToHtml().Length.ShouldBeLessThan(3_000_000);
        plot.ToHtml().ShouldContain("20,000 of 100,000 points are shown, evenly picked.");
    }

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
        (await page.Page.Locator(".u42-grid tbody tr").First.IsVisibleAsync()).ShouldBeFalse();
        await page.Page.Locator("summary", new() { HasText = "Show as table" }).PressAsync("Enter");
        (await page.Page.Locator(".u42-grid tbody tr").AllInnerTextsAsync()).ShouldBe(["2023-04-22\t13.25", "2023-06-01\t11.50", "2023-07-11 10:30\t8.00"]);
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();

        await using var still = await browser.OpenAsync(path, new() { JavaScriptEnabled = false });
        (await still.Page.Locator("tbody tr").AllTextContentsAsync()).ShouldBe(["2023-04-2213.25", "2023-06-0111.50", "2023-07-11 10:308.00"]);
    }

    [Fact]
    public void SavePng_draws_the_line_and_its_points()
    {
        var picture = RawImage.Read(Lake.PlotSeries("date", "<km2>").SavePng(_folder["series.png"]));

        Enumerable.Range(0, picture.Width * picture.Height).Count(i =>
            (picture[1, i % picture.Width, i / picture.Width], picture[2, i % picture.Width, i / picture.Width],
                picture[3, i % picture.Width, i / picture.Width]) == (0x3A, 0x95, 0xC9))
            .ShouldBeGreaterThan(1000);
    }

    public void Dispose() => _folder.Dispose();
}
