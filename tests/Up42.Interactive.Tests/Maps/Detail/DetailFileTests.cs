using System.IO.Compression;
using System.Text.Json;

namespace Up42.Interactive.Tests.Maps.Detail;

/// <summary>A map with detail as a file: what it shows in Chromium, what it takes, what it says.</summary>
public sealed class DetailFileTests(Browser browser, DetailScenes scenes) : IClassFixture<DetailScenes>, IDisposable
{
    private const string Deepest =
        """
        async () => { u42Map.setView(u42Map.getCenter(), u42Map.getMaxZoom(), { animate: false });
          await new Promise(resolve => setTimeout(resolve, 1000)); }
        """;

    private readonly TempFolder _folder = new();

    [Fact]
    public Task The_last_zoom_shows_the_pixels_of_the_file() => ShowsThePixelsAsync(1200, 1);

    [Fact]
    [Trait("Tier", "Long")]
    public Task The_last_zoom_of_a_phone_shows_the_pixels_of_the_file() => ShowsThePixelsAsync(480, 2);

    private async Task ShowsThePixelsAsync(int width, float density)
    {
        var (raster, path) = Classes();
        await using var page = await browser.OpenAsync(path, new() { ViewportSize = new() { Width = width, Height = 900 }, DeviceScaleFactor = density });
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        await page.Page.EvaluateAsync(Deepest);

        var pixels = new PalettePixels(raster);
        (await pixels.WrongAsync(page, density)).ShouldBeEmpty();
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();

        await page.Page.EvaluateAsync("() => document.querySelectorAll('canvas.u42-detail').forEach(canvas => canvas.width = canvas.width)");
        (await pixels.WrongAsync(page, density)).Count.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void A_file_keeps_to_its_size_and_says_which_resolution_it_reached()
    {
        var raster = scenes.Get("utm", 700);

        var room = PageSize(raster) + 60_000;
        var all = Save(raster, 2_000_000, null);
        var part = Save(raster, room, null);

        all.Length.ShouldBeLessThanOrEqualTo(2_000_000);
        all.Remarks.ShouldContain("utm-700.tif can be zoomed to every pixel of 10 m, in WebP of quality 80.");
        part.Length.ShouldBeLessThanOrEqualTo(room);
        part.Remarks.ShouldMatch("utm-700.tif can(not)? be zoomed .*its own 10 m it would take about .* kB, and MapOptions.MaxFileSize allows .* kB.");
    }

    [Fact]
    public void A_terminal_says_which_resolution_the_file_reaches() =>
        Map(scenes.Get("utm", 700), 2_000_000, null).ToString()
            .ShouldEndWith(". In the file that SaveHtml(path) writes utm-700.tif can be zoomed to every pixel of 10 m, in WebP of quality 80");

    [Fact]
    public void Where_not_all_fits_the_area_of_interest_keeps_its_pixels()
    {
        var raster = scenes.Get("utm", 700);
        using var file = RasterFile.Open(raster);
        var center = file.BoundsWgs84!.Centre;

        var area = new NetTopologySuite.Geometries.Point(center.X - 0.03, center.Y + 0.02);
        var page = PageSize(raster);

        // Somewhere between a file that has no room and one that has room for all.
        Enumerable.Range(6, 9).Select(step => (Size: page + (10_000 * step), Saved: Save(raster, page + (10_000 * step), area)))
            .ShouldContain(file => file.Saved.Length <= file.Size && file.Saved.Remarks.Contains("10 m a pixel within the area of interest"));
    }

    [Fact]
    public void A_cell_has_no_detail_and_says_where_there_is_some()
    {
        var map = Map(scenes.Get("utm", 700), 2_000_000, null);

        map.ToHtml().ShouldNotContain("u42-attachment");
        map.ToHtml().ShouldBe(map.ToHtml());
    }

    [Fact]
    public void The_same_map_is_the_same_file()
    {
        var raster = scenes.Get("nan", 700);
        File.ReadAllBytes(Map(raster, 1_000_000, null).SaveHtml(_folder["a.html"]))
            .ShouldBe(File.ReadAllBytes(Map(raster, 1_000_000, null).SaveHtml(_folder["b.html"])));
    }

    [Fact]
    public void It_tells_how_far_it_is_and_ends_when_it_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        var shares = new System.Collections.Concurrent.ConcurrentBag<double>();
        var options = new MapOptions
        {
            Detail = true,
            MaxImageSize = 200,
            DetailProgress = new Told(share =>
        {
            shares.Add(share);
            source.Cancel();
        })
        };

        Should.Throw<OperationCanceledException>(() => new MapBuilder(options, source.Token).AddImages([scenes.Get("utm", 1100)], [3, 2, 1]).Build());
        shares.ShouldAllBe(share => share > 0 && share < 1);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>What the file takes without detail.</summary>
    private static long PageSize(string raster) =>
        new MapBuilder(new MapOptions { Basemaps = [], MaxImageSize = 200 }).AddImages([raster], [3, 2, 1]).Build().PageSize;

    private static ResultMap Map(string raster, long maxFileSize, NetTopologySuite.Geometries.Geometry? aoi)
    {
        var options = new MapOptions { Basemaps = [], Detail = true, MaxImageSize = 200, MaxFileSize = maxFileSize };
        using var file = RasterFile.Open(raster);
        var builder = new MapBuilder(options).AddImages([raster], file.Bands.Count > 1 ? [3, 2, 1] : [1]);
        return (aoi is null ? builder : builder.AddAoi(FeatureTable.From([aoi]))).Build();
    }

    private (long Length, string Remarks) Save(string raster, long maxFileSize, NetTopologySuite.Geometries.Geometry? aoi)
    {
        var path = Map(raster, maxFileSize, aoi).SaveHtml(_folder["saved.html"]);
        return (new FileInfo(path).Length, Remarks(path));
    }

    private static string Remarks(string path)
    {
        const string Start = "class=\"u42-data\">";
        var html = File.ReadAllText(path);
        var from = html.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        using var json = new GZipStream(new MemoryStream(Convert.FromBase64String(html[from..html.IndexOf('<', from)])), CompressionMode.Decompress);
        return JsonDocument.Parse(json).RootElement.GetProperty("remarks").GetString()!;
    }

    private sealed class Told(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }

    private (string Raster, string Path) Classes()
    {
        var raster = scenes.Get("palette", 700);
        var options = new MapOptions { Basemaps = [], Detail = true, MaxImageSize = 200 };
        return (raster, new MapBuilder(options).AddImages([raster], [1]).Build().SaveHtml(_folder["map.html"]));
    }
}
