using System.Text.Json;
using Microsoft.Playwright;
using Up42.Interactive.Tests.Processing;

namespace Up42.Interactive.Tests.Displays;

/// <summary>Every hostile string in every field of the displays, in a page that runs, one without scripts and one as JupyterLab leaves it.</summary>
public sealed class HostileDisplayTests(Browser browser) : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task Cards_run_nothing_and_gain_no_element() => AssertCardsHarmlessAsync("running");

    [Theory]
    [InlineData("scripts off")]
    [InlineData("sanitised")]
    [Trait("Tier", "Long")]
    public Task Cards_gain_no_element_where_scripts_do_not_run(string page) => AssertCardsHarmlessAsync(page);

    [Fact]
    public Task Tables_collections_logs_and_results_run_nothing_and_gain_no_element() => AssertListsHarmlessAsync("running");

    [Theory]
    [InlineData("scripts off")]
    [InlineData("sanitised")]
    [Trait("Tier", "Long")]
    public Task Tables_collections_logs_and_results_gain_no_element_where_scripts_do_not_run(string page) => AssertListsHarmlessAsync(page);

    private Task AssertListsHarmlessAsync(string page) =>
        AssertHarmlessAsync(
            page, [Jobs(), Logs(), Table(), Table()[0], Table().Columns[0], Results(broken: true), Table()
                .PlotSeries("n", HostileStrings.Markup[0]), .. Plots(HostileStrings.All.Take(20)), .. TodayCards.HostileLists(HostileStrings.All)]);

    [Theory]
    [InlineData("running")]
    [InlineData("scripts off")]
    [InlineData("sanitised")]
    [Trait("Tier", "Long")]
    public async Task Plots_and_maps_of_tables_run_nothing_and_gain_no_element(string page)
    {
        foreach (var texts in HostileStrings.All.Chunk(60))
        {
            await AssertHarmlessAsync(page, Plots(texts));
        }
    }

    [Theory]
    [InlineData("running")]
    [InlineData("scripts off")]
    [InlineData("sanitised")]
    [Trait("Tier", "Long")]
    public async Task Plots_and_maps_run_nothing_and_gain_no_element(string page)
    {
        var results = Results(broken: false);
        foreach (var index in Enumerable.Range(0, 12))
        {
            var title = string.Join(" ", HostileStrings.All.Skip(index * 20).Take(20));
            await AssertHarmlessAsync(
                page,
                [
                    results.PlotResults([1], titles: [title], cancellationToken: Token),
                    results.PlotHistogram([1], cancellationToken: Token),
                    results.PlotCoverage(),
                    results.MapResults(
                        nameColumn: HostileStrings.Markup[index], options: new MapOptions { Basemaps = [] }, cancellationToken: Token),
                ]);
        }
    }

    [Fact]
    public void Cards_of_texts_of_megabytes_are_small() => Cards(new string('x', 3_000_000))
        .Where(display => display is not (Up42ApiException or LiveCard)) // Their makers cut what a server says.
        .Select(display => (display.GetType().Name, display.ToHtml().Length, Text: display.ToString()!.Length))
        .Where(shown => shown.Length > 1_000_000 || shown.Text > 500).ShouldBeEmpty();

    private async Task AssertCardsHarmlessAsync(string page)
    {
        foreach (var texts in HostileStrings.All.Chunk(80))
        {
            await AssertHarmlessAsync(page, texts.SelectMany(Cards));
            await AssertHarmlessAsync(page, texts.SelectMany(TodayCards.Hostile));
        }
    }

    private async Task AssertHarmlessAsync(string kind, IEnumerable<IDisplay> displays)
    {
        var html = string.Join("\n", displays.Select(display => display.ToHtml()));
        await using var page = await browser.ShowAsync(
            kind == "sanitised" ? JupyterSanitizer.Sanitize(html) : html, new BrowserNewContextOptions { JavaScriptEnabled = kind != "scripts off" });
        if (kind == "running")
        {
            await page.StartFramesAsync();
        }

        await page.AssertNothingRanAsync();
        (await page.Page.Locator("[class^=u42-v1]").CountAsync()).ShouldBeGreaterThan(0);
    }

    private static JobCollection Jobs() => Jobs(HostileStrings.All);

    internal static JobCollection Jobs(IReadOnlyList<string> all) => Tests.Jobs.Cards.Collection(
        [.. all.Select(text => Cards(text).OfType<Job>().First())], [.. all.Select(text => new JobFailure(text, new Up42Exception(text)))]);

    private static JobLogs Logs() => Logs(HostileStrings.All);

    internal static JobLogs Logs(IReadOnlyList<string> all) => new(all[0], [.. all.Chunk(60).Select(texts => new JobTaskLog(
        JobTaskInfo.Parse(
            Tests.Jobs.Cards.Json(
                new { id = texts[0], name = texts[1], status = "FAILED",
                    block = new { id = texts[2], name = texts[3], displayName = texts[4] } })),
        string.Join("\n", texts.Select(text => $"ERROR {text}"))))]);

    /// <summary>Hostile names as titles, categories, groups and classes.</summary>
    private static IEnumerable<IDisplay> Plots(IEnumerable<string> all) => all.Chunk(20).Select(Table).SelectMany(IEnumerable<IDisplay> (table) =>
    [
        table.PlotBars("text", "n"), table.PlotSeries("text", "n", by: "text"), table.PlotScatter("n", "n", colorBy: "text"),
        table.PlotHistogram("text"), table.Map(colorBy: "text", nameColumn: "text", options: new MapOptions { Basemaps = [] }),
    ]);

    private static FeatureTable Table() => Table(HostileStrings.All);

    internal static FeatureTable Table(IReadOnlyList<string> all) => FeatureTable.Parse(
        $$"""{"type":"FeatureCollection","features":[{{string.Join(',', all.Select((text, index) => Feature(text, index, all[0])))}}]}""");

    private static string Feature(string text, int index, string column) => $$"""
        {"type":"Feature","id":{{Json(text)}},
        "geometry":{"type":"Polygon","coordinates":[[[{{index % 90}},1],[{{(index % 90) + 1}},1],[{{index % 90}},2],[{{index % 90}},1]]]},"properties":
        {"n":{{index}},{{Json(column)}}:{{index}},"text":{{Json(text)}},"list":[{{Json(text)}}],"object":{ {{Json(text)}}:{{Json(text)}} } } }
        """;

    private static string Json(string text) => JsonSerializer.Serialize(text);

    /// <summary>Results whose files and properties have hostile names, as far as a file may.</summary>
    private JobResults Results(bool broken)
    {
        var folder = _folder["results"];
        Directory.CreateDirectory(folder);
        var names = HostileStrings.All.Where(text => text.Length < 60 && text.Trim().Length > 0 && text is not ("." or "..")
            && text.IndexOfAny(['/', '\0']) < 0 && !text.Any(char.IsSurrogate)).ToList();
        names.ForEach(name => File.WriteAllText(Path.Combine(folder, name + ".txt"), "x"));
        if (broken)
        {
            File.WriteAllText(Path.Combine(folder, names[0] + ".tif"), "no raster");
        }

        Tool.Run(
            "gdal_create", "-q", "-of", "GTiff", "-outsize", "8", "8", "-bands", "1", "-a_srs", "EPSG:4326", "-a_ullr", "0", "1", "1", "0",
            Path.Combine(folder, "<b id=canary>.tif"));
        File.WriteAllText(Path.Combine(folder, "data.json"), Table().ToGeoJson());
        return JobResults.Open(folder);
    }

    internal static IEnumerable<IDisplay> Cards(string text)
    {
        var task = JobTaskInfo.Parse(Tests.Jobs.Cards.Json(new
        {
            id = text,
            name = text,
            status = string.IsNullOrWhiteSpace(text) ? "X" : text,
            block = new { id = text, name = text, displayName = text },
            blockVersion = text,
        }));
        var job = new JobSnapshot
        {
            Info = JobInfo.Parse(Tests.Jobs.Cards.Json(new
            {
                id = text,
                name = text,
                description = text,
                mode = text,
                status = "FAILED",
                workflowId = text,
                workflowName = text,
                inputs = new Dictionary<string, object>
                {
                    [text] = new { type = text, coordinates = new[] { 1 } },
                    ["b" + text] = new object[] { text, new { x = text } }
                },
            })),
            ProjectId = text,
            SeenAt = DateTimeOffset.UnixEpoch,
            Tasks = [task],
            Logs = new JobLogs(text, [new JobTaskLog(task, $"ERROR {text}\n{text}")]),
        };
        yield return Tests.Jobs.Cards.Live(job);
        yield return job;
        yield return job.Logs;
        yield return job.Logs.Tasks[0];
        yield return new JobTask(Tests.Jobs.Cards.Api, text, text, task);
        yield return Tests.Jobs.Cards.ProjectOf(new { id = text, name = text, description = text });
        yield return Tests.Jobs.Cards.WorkflowOf(new { id = text, name = text, description = text });
        yield return new BucketObject { Address = text, Name = text, Length = 1, ContentType = text, Crc32C = text, Md5 = text };
        yield return new LiveCard { Text = text, Note = text };
        yield return new Up42ApiException(text, System.Net.HttpStatusCode.NotFound, text, text, text, new InvalidOperationException(text));
        yield return new JobFailedException(Tests.Jobs.Cards.Live(job), job.Logs);
    }
}
