using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.DotNet.Interactive.Formatting;
using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Tables;

public class FeatureTableHtmlTests
{
    private static FeatureTable Scenes => FeatureTable.Read(Samples.Find("collection/search_results_limited_columns.geojson"));

    [Fact]
    public void ToHtml_says_count_columns_system_and_place() =>
        Scenes.ToHtml().ShouldContain(
            "<caption class=\"u42-n\">4 features × 3 columns · EPSG:4326 · 17.6643° W – 17.1361° W, 14.6081° N – 14.9940° N<br>"
                + "<span class=\"u42-same\">The same in all rows: cloudCoverage 0</span></caption>");

    [Fact]
    public void A_table_is_shown_by_its_html_though_it_is_a_list()
    {
        Scenes.ToDisplayString("text/html").ShouldBe(Scenes.ToHtml());
        new { Scenes }.ToDisplayString("text/html").ShouldContain("4 features × 3 columns");
        JobResults.Open(Samples.OlindaTgz, cancellationToken: TestContext.Current.CancellationToken).ToDisplayString("text/html")
            .ShouldContain("<b>landsat-olinda.tgz</b>: 1 raster");
    }

    [Fact]
    public void ToHtml_of_the_same_table_is_the_same_in_any_culture()
    {
        var html = Scenes.ToHtml();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Scenes.ToHtml().ShouldBe(html);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void ToHtml_of_numbers_is_right_aligned_and_short()
    {
        var html = Table("""{"n":0.123456789,"big":12345678.9,"tiny":1e-9,"int":1576836871024}""", """{"n":2}""").ToHtml();

        html.ShouldContain(
            "<td align=\"right\">0.123</td><td align=\"right\">12,345,679</td><td align=\"right\">1E−9</td><td "
                + "align=\"right\">1576836871024</td>");
        html.ShouldContain("<td align=\"right\">2.000</td><td align=\"right\">–</td>");
    }

    [Theory]
    [InlineData("2020-03-30", "2020-03-30")]
    [InlineData("2020-03-30T17:02:00Z", "2020-03-30 17:02")]
    [InlineData("2020-03-30T17:02:11.024", "2020-03-30 17:02:11.024")]
    [InlineData("2020-03-30T17:02:00+05:30", "2020-03-30 11:32")]
    public void ToHtml_of_dates_is_readable(string date, string shown) =>
        Table($$"""{"d":"{{date}}"}""", "{}").ToHtml().ShouldContain($"<td class=\"u42-n\">{shown}</td>");

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[-70.5,33]}""", "Point, 70.5000° W, 33.0000° N")]
    [InlineData(
        """{"type":"Polygon","coordinates":[[[13.36,52.48],[13.42,52.48],[13.42,52.52],[13.36,52.52],[13.36,52.48]]]}""",
        "Polygon, 4 vertices, 18.1 km²")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[0.0001,0],[0.0001,0.0001],[0,0]]]}""", "Polygon, 3 vertices, 61.5 m²")]
    [InlineData("""{"type":"LineString","coordinates":[[0,0],[1,1]]}""", "LineString, 2 vertices, 157 km")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "Polygon, empty")]
    public void ToHtml_of_geometry_is_type_and_size_in_words(string geometry, string words) =>
        FeatureTable.Parse($$"""{"type":"Feature","properties":{},"geometry":{{geometry}}}""").ToHtml()
            .ShouldMatch($"<td>(<img src=\"data:image/svg\\+xml;base64,[^\"]+\" alt=\"\"> )?{Regex.Escape(words)}</td>");

    [Fact]
    public void ToHtml_links_only_https_and_shows_host_and_last_part()
    {
        var html = Table(
            """{"a":"https://example.com/a/very/long/path/"""
            + """that/goes/on/quicklook.png","b":"javascript:alert(1)","c":"HTTPS://example.com/x","d":"http://example.com/y","e":"https://"""
            + """storage.example/q?X-Goog-Signature=abcdef"}""", "{}").ToHtml();

        html.ShouldContain(">example.com/…/quicklook.png</a>");
        html.ShouldContain("href=\"https://example.com/a/very/long/path/that/goes/on/quicklook.png\"");
        Regex.Count(html, "<a ").ShouldBe(2);
        html.ShouldNotContain("href=\"javascript");
        html.ShouldContain("<td class=\"u42-n\">http://example.com/y</td>");
        html.ShouldNotContain("abcdef");
    }

    [Fact]
    public void ToHtml_folds_long_texts_and_nested_values()
    {
        var html = Table($$"""{"note":"{{new string('n', 3000)}}","more":{"alpha":"{{new string('m', 50)}}","beta":2},"tags":["a"]}""", "{}").ToHtml();

        html.ShouldContain($"<summary>{new string('n', 59)}…</summary>");
        html.ShouldContain("… (3,000 characters)</details>");
        html.ShouldContain("<summary>2 members: alpha, beta</summary>");
        html.ShouldContain("<code>[&quot;a&quot;]</code>");
    }

    [Theory]
    [InlineData(11, "0,1,2,3,4,5,6,7,8,9,10", 0, 0)]
    [InlineData(16, "0,1,2,3,4,5,6,7,8,9,11,12,13,14,15", 1, 0)]
    [InlineData(2000, "0,1,2,3,4,5,6,7,8,9,1995,1996,1997,1998,1999", 35, 1950)]
    public void ToHtml_of_many_rows_shows_both_ends_and_unfolds_more_of_them(int count, string seen, int folded, int left)
    {
        var html = Table(Enumerable.Range(0, count).Select(i => $$"""{"name":"row{{i}}"}""")).ToHtml();
        var parts = html[html.IndexOf("<div class=\"u42-s\"", StringComparison.Ordinal)..].Split("<details>");
        static string Rows(string part) => string.Join(',', Regex.Matches(part, ">row(\\d+)<").Select(row => row.Groups[1].Value));

        Rows(parts[0]).ShouldBe(seen);
        parts.Length.ShouldBe(folded == 0 ? 1 : 2);
        Rows(parts[^1]).ShouldBe(folded == 0 ? seen : string.Join(',', Enumerable.Range(10, folded)));
        html.Contains($"… {folded + left:N0} rows between …", StringComparison.Ordinal).ShouldBe(folded + left > 1);
        html.Contains($"{left:N0} more rows are not shown.", StringComparison.Ordinal).ShouldBe(left > 0);
    }

    [Fact]
    public void ToHtml_of_wide_rows_keeps_to_its_budget_and_says_so()
    {
        var wide = string.Join(',', Enumerable.Range(0, 40).Select(i => $"\"column{i}\":\"{new string('x', 5000)}\""));

        var html = Table(Enumerable.Repeat($"{{{wide}}}", 60)).ToHtml();

        html.Length.ShouldBeLessThan(200_000);
        html.ShouldContain("<summary>28 more columns</summary>");
        html.ShouldContain("more rows are not shown.");
    }

    [Fact]
    public void ToHtml_of_one_feature_lists_its_properties_by_dotted_names()
    {
        var html = JobResults.Open(Samples.BerlinTgz, cancellationToken: TestContext.Current.CancellationToken).Table.ToHtml();

        html.ShouldContain("<caption class=\"u42-n\">1 feature × 19 columns · EPSG:4326 · 13.3594° E – 13.4253° E, 52.4828° N – 52.5229° N</caption>");
        html.ShouldContain("<th scope=\"row\">production.levelCode</th><td>Level-1C</td>");
    }

    [Fact]
    public void A_line_among_a_thousand_polygons_is_said_to_be_one()
    {
        var square = new Polygon(new LinearRing([new(0, 0), new(0.1, 0), new(0.1, 0.1), new(0, 0)]));
        var table = FeatureTable.From(Enumerable.Repeat<Geometry>(square, 1501).Append(new LineString([new(0, 0), new(0.1, 0)])));

        var html = table.ToHtml();

        html.ShouldContain("<td class=\"u42-n\">Polygon, 61.5 km²</td>");
        html.ShouldContain("<td class=\"u42-n\">LineString, 11.1 km</td>");
    }

    [Fact]
    public void ToHtml_of_no_features_says_so() =>
        FeatureTable.Parse("""{"type":"FeatureCollection","features":[]}""").ToHtml()
            .ShouldContain("<caption class=\"u42-n\">0 rows × 0 columns</caption>");

    private static FeatureTable Table(params IEnumerable<string> properties) => FeatureTable.Parse(
        $"{{\"type\":\"FeatureCollection\",\"features\":[{string.Join(',', properties.Select(p =>
            $"{{\"type\":\"Feature\",\"properties\":{p},\"geometry\":null}}"))}]}}");
}
