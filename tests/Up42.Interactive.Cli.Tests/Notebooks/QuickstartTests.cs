using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Up42.Interactive.Cli.Tests.Notebooks;

[Collection(QuickstartCollection.Name)]
public sealed partial class QuickstartTests(Browser browser, QuickstartRun quickstart) : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void Quickstart_runs_to_its_end_and_every_cell_shows_what_it_promises()
    {
        quickstart.Result.ExitCode.ShouldBe(0, quickstart.Result.Error);
        var cells = NotebookFile.ReadValidCells(quickstart.Notebook);

        cells.SelectMany(Errors).ShouldBeEmpty();
        Html(cells, "job").ShouldContain("Sentinel-2 AOI Berlin");
        Html(cells, "job").ShouldContain("SUCCEEDED");
        Html(cells, "credits").ShouldContain("130 credits");
        Html(cells, "table").ShouldContain("1 feature × 10 columns");
        Html(cells, "download").ShouldContain("768 × 768");
        Html(cells, "true-colour").ShouldContain("bands 3 (red), 2 (green), 1 (blue)");
        Html(cells, "near-infrared").ShouldContain("bands 4 nir (red), 3 red (green), 2 green (blue)");
        Html(cells, "map").ShouldContain("Footprints");
        NotebookFile.Outputs(Cell(cells, "download")).First()
            .ShouldMatch(@"^display_data: Results of job Sentinel-2 AOI Berlin: [\d.]+ MB in .+, [\d.]+ \w?B/s$");
    }

    [Fact]
    public void Quickstart_is_committed_without_outputs_and_for_the_CSharp_kernel()
    {
        var notebook = JsonNode.Parse(File.ReadAllText(QuickstartRun.Source))!;

        notebook["metadata"]!["kernelspec"]!["name"]!.GetValue<string>().ShouldBe(".net-csharp");
        var code = notebook["cells"]!.AsArray().Where(cell => (string?)cell!["cell_type"] == "code").ToList();
        code.ShouldNotBeEmpty();
        code.ShouldAllBe(cell => cell!["outputs"]!.AsArray().Count == 0 && cell["execution_count"] == null);
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Quickstart_with_a_broken_cell_stops_there_with_its_error_written()
    {
        var notebook = JsonNode.Parse(await File.ReadAllTextAsync(QuickstartRun.Source, TestContext.Current.CancellationToken))!;
        Cell(notebook["cells"]!.AsArray(), "table")["source"] = "throw new InvalidOperationException(\"broken on purpose\");";
        await File.WriteAllTextAsync(_folder["broken.ipynb"], notebook.ToJsonString(), TestContext.Current.CancellationToken);

        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var run = await RunAsync(_folder["broken.ipynb"], sandbox);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldEndWith("Cell 7 failed: InvalidOperationException: broken on purpose\n");
        var cells = NotebookFile.ReadValidCells(_folder["out.ipynb"]);
        Html(cells, "job").ShouldContain("SUCCEEDED");
        NotebookFile.Outputs(Cell(cells, "table")).ShouldBe(["InvalidOperationException: broken on purpose"]);
        foreach (var later in (string[])["download", "true-colour", "near-infrared", "map"])
        {
            NotebookFile.Outputs(Cell(cells, later)).ShouldBeEmpty();
            Cell(cells, later)["execution_count"].ShouldBeNull();
        }
    }

    [Fact]
    public async Task Quickstart_outputs_with_scripts_styles_and_frames_stripped_still_tell_the_story()
    {
        var cells = NotebookFile.ReadValidCells(quickstart.Notebook);
        var outputs = cells.SelectMany(cell => cell!["outputs"]?.AsArray() ?? []).Select(output => output!["data"]?["text/html"])
            .Where(html => html is not null);
        var stripped = Stripped().Replace(string.Concat(outputs.Select(NotebookFile.Text)), "");
        await File.WriteAllTextAsync(_folder["untrusted.html"], $"<!doctype html><meta charset=utf-8>{stripped}", TestContext.Current.CancellationToken);

        await using var page = await browser.OpenAsync(_folder["untrusted.html"], new() { JavaScriptEnabled = false });
        var large = await page.Page.EvaluateAsync<string[]>(
            "[...document.images].filter(image => image.getBoundingClientRect().width > 300).map(image => image.alt)");
        large.Length.ShouldBe(4);
        large.ShouldAllBe(words => words.Contains("bands", StringComparison.Ordinal));

        var text = await page.Page.Locator("body").InnerTextAsync();
        text.ShouldContain("SUCCEEDED");
        text.ShouldContain("sceneId");
        text.ShouldContain("130 credits");
    }

    [Fact]
    public async Task Quickstart_page_opens_offline_in_light_and_dark_and_fits_a_narrow_screen()
    {
        foreach (var scheme in (Microsoft.Playwright.ColorScheme[])[Microsoft.Playwright.ColorScheme.Light, Microsoft.Playwright.ColorScheme.Dark])
        {
            await using var page = await browser.OpenAsync(quickstart.Page, new() { ColorScheme = scheme, ViewportSize = new() { Width = 480, Height = 900 } });
            (await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBe(480);
            page.Errors.ShouldBeEmpty();
            page.Requests.ShouldBeEmpty();
        }
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Quickstart_gets_through_when_a_fifth_of_the_requests_go_wrong()
    {
        var faults = new SandboxFaults { Rate = 0.2, Seed = 3, RetryAfter = TimeSpan.FromSeconds(0.1), Slowness = TimeSpan.FromSeconds(0.1) };
        await using var sandbox = await SandboxServer.StartAsync(
            options: new SandboxOptions { Faults = faults }, cancellationToken: TestContext.Current.CancellationToken);

        var run = await RunAsync(QuickstartRun.Source, sandbox);

        run.ExitCode.ShouldBe(0, run.Error);
        sandbox.Requests.Count(request => request.Fault is not null).ShouldBeGreaterThanOrEqualTo(2);
        Html(NotebookFile.ReadValidCells(_folder["out.ipynb"]), "table").ShouldContain("1 feature × 10 columns");
    }

    [Fact]
    public void Demo_needs_no_network_and_names_its_three_pages()
    {
        Assert.SkipUnless(quickstart.IsOffline, "A network namespace of its own needs root.");

        quickstart.Result.ExitCode.ShouldBe(0, quickstart.Result.Error);
        quickstart.Result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe([quickstart.Notebook, quickstart.Page, quickstart.Report]);
        File.ReadAllText(quickstart.Report).ShouldContain("<h1>Sentinel-2 AOI Berlin</h1>");
    }

    public void Dispose() => _folder.Dispose();

    private Task<Up42Tool.Result> RunAsync(string notebook, SandboxServer sandbox) => Up42Tool.RunAsync(
        "run", notebook, "-o", _folder["out.ipynb"], "--param", $"endpoint={sandbox.Endpoint}", "--param", $"outputDirectory={_folder["data"]}");

    private static JsonNode Cell(JsonArray cells, string id) => cells.Single(cell => (string?)cell!["id"] == id)!;

    private static string Html(JsonArray cells, string id) =>
        string.Concat(
            Cell(cells, id)["outputs"]!.AsArray().Select(output => output!["data"]?["text/html"]).Where(html => html is not null)
                .Select(NotebookFile.Text));

    private static IEnumerable<string> Errors(JsonNode? cell) =>
        (cell!["outputs"]?.AsArray() ?? []).Where(output => (string?)output!["output_type"] == "error")
            .Select(output => $"{output!["ename"]}: {output["evalue"]}");

    [GeneratedRegex(@"<(script|style|iframe|svg)\b.*?</\1>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Stripped();
}
