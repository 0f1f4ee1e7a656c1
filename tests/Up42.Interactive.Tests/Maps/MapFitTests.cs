using System.Text.Json;
using Microsoft.Playwright;

namespace Up42.Interactive.Tests.Maps;

/// <summary>Maps are whole on every screen and on paper: nothing is cut, and what does not fit scrolls.</summary>
public sealed class MapFitTests(Browser browser, SampleScenes scenes)
{
    // An element is cut where it reaches out of its frame, and no part between them scrolls.
    private const string Cut =
        """
        () => [...document.querySelectorAll('.u42-side *, .u42-foot *, .u42-bar *, .leaflet-control-zoom *, .u42-static *, .u42-static')].filter(one => {
          const box = one.getBoundingClientRect();
          if (box.width * box.height === 0 || one.closest('option')) { return false; }
          for (let outer = one.parentElement; outer; outer = outer.parentElement) {
            const { overflowX, overflowY } = getComputedStyle(outer);
            if (overflowY === 'auto' || overflowY === 'scroll' || (overflowX === 'hidden' && overflowY === 'hidden' && outer.title)) { return false; }
          }
          return box.left < -1 || box.right > innerWidth + 1 || (document.body.matches('.u42-live') && (box.top < -1 || box.bottom > innerHeight + 1));
        }).map(one => `${one.tagName} ${one.className} ${one.textContent.slice(0, 40)}`)
        """;

    [Theory]
    [InlineData(1200, 900, 1, ColorScheme.Dark)]
    [InlineData(600, 450, 2, ColorScheme.Light)]
    public Task Nothing_is_cut_in_the_frame_of_a_cell(int width, int height, int zoom, ColorScheme scheme) => AssertWholeAsync(width, height, zoom, scheme);

    [Theory]
    [InlineData(1200, 900, 1, ColorScheme.Light)]
    [InlineData(480, 800, 1, ColorScheme.Light)]
    [Trait("Tier", "Long")]
    public Task Nothing_is_cut_in_other_frames(int width, int height, int zoom, ColorScheme scheme) => AssertWholeAsync(width, height, zoom, scheme);

    private async Task AssertWholeAsync(int width, int height, int zoom, ColorScheme scheme)
    {
        await using var page = await browser.ShowAsync(
            Map().ToHtml(), new() { ColorScheme = scheme, DeviceScaleFactor = zoom, ViewportSize = new() { Width = width, Height = height } });
        await page.StartFramesAsync();
        var frame = page.Page.Frames[1];

        (await frame.EvaluateAsync<string[]>(Cut)).ShouldBeEmpty();
        (await page.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        (await frame.EvaluateAsync<bool>("() => document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth"))
            .ShouldBeTrue();
        (await frame.EvaluateAsync<double>("() => u42Map.getSize().y")).ShouldBeGreaterThan(200);

        // What scrolls can be read to its end.
        await frame.EvaluateAsync("() => document.querySelectorAll('.u42-panel').forEach(fold => { fold.open = true; })");
        var last = frame.Locator(".u42-panel p");
        await last.ScrollIntoViewIfNeededAsync();
        var seen = JsonSerializer.Deserialize<double[]>(await last.EvaluateAsync<string>(
            "one => { const { top, bottom } = one.getBoundingClientRect(); return JSON.stringify([top, innerHeight - bottom]); }"))!;
        seen.ShouldAllBe(distance => distance >= -1);
        page.Errors.ShouldBeEmpty();
    }

    /// <summary>Where no script runs, the page of a map is its picture and its tables.</summary>
    [Theory]
    [InlineData(1200)]
    [InlineData(480)]
    public async Task Nothing_is_cut_without_scripts(int width)
    {
        using var folder = new TempFolder();
        await using var page = await browser.OpenAsync(
            Map().SaveHtml(folder["map.html"]), new() { JavaScriptEnabled = false, ViewportSize = new() { Width = width, Height = 800 } });

        var picture = (await page.Page.Locator(".u42-static img").BoundingBoxAsync())!;
        (picture.X + picture.Width).ShouldBeLessThanOrEqualTo(width);
        foreach (var cell in await page.Page.Locator(".u42-static :is(td, th, p, figcaption)").AllAsync())
        {
            var box = (await cell.BoundingBoxAsync())!;
            (box.X + box.Width).ShouldBeLessThanOrEqualTo(width, await cell.TextContentAsync());
        }
    }

    /// <summary>On paper, 190 mm wide, the static part takes the frame's place.</summary>
    [Fact]
    public async Task Paper_has_the_picture_and_the_tables()
    {
        await using var page = await browser.ShowAsync(Map().ToHtml(), new() { ViewportSize = new() { Width = 718, Height = 1000 } });
        await page.StartFramesAsync();
        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });

        (await page.Page.Locator("iframe").IsVisibleAsync()).ShouldBeFalse();
        foreach (var part in new[] { ".u42-s img", ".u42-s table >> nth=0", ".u42-s table >> nth=1", ".u42-s p" })
        {
            var box = (await page.Page.Locator(part).BoundingBoxAsync())!;
            (box.X + box.Width).ShouldBeLessThanOrEqualTo(718, part);
            box.Height.ShouldBeGreaterThan(10, part);
        }

        (await page.Page.Locator(".u42-s").EvaluateAsync<bool>("one => one.scrollWidth <= one.clientWidth")).ShouldBeTrue("paper does not scroll");
    }

    private ResultMap Map() => new MapBuilder(new MapOptions { ColorBy = "resolution", Expression = "b1" }, TestContext.Current.CancellationToken)
        .AddImages([SampleScenes.RasterIn(scenes.Olinda)], null)
        .AddFootprints(FeatureTable.Read(SampleScenes.TableIn(scenes.Olinda)), "uid")
        .AddVectors(FeatureTable.From([new NetTopologySuite.Geometries.Point(-34.87, -8)]), "a layer whose long name does not fit on one line of the panel")
        .AddRemark("A remark that tells what is missing here. ".PadRight(400, '.'))
        .Build();
}
