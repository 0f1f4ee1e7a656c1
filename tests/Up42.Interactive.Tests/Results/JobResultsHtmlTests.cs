namespace Up42.Interactive.Tests.Results;

public class JobResultsHtmlTests
{
    [Fact]
    public void ToHtml_shows_raster_facts_matched_feature_and_files()
    {
        var html = JobResults.Open(Samples.OlindaTgz, cancellationToken: TestContext.Current.CancellationToken).ToHtml();

        html.ShouldContain("<caption>Results <b>landsat-olinda.tgz</b>: 1 raster, 1 feature, 2 files, 799 kB</caption>");
        html.ShouldContain("<th scope=\"row\">L7_ETMs/L7_ETMs.tif</th><td class=\"u42-n\">349 × 352</td><td class=\"u42-n\">6 × uint8</td>"
            + "<td>SIRGAS 2000 / UTM zone 25S (EPSG:31985)</td><td class=\"u42-n\">28.5 m</td><td class=\"u42-n\">none</td>");
        html.ShouldContain("<td align=\"right\">798 kB</td><td class=\"u42-n\">row 0: l7-etm-olinda</td>");
        html.ShouldContain("<th scope=\"row\">data.json</th><td align=\"right\">812 bytes</td>");
    }

    [Fact]
    public void ToHtml_needs_no_file_any_more()
    {
        using var folder = new TempFolder();
        var results = JobResults.Open(Samples.OlindaTgz, new ResultsCache(folder["cache"], TimeProvider.System));
        var html = results.ToHtml();
        Directory.Delete(results.Directory, recursive: true);

        results.ToHtml().ShouldBe(html);
    }

    [Fact]
    public void ToHtml_says_what_is_wrong_and_unmatched_and_encodes_names()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder["r"]);
        File.WriteAllText(folder["r/<b>&.tif"], "no");
        File.WriteAllText(folder["r/data.json"], """{"type":"Feature","properties":{"up42.data_path":"../<i>.tif"},"geometry":null}""");

        var html = JobResults.Open(folder["r"], cancellationToken: TestContext.Current.CancellationToken).ToHtml();

        html.ShouldContain("<th scope=\"row\">&lt;b&gt;&amp;.tif</th><td colspan=\"6\">&#39;&lt;b&gt;&amp;.tif&#39; is not a raster;");
        html.ShouldContain("no feature names it");
        html.ShouldContain("1 feature of data.json without a raster: row 0.");
        html.ShouldNotContain("<b>&");
        html.ShouldNotContain("<i>");
    }

    [Fact]
    public void ToHtml_of_an_empty_folder_is_one_line()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder["empty"]);

        JobResults.Open(folder["empty"], cancellationToken: TestContext.Current.CancellationToken).ToHtml()
            .ShouldContain("<p>Results <b>empty</b>: 0 rasters, 0 features, 0 files, 0 bytes</p>");
    }
}
