using Microsoft.Playwright;

namespace Up42.Interactive.Cli.Tests.Reports;

public sealed class ReportTests(Browser browser, ReportRuns reports) : IClassFixture<ReportRuns>, IDisposable
{
    private readonly TempFolder _folder = new();

    public static TheoryData<string> Archives => ["berlin-sentinel2/result_tif.tgz", "berlin-sentinel2/result_tif.zip", "landsat-olinda.tgz"];

    [Theory]
    [MemberData(nameof(Archives))]
    public async Task Report_of_an_archive_leads_with_results_and_map_and_shows_bands_and_features_offline(string archive)
    {
        var report = await reports.GetAsync(Samples.Find(archive));
        await using var page = await browser.OpenAsync(report.Page);

        (await page.Page.Locator("main h2").AllInnerTextsAsync()).ShouldBe(["Results", "Map", "Bands", "Features"]);
        foreach (var kind in (string[])["plot", "map"])
        {
            var frame = page.Page.Locator($"iframe[title*='{kind}' i]").First;
            await frame.ScrollIntoViewIfNeededAsync();
            await frame.ContentFrame.Locator("body.u42-live").WaitForAsync();
        }

        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldAllBe(address => address.StartsWith("https://server.arcgisonline.com/", StringComparison.Ordinal));
        Directory.EnumerateFiles(Path.GetDirectoryName(report.Page)!).ShouldBe([report.Page]);
    }

    [Theory]
    [MemberData(nameof(Archives))]
    public async Task Report_without_scripts_and_frames_still_shows_the_pictures_and_the_table(string archive)
    {
        var report = await reports.GetAsync(Samples.Find(archive));
        await using var page = await browser.OpenAsync(report.Page, new() { JavaScriptEnabled = false });
        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });

        var pictures = page.Page.Locator("main img:not([src^='data:image/svg'])"); // without outlines
        (await pictures.CountAsync()).ShouldBe(3);
        foreach (var picture in await pictures.AllAsync())
        {
            (await picture.BoundingBoxAsync())!.Width.ShouldBeGreaterThan(100);
            (await picture.GetAttributeAsync("alt")).ShouldNotBeNullOrWhiteSpace();
        }

        (await page.Page.Locator("section:has(h2:text('Features')) tbody tr").CountAsync()).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Report_is_titled_as_asked_and_encodes_what_it_is_told()
    {
        var report = await reports.GetAsync(Samples.OlindaTgz);
        await using var page = await browser.OpenAsync(report.Page);

        (await page.Page.Locator("h1").InnerTextAsync()).ShouldBe(ReportRuns.Title);
        (await page.Page.TitleAsync()).ShouldBe(ReportRuns.Title);
        (await page.Page.Locator(".u42-lead").First.InnerTextAsync()).ShouldStartWith("Results of landsat-olinda.tgz · ");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Report_fits_a_narrow_screen(ColorScheme scheme)
    {
        var report = await reports.GetAsync(Samples.BerlinTgz);
        await using var page = await browser.OpenAsync(report.Page, new() { ColorScheme = scheme, ViewportSize = new() { Width = 480, Height = 900 } });

        (await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBe(480);
    }

    [Fact]
    public async Task Report_in_a_pipe_says_each_step_in_a_line_and_prints_the_path()
    {
        var report = await reports.GetAsync(Samples.BerlinTgz);

        report.Run.Output.ShouldBe($"{report.Page}\n");
        report.Run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..line.LastIndexOf(' ', line.Length - 3)])
            .ShouldBe([$"Open {Samples.BerlinTgz}", "Draw the map", "Plot the bands"]);
        report.Run.Error.ShouldNotContain('\u001b');
    }

    [Fact]
    public async Task Report_of_what_can_not_be_opened_says_why_and_writes_nothing()
    {
        await File.WriteAllTextAsync(_folder["page.tgz"], "<html>", TestContext.Current.CancellationToken);

        await ShouldFailAsync(_folder["none.tgz"], "none.tgz");
        await ShouldFailAsync(_folder["page.tgz"], "page.tgz");
        (await Up42Tool.RunAsync("report", Samples.BerlinTgz)).ExitCode.ShouldBe(2);
        var folder = await Up42Tool.RunAsync("report", Samples.BerlinTgz, "-o", _folder.Path);
        folder.Error.ShouldBe($"up42: {_folder.Path} is a folder; name a file in it.\n");
        folder.ExitCode.ShouldBe(1);
        _folder.Files.ShouldBe(["page.tgz"]);
    }

    [Fact]
    public async Task Report_keeps_what_is_good_beside_a_raster_that_cannot_be_read()
    {
        Directory.CreateDirectory(_folder["job"]);
        await File.WriteAllTextAsync(
            _folder["job/data.json"],
            """{"type":"Feature","properties":{"name":"a lake"},"geometry":{"type":"Point","coordinates":[13,52]}}""",
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_folder["job/a.tif"], "II*\0 and no more", TestContext.Current.CancellationToken);

        var run = await Up42Tool.RunAsync("report", _folder["job"], "-o", _folder["report.html"]);

        run.ExitCode.ShouldBe(0);
        var page = await File.ReadAllTextAsync(_folder["report.html"], TestContext.Current.CancellationToken);
        page.ShouldContain("a lake");
        page.ShouldContain("&#39;a.tif&#39; cannot be read: it is damaged, or not complete.");
        page.ShouldContain("<h2>Map</h2>");
    }

    [Fact]
    public async Task Report_of_vector_files_alone_shows_them()
    {
        Directory.CreateDirectory(_folder["job"]);
        await File.WriteAllTextAsync(_folder["job/data.json"], """{"type":"FeatureCollection","features":[]}""", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            _folder["job/found.geojson"],
            """{"type":"Feature","properties":{"name":"a lake"},"geometry":{"type":"Point","coordinates":[13,52]}}""",
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_folder["job/broken.gpkg"], "SQLite format 3\0", TestContext.Current.CancellationToken);

        var run = await Up42Tool.RunAsync("report", _folder["job"], "-o", _folder["report.html"]);

        run.ExitCode.ShouldBe(0, run.Error);
        var page = await File.ReadAllTextAsync(_folder["report.html"], TestContext.Current.CancellationToken);
        page.ShouldContain("<h2>Map</h2>");
        page.ShouldContain("broken.gpkg was left out");
    }

    private async Task ShouldFailAsync(string source, string named)
    {
        var run = await Up42Tool.RunAsync("report", source, "-o", _folder["report.html"]);
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldStartWith("up42: ");
        run.Error.ShouldContain(named);
        run.Error.ShouldNotContain("   at ");
    }

    public void Dispose() => _folder.Dispose();
}
