using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Up42.Interactive.Sandbox;

/// <summary>The files of the storage: what they are, and their signed URLs.</summary>
public sealed class AssetTests : TodayTestBase, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("olinda", "multispectral", 256, 6, 4)]
    [InlineData("olinda", "panchromatic", 1024, 1.5, 1)]
    [InlineData("ships", "multispectral", 1600, 3, 3)]
    [InlineData("berlin may", "multispectral", 768, 10, 4)]
    public async Task Raster_is_a_cloud_optimized_geotiff_on_its_items_footprint(string name, string key, int width, double pixel, int bands)
    {
        var item = await Session.GetAsync($"{Stac}/items/{ItemId(name)}");
        var asset = item.GetProperty("assets").GetProperty(key);
        await File.WriteAllBytesAsync(_folder["a.tif"], await DownloadAsync(asset.GetProperty("href").GetString()!), Up42PySession.Cancellation);
        using var info = JsonDocument.Parse(Tool.Run("gdalinfo", "-json", _folder["a.tif"]));
        var root = info.RootElement;

        asset.GetProperty("type").GetString().ShouldBe("image/tiff; application=geotiff; profile=cloud-optimized");
        asset.GetProperty("gsd").GetDouble().ShouldBe(pixel);
        asset.GetProperty("eo:bands").GetArrayLength().ShouldBe(bands);
        root.GetProperty("metadata").GetProperty("IMAGE_STRUCTURE").GetProperty("LAYOUT").GetString().ShouldBe("COG");
        root.GetProperty("size")[0].GetInt32().ShouldBe(width);
        root.GetProperty("geoTransform")[1].GetDouble().ShouldBe(pixel);
        root.GetProperty("bands").GetArrayLength().ShouldBe(bands);
        (width <= 256 || root.GetProperty("bands")[0].GetProperty("overviews").GetArrayLength() > 0).ShouldBeTrue();
        var corners = root.GetProperty("wgs84Extent").GetProperty("coordinates")[0].EnumerateArray().ToList();
        var box = item.GetProperty("bbox").EnumerateArray().Select(number => number.GetDouble()).ToList();

        // The frame of the pass is tilted inside the raster, whose corners lie a few hundred metres outside of it where meridians are not upright.
        corners.ShouldAllBe(corner => corner[0].GetDouble() > box[0] - 5e-3 && corner[0].GetDouble() < box[2] + 5e-3);
        corners.ShouldAllBe(corner => corner[1].GetDouble() > box[1] - 5e-3 && corner[1].GetDouble() < box[3] + 5e-3);
    }

    [Fact]
    public async Task Original_delivery_is_a_zip_with_the_rasters_and_a_dimap_document()
    {
        var item = await Session.GetAsync($"{Stac}/items/{ItemId("olinda")}");
        var asset = item.GetProperty("assets").GetProperty("original_delivery");
        using var zip = new ZipArchive(new MemoryStream(await DownloadAsync(asset.GetProperty("href").GetString()!)));

        asset.GetProperty("type").GetString().ShouldBe("application/zip");
        asset.GetProperty("title").GetString().ShouldBe("Original Delivery");
        zip.Entries.Select(entry => entry.FullName).ShouldBe(
            ["DIM_SPOT6_202309141246158.XML", "IMG_SPOT6_MS_202309141246158_ORT.tif", "IMG_SPOT6_P_202309141246158_ORT.tif"]);
    }

    [Theory]
    [InlineData("olinda")]
    [InlineData("ships")]
    [InlineData("tile")]
    public async Task Thumbnail_is_a_small_picture(string name)
    {
        var item = await Session.GetAsync($"{Stac}/items/{ItemId(name)}");
        var bytes = await DownloadAsync(item.GetProperty("assets").GetProperty("thumbnail").GetProperty("href").GetString()!);

        bytes[..4].ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G']);
        bytes.Length.ShouldBeLessThan(500_000);
    }

    [Fact]
    public async Task Signed_url_names_the_file_serves_ranges_and_lives_five_minutes()
    {
        var url = await UrlAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Range = new RangeHeaderValue(0, 99);
        using var part = await http.SendAsync(request, Up42PySession.Cancellation);
        Clock.Advance(TimeSpan.FromSeconds(299));
        using var inTime = await http.GetAsync(url, Up42PySession.Cancellation);
        Clock.Advance(TimeSpan.FromSeconds(2));
        using var late = await http.GetAsync(url, Up42PySession.Cancellation);

        Uri.UnescapeDataString(url).ShouldContain("response-content-disposition=attachment; filename=IMG_SPOT6_MS_202309141246158_ORT.tif");
        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsByteArrayAsync(Up42PySession.Cancellation)).Length.ShouldBe(100);
        part.Content.Headers.ContentDisposition!.FileName.ShouldBe("IMG_SPOT6_MS_202309141246158_ORT.tif");
        inTime.StatusCode.ShouldBe(HttpStatusCode.OK);
        late.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Expired_url_answers_as_the_options_say(int status)
    {
        await using var server = await SandboxServer.StartAsync(
            options: Options with { ExpiredUrlStatus = status }, cancellationToken: Up42PySession.Cancellation);
        using var session = await Up42PySession.LogInAsync(server);
        var item = await session.GetAsync($"{Stac}/items/{ItemId("olinda")}");
        var asset = item.GetProperty("assets").GetProperty("thumbnail").GetProperty("href").GetString()!;
        var url = (await session.PostAsync(asset + "/download-url")).GetProperty("url").GetString()!;
        Clock.Advance(TimeSpan.FromMinutes(5));
        using var http = new HttpClient();
        using var late = await http.GetAsync(url, Up42PySession.Cancellation);

        ((int)late.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task Url_that_was_changed_opens_nothing()
    {
        using var http = new HttpClient();
        var url = (await UrlAsync()).Replace("/storage/assets/", "/storage/assets/0", StringComparison.Ordinal);
        using var answer = await http.GetAsync(url, Up42PySession.Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    /// <summary>Where PROJ puts the same corners.</summary>
    [Theory]
    [InlineData(32633, 365_000, 5_820_000)]
    [InlineData(32725, 296_000, 9_114_000)]
    [InlineData(32636, 457_200, 3_302_700)]
    [InlineData(32601, 300_000, 100_000)]
    public void Degrees_are_those_of_proj(int epsg, double easting, double northing)
    {
        var input = _folder["p.txt"];
        File.WriteAllText(input, FormattableString.Invariant($"{easting} {northing}\n"));
        var expected = Tool.Run("/bin/sh", "-c", $"gdaltransform -s_srs EPSG:{epsg} -t_srs EPSG:4326 < {input}")
            .Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        var point = Utm.ToDegrees(epsg, easting, northing);

        point.Longitude.ShouldBe(expected[0], 2e-7);
        point.Latitude.ShouldBe(expected[1], 2e-7);
    }

    private async Task<string> UrlAsync()
    {
        var item = await Session.GetAsync($"{Stac}/items/{ItemId("olinda")}");
        var asset = item.GetProperty("assets").GetProperty("multispectral").GetProperty("href").GetString()!;
        return (await Session.PostAsync(asset + "/download-url")).GetProperty("url").GetString()!;
    }
}
