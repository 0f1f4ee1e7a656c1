using Up42.Interactive.Sandbox;

namespace Up42.Interactive.Tests.Maps;

/// <summary>Comparisons and timelines without scripts, as pictures, and what they say of what they cannot show.</summary>
public sealed class SteppedMapTests(DatedScenes scenes) : IClassFixture<DatedScenes>, IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_comparison_is_a_picture_of_each_side_and_of_the_difference()
    {
        var comparison = scenes[0].CompareResults(scenes[1], options: DatedScenes.Options, cancellationToken: Token);

        var html = comparison.StaticHtml().ToString();
        html.Split("<img ").Length.ShouldBe(1 + 4);
        html.ShouldContain("<strong>2023-01-20</strong>");
        html.ShouldContain("<strong>2023-05-19</strong>");
        html.ShouldContain("<strong>NDVI, 2023-05-19 − 2023-01-20</strong>");
        html.ShouldContain("one stretch for all images");
        comparison.ToString().ShouldStartWith("Comparison of 2023-01-20 and 2023-05-19, 12.9");
        comparison.ToHtml().ShouldBe(scenes[0].CompareResults(scenes[1], options: DatedScenes.Options, cancellationToken: Token).ToHtml());
        var sheet = RawImage.Read(comparison.SavePng(_folder["sheet.png"]));
        sheet.Width.ShouldBe(2160);
        Enumerable.Range(0, 3).Select(part => sheet[1, 350 + (680 * part), 350]).Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Sides_are_named_by_the_caller_and_a_hostile_name_is_text()
    {
        var comparison = scenes.Results.CompareResults(
            scenes.Results, bands: 4, leftName: "<script>alert(1)</script>", rightName: "after\u202E", options: DatedScenes.Options, cancellationToken: Token);

        comparison.ToString().ShouldNotContain('\u202E');
        comparison.ToHtml().ShouldNotContain("<script>alert(1)</script>");
        comparison.StaticHtml().ToString().ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        comparison.Left.ShouldBe("<script>alert(1)</script>");
    }

    [Fact]
    public void A_side_compared_with_itself_is_told_apart_and_differs_nowhere()
    {
        var comparison = scenes[0].CompareResults(scenes[0], difference: "b4", options: DatedScenes.Options, cancellationToken: Token);

        (comparison.Left, comparison.Right).ShouldBe(("scene_20230120.tif, left", "scene_20230120.tif, right"));
        comparison.StaticHtml().ToString().ShouldContain("b4 difference");
    }

    [Fact]
    public void A_difference_that_cannot_be_computed_is_said_and_the_sides_are_shown()
    {
        var comparison = scenes[0].CompareResults(
            scenes[1], difference: "swir16", mode: CompareMode.Difference, options: DatedScenes.Options, cancellationToken: Token);

        comparison.ToString().ShouldContain("There is no difference for 2023-01-20: 'scene_20230120.tif' does not say which band is swir16");
        comparison.StaticHtml().ToString().Split("<img ").Length.ShouldBe(1 + 2);
    }

    [Fact]
    public void A_timeline_is_a_strip_of_pictures_with_dates()
    {
        var timeline = scenes.Results.MapTimeline(expression: "NDVI", options: DatedScenes.Options, cancellationToken: Token);

        timeline.Dates.ShouldBe(["2023-01-20", "2023-05-19", "2023-08-02"]);
        timeline.ToString().ShouldStartWith("Timeline of 3 dates, 2023-01-20 to 2023-08-02, 12.9");
        timeline.StaticHtml().ToString().Split("<figure ").Length.ShouldBe(1 + 3);
        timeline.ToHtml().ShouldBe(scenes.Results.MapTimeline(expression: "NDVI", options: DatedScenes.Options, cancellationToken: Token).ToHtml());
        RawImage.Read(timeline.SavePng(_folder["strip.png"])).Width.ShouldBe(2160);
    }

    [Fact]
    public void Dates_are_given_by_the_caller_and_rasters_without_one_are_told()
    {
        var timeline = scenes.Results.MapTimeline(
            1, date: raster => raster == scenes[1] ? null : new(2020, raster == scenes[0] ? 5 : 3, 1, 0, 0, 0, TimeSpan.Zero), cancellationToken: Token);

        timeline.Dates.ShouldBe(["2020-03-01", "2020-05-01"]);
        timeline.ToString().ShouldEndWith("scene_20230519.tif is not on the timeline: nothing says when it was taken");
        Should.Throw<Up42Exception>(() => scenes.Results.MapTimeline(date: _ => null, cancellationToken: Token)).Message.ShouldBe(
            "None of the rasters has a date: neither their features nor their files' names say when they were taken. "
            + "Say it: MapTimeline(date: raster => …).");
    }

    [Fact]
    public void Reading_is_canceled()
    {
        using var canceled = new CancellationTokenSource();
        canceled.Cancel();

        Should.Throw<OperationCanceledException>(() => scenes.Results.MapTimeline(cancellationToken: canceled.Token));
        Should.Throw<OperationCanceledException>(() => scenes[0].CompareResults(scenes[1], cancellationToken: canceled.Token));
    }

    [Theory]
    [InlineData("S2A_MSIL2A_20200501T102031_N0214.tif", "2020-05-01T10:20:31Z")]
    [InlineData("lake_2020-05-31.tif", "2020-05-31T00:00:00Z")]
    [InlineData("LC08_L1TP_193024_20200317_20200822_02_T1.tif", "2020-03-17T00:00:00Z")]
    [InlineData("scene_20201399_20200102.tif", "2020-01-02T00:00:00Z")]
    [InlineData("scene_12020050112.tif", null)]
    [InlineData("scene_2020-0501.tif", null)]
    [InlineData("a.tif", null)]
    public void Files_names_tell_dates(string name, string? date) =>
        RasterDate.InName(name).ShouldBe(date is null ? null : DateTimeOffset.Parse(date, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    [Trait("Tier", "Long")]
    public void Twenty_four_dates_fit_a_cell()
    {
        for (var month = 0; month < 24; month++)
        {
            var date = new DateOnly(2022, 1, 15).AddMonths(month);
            SceneMaker.Write(_folder[$"scene_{date:yyyyMMdd}.tif"], new SceneOptions { Width = 1024, Height = 1024, Date = date }, cancellationToken: Token);
        }

        foreach (var expression in new[] { null, "NDVI" })
        {
            var timeline = JobResults.Open(_folder.Path, cancellationToken: Token).MapTimeline(expression: expression, cancellationToken: Token);
            timeline.Dates.Count.ShouldBe(24);
            timeline.ToHtml().Length.ShouldBeLessThan(4_000_000);
        }
    }

    public void Dispose() => _folder.Dispose();
}
