using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Up42.Interactive.Cli.Tests.Notebooks;

/// <summary>What the quickstart's page paints, against the values that GDAL reads from the scene it downloaded.</summary>
[Collection(QuickstartCollection.Name)]
public sealed partial class QuickstartPixelTests(Browser browser, QuickstartRun quickstart)
{
    private const string PlacesOnPlot =
        """
        places => {
          const plot = document.querySelector('.js-plotly-plot'), box = plot.getBoundingClientRect(), { xaxis, yaxis } = plot._fullLayout;
          return places.map(([x, y]) => [box.left + xaxis._offset + xaxis.d2p(x), box.top + yaxis._offset + yaxis.d2p(y)]);
        }
        """;

    private const string PlacesOnMap =
        """
        places => {
          const box = u42Map.getContainer().getBoundingClientRect();
          return places.map(([lng, lat]) => {
            const point = u42Map.latLngToContainerPoint([lat, lng]).add([box.left, box.top]);
            const top = document.elementFromPoint(point.x, point.y);
            return top && !top.closest('.leaflet-control') ? [point.x, point.y] : null;
          });
        }
        """;

    [Fact]
    public Task Quickstart_plot_shows_the_values_of_the_scene() => ShowsTheValuesAsync(0, [3, 2, 1]);

    [Fact]
    [Trait("Tier", "Long")]
    public Task Quickstart_plot_of_other_bands_shows_the_values_of_the_scene() => ShowsTheValuesAsync(1, [4, 3, 2]);

    private async Task ShowsTheValuesAsync(int index, int[] bands)
    {
        await using var page = await OpenAsync();
        var check = await CheckAsync(page, index, bands);
        var frame = page.Page.Locator("iframe[title^='Plot of']").Nth(index);
        var pixels = check.Even(2);

        var places = await PlacesAsync(frame, pixels, PlacesOnPlot, [.. pixels.Select(check.Coordinate).Select(place => new[] { place.X, place.Y })]);

        check.NearlyAllRight(await page.ScreenshotAsync(), places).ShouldBeTrue();
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Quickstart_map_shows_the_values_of_the_scene_where_they_belong()
    {
        await using var page = await OpenAsync();
        var check = await CheckAsync(page, 2, [3, 2, 1]);
        var pixels = check.Even(3);
        var frame = page.Page.Locator("iframe[title^='Map of']");
        await frame.ScrollIntoViewIfNeededAsync();
        await frame.ContentFrame.GetByLabel("Footprints", new() { Exact = true }).UncheckAsync();

        var places = await PlacesAsync(frame, pixels, PlacesOnMap, [.. check.Positions(pixels).Select(place => new[] { place.Longitude, place.Latitude })]);

        check.Wrong(await page.ScreenshotAsync(), places).ShouldBeEmpty();
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldAllBe(address => address.StartsWith("https://server.arcgisonline.com/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_check_fails_when_the_plots_picture_is_blank()
    {
        await using var page = await OpenAsync();
        var check = await CheckAsync(page, 0, [3, 2, 1]);
        var frame = page.Page.Locator("iframe[title^='Plot of']").First;
        await frame.ScrollIntoViewIfNeededAsync();
        await frame.ContentFrame.Locator("body.u42-ready").WaitForAsync();
        await frame.ContentFrame.Locator("body")
            .EvaluateAsync("() => document.querySelectorAll('.js-plotly-plot image').forEach(image => image.setAttribute('href', ''))");
        var pixels = check.Even(2);

        var places = await PlacesAsync(frame, pixels, PlacesOnPlot, [.. pixels.Select(check.Coordinate).Select(place => new[] { place.X, place.Y })]);

        check.NearlyAllRight(await page.ScreenshotAsync(), places).ShouldBeFalse();
    }

    private Task<BrowserPage> OpenAsync() => browser.OpenAsync(quickstart.Page, new() { ViewportSize = new() { Width = 1300, Height = 1600 } });

    // The caption says how values became colours: "stretched from 214–1,116, 402–1,088, 304–729".
    private async Task<PixelCheck> CheckAsync(BrowserPage page, int index, int[] bands)
    {
        var caption = await page.Page.Locator(".u42-s figcaption", new() { HasTextString = "stretched from" }).Nth(index).TextContentAsync();
        var ranges = Range().Matches(caption!.Split(" · ").Single(note => note.StartsWith("stretched from ", StringComparison.Ordinal)))
            .Select(range => (Low: Number(range.Groups[1].Value), High: Number(range.Groups[2].Value))).ToList();
        ranges.Count.ShouldBe(3);
        return new PixelCheck(SampleScenes.RasterIn(quickstart.Folder), (image, column, row) => bands.All(band => image[band, column, row] == 0)
            ? null
            : [.. bands.Zip(ranges, (band, range) => Math.Clamp((image[band, column, row] - range.Low) / (range.High - range.Low), 0, 1) * 255)]);
    }

    private static async Task<List<((int Column, int Row) Pixel, (double X, double Y) Place)>> PlacesAsync(
        ILocator frame, IReadOnlyList<(int Column, int Row)> pixels, string script, double[][] coordinates)
    {
        await frame.ScrollIntoViewIfNeededAsync();
        await frame.ContentFrame.Locator("body.u42-ready").WaitForAsync();
        var inside = await (await (await frame.ElementHandleAsync())!.ContentFrameAsync())!.EvaluateAsync<double[]?[]>(script, coordinates);
        var box = (await frame.BoundingBoxAsync())!;
        var places = pixels.Zip(inside).Where(pair => pair.Second is not null)
            .Select(pair => (pair.First, (pair.Second![0] + box.X, pair.Second[1] + box.Y))).ToList();
        places.Count.ShouldBeGreaterThanOrEqualTo(20);
        return places;
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"([\d,.]*\d)–([\d,.]*\d)")]
    private static partial Regex Range();
}
