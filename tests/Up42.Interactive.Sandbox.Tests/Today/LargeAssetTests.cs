using System.Diagnostics;
using System.Security.Cryptography;

namespace Up42.Interactive.Sandbox;

/// <summary>650 MB of the sandbox's storage, whose signed URLs expire every second.</summary>
[Trait("Tier", "Long")]
public sealed class LargeAssetTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly SceneOptions Tile = new() { Width = 10_980, Height = 10_980 };
    private static readonly AssetContent Content = SceneRasters.Multispectral(Tile, "S2A_TILE.tif") with { WriteAsync = LargeAsset.WriteAsync };

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // The whole tile of the seeds, made here from other pixels before anybody asks for it.
    public async ValueTask InitializeAsync() => await FileStore.GetAsync(Content);

    public ValueTask DisposeAsync()
    {
        FileStore.Remove(Content.Name);
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_download_and_reads_by_range_get_new_urls_whenever_theirs_expire(int expired)
    {
        await using var server = await SandboxServer.StartAsync(
            options: new SandboxOptions { UrlLifetime = TimeSpan.FromSeconds(1), ExpiredUrlStatus = expired }, cancellationToken: Cancel);
        using var client = await Up42Client.AuthenticateAsync(
            Up42Credentials.FromAccount(server.Credentials.Username, server.Credentials.Password),
            new Up42ClientOptions { Endpoint = server.Endpoint, OutputDirectory = _folder.Path },
            Cancel);
        var item = (await client.Storage.SearchAsync(text: "A whole tile", cancellationToken: Cancel))[0];
        var asset = item.Assets["multispectral"];

        var watch = Stopwatch.StartNew();
        var path = await asset.DownloadAsync(cancellationToken: Cancel);
        var (seconds, refused) = (watch.Elapsed.TotalSeconds, Refused(server, expired));

        new FileInfo(path).Length.ShouldBeGreaterThan(650_000_000);
        (await ShaAsync(path)).ShouldBe(await ShaAsync(await Content.GetPathAsync()));
        refused.ShouldBeGreaterThan(0);

        using var results = await item.OpenAsync(Cancel);
        using var raster = results.Rasters.ShouldHaveSingleItem().Open();
        watch.Restart();
        for (var part = 0; part < 6; part++)
        {
            var window = new RasterWindow(part * 4000, part * 4100, 900, 300);
            var values = raster.Read(window, cancellationToken: Cancel).Values(0).ToArray();
            values.ShouldBe(Expected(window));
            await Task.Delay(TimeSpan.FromMilliseconds(600), Cancel);
        }

        (Refused(server, expired) - refused).ShouldBeGreaterThan(0);
        output.WriteLine($"{expired}: 650 MB in {seconds:0.0} s, {refused} times refused; by range {watch.Elapsed.TotalSeconds:0.0} s, "
            + $"{Refused(server, expired) - refused} times refused");
    }

    private static int Refused(SandboxServer server, int status) =>
        server.Requests.Count(request => request.Method == "GET" && request.Path.StartsWith("/storage/", StringComparison.Ordinal) && request.Status == status);

    private static async Task<string> ShaAsync(string path)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, Cancel));
    }

    private static double[] Expected(RasterWindow window) => [.. Enumerable.Range(0, window.Width * window.Height)
        .Select(index => (double)LargeAsset.Value(window.Column + (index % window.Width), window.Row + (index / window.Width)))];
}
