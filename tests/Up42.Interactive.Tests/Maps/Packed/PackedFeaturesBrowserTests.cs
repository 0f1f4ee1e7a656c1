using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Maps;

/// <summary>A map of many features does all that one of few does.</summary>
public sealed partial class PackedFeaturesBrowserTests(Browser browser) : IDisposable
{
    private const int Many = 6_000;

    private static readonly Lazy<FeatureTable> Detections = new(() => ManyFeatures.Boxes(Many));

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Popups_tell_exactly_what_is_known_of_the_feature_under_the_pointer()
    {
        await using var page = await OpenAsync(Detections.Value);
        var (random, names) = (new Random(3), Detections.Value.Columns.Select(column => column.Name).ToList());
        foreach (var row in Enumerable.Range(0, 20).Select(_ => Detections.Value[random.Next(Many)]))
        {
            var middle = row.Geometry!.Centroid;
            await page.Page.EvaluateAsync("([x, y]) => { u42Map.closePopup(); u42Map.setView([y, x], 19, { animate: false }); }", new[] { middle.X, middle.Y });
            await Assertions.Expect(page.Page.Locator(".leaflet-popup")).ToHaveCountAsync(0);
            var place = await page.Page.EvaluateAsync<float[]>(
                """
                ([x, y]) => {
                  const { left, top } = u42Map.getContainer().getBoundingClientRect(), place = u42Map.latLngToContainerPoint([y, x]);
                  return [left + place.x, top + place.y];
                }
                """,
                new[] { middle.X, middle.Y });
            await page.Page.Mouse.ClickAsync(place[0], place[1]);

            (await page.Page.Locator(".u42-popup strong").TextContentAsync()).ShouldBe(row.GetText("name"));
            (await page.Page.Locator(".u42-popup th").AllTextContentsAsync()).ShouldBe(names);
            (await page.Page.Locator(".u42-popup td").AllTextContentsAsync()).ShouldBe(names.Select(row.GetText));
        }

        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task By_keys_a_search_over_all_finds_one_and_opens_it()
    {
        await using var page = await OpenAsync(Detections.Value);
        await page.Page.GetByLabel("Show detections as a table").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.GetByLabel("Search").FocusAsync();
        var wanted = Detections.Value.Where(row => row.GetText("class") == "ship" && row.GetNumber("confidence") > 0.9 && row.GetNumber("length") < 5).ToList();
        await page.Page.Keyboard.TypeAsync("ship confidence > 0.9 length < 5");

        await Assertions.Expect(page.Page.Locator(".u42-list [role=status]").First).ToHaveTextAsync($"{wanted.Count} of 6,000 features");
        (await page.Page.Locator(".u42-list tbody th").AllTextContentsAsync()).ShouldBe(wanted.Select(row => row.GetText("name")));
        await page.Page.Keyboard.PressAsync("Enter");

        (await page.Page.Locator(".u42-popup strong").TextContentAsync()).ShouldBe(wanted[0].GetText("name"));
        (await page.Page.Locator(".u42-note").TextContentAsync()).ShouldBe($"{wanted.Count} of 6,000 features of detections marked.");
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_class_is_hidden_by_the_legend_a_layer_by_its_box_and_a_row_of_a_table_opens_its_feature()
    {
        await using var page = await OpenAsync(Detections.Value, "class");
        var colors = new FeatureColors("class", [.. Detections.Value]).Classes;
        var before = await CountAsync(page, colors);
        before.ShouldAllBe(pixels => pixels > 1000);
        (await page.Page.Locator(".u42-class b").AllTextContentsAsync()).ShouldBe(colors.Select(each => NumberText.Format(each.Count)));

        await page.Page.Locator(".u42-class").First.ClickAsync();
        await page.Page.EvaluateAsync("() => new Promise(requestAnimationFrame)");
        var after = await CountAsync(page, colors);
        after[0].ShouldBeLessThan(before[0] / 10);
        after[1].ShouldBeGreaterThan(before[1] - 10);

        await page.Page.Locator(".u42-layer input[type=checkbox]").UncheckAsync();
        (await CountAsync(page, colors)).Skip(1).ShouldAllBe(pixels => pixels < 200);
        await page.Page.Locator(".u42-layer input[type=checkbox]").CheckAsync();

        var row = Detections.Value[4321];
        var middle = row.Geometry!.EnvelopeInternal.Centre;
        await page.Page.EvaluateAsync("([x, y]) => window.postMessage({ u42Place: [x, y] }, '*')", new[] { middle.X, middle.Y });
        await Assertions.Expect(page.Page.Locator(".u42-popup strong")).ToHaveTextAsync(row.GetText("name")!);
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ColorScheme.Dark, 1200)]
    [InlineData(ColorScheme.Light, 480)]
    public async Task Axe_finds_nothing_and_the_saved_view_shows_the_features(ColorScheme scheme, int width)
    {
        await using var page = await OpenAsync(Detections.Value, "class", new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 } });
        await page.AxeAsync();

        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByLabel("Save this view as PNG").ClickAsync());
        await download.SaveAsAsync(_folder["view.png"]);
        Count(RawImage.Read(_folder["view.png"]), CategoryPalette.Colors[0]).ShouldBeGreaterThan(500);
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Texts_that_would_be_markup_or_scripts_are_texts_and_shapes_of_all_kinds_are_there()
    {
        string[] geometries =
        [
            """{"type":"Point","coordinates":[1,2]}""",
            """{"type":"LineString","coordinates":[[1.5,2],[1.6,2.1],[1.7,2]]}""",
            """{"type":"Polygon","coordinates":[[[2,2],[2.4,2],[2.4,2.4],[2,2.4],[2,2]],[[2.1,2.1],[2.1,2.3],[2.3,2.3],[2.3,2.1],[2.1,2.1]]]}""",
            """{"type":"MultiPoint","coordinates":[[3,2],[3.1,2.1]]}""",
            """{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[3.5,2]},{"type":"LineString","coordinates":[[3.6,2],[3.7,2.2]]}]}""",
        ];
        var texts = HostileStrings.Markup.Take(40).ToList();
        var features = Enumerable.Range(0, 2500).Select(i => $$$"""
            {"type":"Feature","properties":{"name":{{{JsonSerializer.Serialize(texts[i % texts.Count])}}},"n":{{{i}}},"__proto__":"own {{{i}}}",
            "</script><script>alert(1)":{"a":["</script>",{{{i}}}]},"mixed":{{{(i % 2 == 0 ? "true" : "\"\"")}}},"none":null},
            "geometry":{{{(i < geometries.Length ? geometries[i] : $$"""{"type":"Point","coordinates":[{{i % 70}},{{i / 70}}]}""")}}} }
            """);
        var table = FeatureTable.Parse($$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""");
        await using var page = await OpenAsync(table);
        await page.Page.GetByLabel("Show detections as a table").ClickAsync();
        await page.Page.GetByLabel("Search").FillAsync("n = 2");
        await page.Page.Keyboard.PressAsync("Enter");

        (await page.Page.Locator(".u42-popup > table > tbody > tr > th").AllTextContentsAsync())
            .ShouldBe(["name", "n", "__proto__", "</script><script>alert(1)", "mixed", "none"]);
        (await page.Page.Locator(".u42-popup > table > tbody > tr > td").AllTextContentsAsync())
            .ShouldBe([SafeText.Clean(texts[2]), "2", "own 2", "1 fielda2 items0</script>12", "true", "–"], Case.Sensitive);
        var kinds = await page.Page.EvaluateAsync<string[]>(
            """
            () => {
              const found = [];
              u42Map.eachLayer(({ shapes }) => shapes
                && found.push(...[0, 1, 2, 3, 4].map(i => shapes.kinds.slice(shapes.firstPath[i], shapes.firstPath[i + 1]).join(''))));
              return found;
            }
            """);
        kinds.ShouldBe(["0", "1", "23", "00", "01"]);
        page.Errors.ShouldBeEmpty();
        page.Openings.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Tier", "Long")]
    public async Task A_hundred_thousand_are_all_there_within_the_size_of_a_map_and_as_near_as_it_says(bool arePolygons)
    {
        var table = arePolygons ? ManyFeatures.Polygons(100_000) : ManyFeatures.Boxes(100_000);
        var map = new MapBuilder(new MapOptions { Basemaps = [] }).AddVectors(table, "detections").Build();
        map.ToHtml().Length.ShouldBeLessThan(4_000_000);
        map.ToHtml().ShouldBe(new MapBuilder(new MapOptions { Basemaps = [] }).AddVectors(table, "detections").Build().ToHtml());
        await using var page = await browser.OpenAsync(map.SaveHtml(_folder["map.html"]));
        await page.Page.Locator("body.u42-ready").WaitForAsync(new() { Timeout = 120_000 });

        var remark = (await page.Page.Locator(".u42-panel p").TextContentAsync())!;
        remark.ShouldNotContain("features are shown");
        var meters = double.Parse(Meters().Match(remark).Value, CultureInfo.InvariantCulture);
        meters.ShouldBeLessThan(10);
        var positions = (await page.Page.EvaluateAsync<string>(
            """
            () => {
              let text = '';
              u42Map.eachLayer(({ shapes }) => shapes && (text = Array.from({ length: shapes.count }, (_, i) => {
                const [from, to] = [shapes.firstPosition[shapes.firstPath[i]], shapes.firstPosition[shapes.firstPath[i + 1]]];
                const place = k => shapes.degrees(shapes.x[from + k], shapes.y[from + k]).map(each => each.toFixed(9)).join(' ');
                return Array.from({ length: to - from }, (_, k) => place(k)).join(',');
              }).join(';')));
              return text;
            }
            """)).Split(';');
        positions.Length.ShouldBe(table.Count);
        foreach (var row in table)
        {
            var ring = Positions(positions[row.Index]);
            var shown = new GeometryFactory().CreateLineString([.. ring, ring[0]]);
            row.Geometry!.Coordinates.Max(at => shown.Distance(new Point(at))).ShouldBeLessThan(meters / 111_320 * 1.001, row.GetText("name"));
        }

        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();

        static List<Coordinate> Positions(string text) => [.. text.Split(',')
            .Select(position => position.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToList())
            .Select(pair => new Coordinate(pair[0], pair[1]))];
    }

    [GeneratedRegex(@"(?<=(rounded|up) to )[\d.]{1,9}(?= m\.)")]
    private static partial Regex Meters();

    public void Dispose() => _folder.Dispose();

    private static async Task<int[]> CountAsync(BrowserPage page, IReadOnlyList<FeatureClass> classes)
    {
        await page.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        var screen = await page.ScreenshotAsync();
        return [.. classes.Select(each => Count(screen, each.Color))];
    }

    private static int Count(RawImage image, string color)
    {
        var ink = Convert.FromHexString(color[1..]);
        return Enumerable.Range(0, image.Width * image.Height).Count(i =>
            image[1, i % image.Width, i / image.Width] == ink[0] && image[2, i % image.Width, i / image.Width] == ink[1]
            && image[3, i % image.Width, i / image.Width] == ink[2]);
    }

    private async Task<BrowserPage> OpenAsync(FeatureTable table, string? colorBy = null, BrowserNewContextOptions? options = null)
    {
        var map = new MapBuilder(new MapOptions { Basemaps = [], ColorBy = colorBy }).AddVectors(table, "detections").Build();
        var page = await browser.OpenAsync(map.SaveHtml(_folder["map.html"]), options);
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        await page.Page.Locator(".u42-panel").EvaluateAsync("panel => { panel.open = true; }");
        return page;
    }
}
