using System.Diagnostics;

namespace Up42.Interactive.Cli.Tests.Kernel;

/// <summary>README's three lines and what follows from them, in the real kernel with the packages of this build and an empty NuGet cache.</summary>
[Collection(KernelCollection.Name)]
public sealed class ThreeLinesTests(KernelFeed feed)
{
    private static readonly string ThreeLines = $"""
        #r "nuget: Up42.Interactive"
        using Up42.Interactive;
        JobResults.Open(@"{Samples.BerlinTgz}").PlotResults(bands: [1])
        """;

    [Fact]
    public async Task Kernel_shows_plots_maps_tables_and_foreign_types_as_html_and_text()
    {
        await using var kernel = await feed.StartAsync();

        var plot = await kernel.RunAsync(ThreeLines);
        plot.IsOk.ShouldBeTrue(plot.Problem);
        plot.Displays[0].Text.ShouldStartWith("Up42.Interactive 0.1.0 is loaded");
        plot.Text.ShouldNotBeNull().ShouldStartWith("Plot of ");
        plot.Html.ShouldNotBeNull().ShouldContain("u42-script");
        plot.Stream("stderr").ShouldBeEmpty();

        await ShowsAsync(kernel, $"var results = JobResults.Open(@\"{Samples.BerlinTgz}\"); results.MapResults(bands: [1])", "Map of 1 image and 1 feature");
        await ShowsAsync(kernel, "results.Table", "FeatureTable: 1 feature");

        (await kernel.RunAsync("results.Table[0].Geometry")).Html.ShouldNotBeNull().ShouldContain("Polygon, 4 vertices");
        (await kernel.RunAsync("new[] { results.Table[0].Geometry }")).Html!.Length.ShouldBeLessThan(10_000);
        (await kernel.RunAsync("results.Table[0].Geometry.EnvelopeInternal")).Html.ShouldNotBeNull().ShouldContain("° E");
        (await kernel.RunAsync("results.Table.ToFeatureCollection()[0]")).Html.ShouldNotBeNull().ShouldContain("u42-v1");
        (await kernel.RunAsync("System.Text.Json.JsonDocument.Parse(\"{\\\"a\\\":[1,2]}\").RootElement")).Html.ShouldNotBeNull()
            .ShouldContain("<b>a</b>: 1, 2");

        var missing = await kernel.RunAsync("results.PlotResults(bands: [9])");
        missing.IsOk.ShouldBeFalse();
        missing.Problem.ShouldContain("Up42Exception");
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Kernel_shows_maps_where_the_library_is_referenced_by_path()
    {
        await using var kernel = await feed.StartAsync();

        (await kernel.RunAsync($"#r \"{Path.Combine(AppContext.BaseDirectory, "Up42.Interactive.dll")}\"\nusing Up42.Interactive;")).IsOk.ShouldBeTrue();

        await ShowsAsync(kernel, $"JobResults.Open(@\"{Samples.BerlinTgz}\").MapResults(bands: [1])", "Map of 1 image and 1 feature");
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Kernel_with_an_empty_cache_shows_the_plot()
    {
        await using var kernel = await feed.StartColdAsync();
        var began = Stopwatch.StartNew();

        var plot = await kernel.RunAsync(ThreeLines);

        plot.IsOk.ShouldBeTrue(plot.Problem);
        plot.Html.ShouldNotBeNull().ShouldContain("u42-script");
        TestContext.Current.SendDiagnosticMessage("Three lines with an empty cache: {0:0.0} s", began.Elapsed.TotalSeconds);
    }

    [Fact]
    public async Task Kernel_completes_and_runs_the_magic_command()
    {
        var kernel = await feed.SharedAsync();
        (await kernel.RunAsync("#r \"nuget: Up42.Interactive\"")).IsOk.ShouldBeTrue();

        (await kernel.CompleteAsync("#!up42 ")).ShouldBe(["login", "open", "sandbox"], ignoreOrder: true);
        var opened = await kernel.RunAsync($"#!up42 open \"{Samples.BerlinTgz}\"");
        opened.IsOk.ShouldBeTrue(opened.Problem);
        opened.Text.ShouldNotBeNull().ShouldStartWith("JobResults result_tif.tgz: 1 raster");
        (await kernel.RunAsync("results.Rasters.Count")).Html.ShouldNotBeNull().ShouldContain("<pre>1</pre>");
        var sandbox = await kernel.RunAsync("#!up42 sandbox");
        sandbox.IsOk.ShouldBeTrue(sandbox.Problem);
        var tracked = await kernel.RunAsync("var job = await up42.GetJobAsync(sandbox.Jobs[0].Id); await job.DownloadResultsAsync(\"data\");");
        tracked.IsOk.ShouldBeTrue(tracked.Problem);
        tracked.Displays.Select(display => display.Id).Distinct().Count().ShouldBe(1);
        tracked.Displays[0].Type.ShouldBe("display_data");
        tracked.Displays.Skip(1).ShouldAllBe(display => display.Type == "update_display_data");
        tracked.Displays.Count.ShouldBeGreaterThanOrEqualTo(2);
        (await kernel.RunAsync("#!up42")).Problem.ShouldContain("Say what #!up42 shall do: sandbox, login, open.");
    }

    [Fact]
    public async Task Kernel_computes_with_rasters()
    {
        var kernel = await feed.SharedAsync();
        (await kernel.RunAsync("#r \"nuget: Up42.Interactive\"\nusing Up42.Interactive;")).IsOk.ShouldBeTrue();

        var shown = await kernel.RunAsync($"""
            var olinda = JobResults.Open("{Samples.OlindaTgz}");
            var difference = (olinda.Compute("b4") - olinda.Compute("b3")).Where(value => value > 10);
            difference
            """);

        shown.IsOk.ShouldBeTrue(shown.Problem);
        shown.Html.ShouldNotBeNull().ShouldContain("least, quartiles, greatest");
        var zones = await kernel.RunAsync("olinda.Table.WithZonalStatistics(difference, [\"mean\", \"p90\"]).Columns.Count > olinda.Table.Columns.Count");
        zones.IsOk.ShouldBeTrue(zones.Problem);
        zones.Html.ShouldNotBeNull().ShouldContain("True");
        (await kernel.RunAsync("difference.Values[0, 0]")).IsOk.ShouldBeTrue();
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Kernel_takes_bands_from_FSharp_and_shows_the_plot()
    {
        await using var kernel = await feed.StartAsync("fsharp");

        var plot = await kernel.RunAsync($"""
            #r "nuget: Up42.Interactive"
            open Up42.Interactive
            JobResults.Open(@"{Samples.BerlinTgz}").PlotResults(bands = [1])
            """);

        plot.IsOk.ShouldBeTrue(plot.Problem);
        plot.Text.ShouldNotBeNull().ShouldStartWith("Plot of ");
        (await kernel.RunAsync($"JobResults.Open(@\"{Samples.BerlinTgz}\").MapResults(bands = [ \"Band1\" ])")).Problem.ShouldContain("Band1");
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Kernel_shows_a_chart_through_Plotly_NET_Interactive()
    {
        await using var kernel = await feed.StartAsync();
        (await kernel.RunAsync(ThreeLines)).IsOk.ShouldBeTrue();

        var chart = await kernel.RunAsync(
            $"#r \"nuget: Plotly.NET.Interactive, 6.0.0\"\nJobResults.Open(@\"{Samples.BerlinTgz}\").PlotResults(bands: [1]).ToChart()");

        chart.IsOk.ShouldBeTrue(chart.Problem);
        chart.Html.ShouldNotBeNull().ShouldContain("Plotly.newPlot");
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Kernel_shows_plots_of_a_library_referenced_by_its_path()
    {
        // A build's folder, without the FSharp.Core of its own: the kernel's is the only one there can be.
        using var build = new TempFolder();
        foreach (var assembly in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Where(path => Path.GetFileName(path) != "FSharp.Core.dll"))
        {
            File.Copy(assembly, build[Path.GetFileName(assembly)]);
        }

        Tool.Run("cp", "-r", Path.Combine(AppContext.BaseDirectory, "runtimes"), build["runtimes"]);
        await using var kernel = await feed.StartAsync();

        var plot = await kernel.RunAsync($"""
            #r "{build["Up42.Interactive.dll"]}"
            using Up42.Interactive;
            JobResults.Open(@"{Samples.BerlinTgz}").PlotResults()
            """);

        plot.IsOk.ShouldBeTrue(plot.Problem);
        plot.Text.ShouldNotBeNull().ShouldStartWith("Plot of ");
    }

    private static async Task ShowsAsync(KernelSession kernel, string code, string text)
    {
        var reply = await kernel.RunAsync(code);
        reply.IsOk.ShouldBeTrue(reply.Problem);
        reply.Text.ShouldNotBeNull().ShouldStartWith(text);
        reply.Html.ShouldNotBeNull().ShouldContain("u42-v1");
    }
}
