using Microsoft.AspNetCore.Http;
using Up42.Interactive.Tests.Archives;
using Up42.Interactive.Tests.Http;
using Up42.Interactive.Tests.Jobs;

namespace Up42.Interactive.Tests.Downloads;

/// <summary>Downloads into folders that somebody prepared, and from storage that is not like Google's.</summary>
public sealed class ContainedDownloadTests : IDisposable
{
    private const string Quicklooks = "GET " + JobsServer.JobPath + "/tasks/t1/outputs/quicklooks/";
    private static readonly byte[] Archive = new CraftedTar().Add("data.json", """{"type":"FeatureCollection","features":[]}""")
        .Add("sub/x", "content").Gzipped();
    private readonly TempFolder _folder = new();

    public ContainedDownloadTests()
    {
        Directory.CreateDirectory(_folder["out"]);
        Directory.CreateDirectory(_folder["elsewhere"]);
        File.WriteAllText(_folder["elsewhere/thesis"], "mine");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Download_planted_manifest_deletes_nothing_outside_the_folder(bool overwrite)
    {
        await using var server = await DownloadServer.StartAsync((_, context) => new StoredArchive(Archive).SendAsync(context));
        Directory.CreateSymbolicLink(_folder["out/link"], _folder["elsewhere"]);
        new DownloadManifest
        {
            Of = "job j",
            Files = new Dictionary<string, long> { ["link/thesis"] = 4, ["../elsewhere/thesis"] = 4, ["gone"] = 1 }
        }.Save(_folder["out"]);

        await (await GetJobAsync(server)).DownloadResultsAsync(_folder["out"], overwrite: overwrite, cancellationToken: Cancel);

        File.ReadAllText(_folder["elsewhere/thesis"]).ShouldBe("mine");
        File.ReadAllText(_folder["out/sub/x"]).ShouldBe("content");
    }

    [Fact]
    public async Task Download_planted_manifest_deletes_no_file_of_the_user_s_unasked()
    {
        await using var server = await DownloadServer.StartAsync((_, context) => new StoredArchive(Archive).SendAsync(context));
        File.WriteAllText(_folder["out/analysis.ipynb"], "mine");
        new DownloadManifest { Of = "job j", Files = new Dictionary<string, long> { ["analysis.ipynb"] = 4, ["gone"] = 1 } }.Save(_folder["out"]);

        await (await GetJobAsync(server)).DownloadResultsAsync(_folder["out"], cancellationToken: Cancel);

        File.ReadAllText(_folder["out/analysis.ipynb"]).ShouldBe("mine");
    }

    [Fact]
    public async Task Download_writes_through_no_link()
    {
        await using var server = await DownloadServer.StartAsync((_, context) => new StoredArchive(Archive).SendAsync(context));
        Directory.CreateSymbolicLink(_folder["out/sub"], _folder["elsewhere"]);

        var job = await GetJobAsync(server);
        var error = await Should.ThrowAsync<Up42Exception>(() => job.DownloadResultsAsync(_folder["out"], cancellationToken: Cancel));

        error.Message.ShouldBe($"'{_folder["out/sub"]}' is a link, through which results are not written: remove it, or pass another outputDirectory.");
        Directory.GetFiles(_folder["elsewhere"]).ShouldBe([_folder["elsewhere/thesis"]]);
    }

    [Theory]
    [InlineData("job_j.part")]
    [InlineData("job_j.part.json")]
    [InlineData(".up42-download.lock")]
    [InlineData(".up42-download.json")]
    [InlineData("data.json")]
    public async Task Download_planted_link_leads_to_nobody_s_file(string name)
    {
        await using var server = await DownloadServer.StartAsync((_, context) => new StoredArchive(Archive).SendAsync(context));
        File.CreateSymbolicLink(_folder[$"out/{name}"], _folder["elsewhere/thesis"]);

        var job = await GetJobAsync(server);
        await job.DownloadResultsAsync(_folder["out"], overwrite: true, cancellationToken: Cancel);

        File.ReadAllText(_folder["elsewhere/thesis"]).ShouldBe("mine");
        File.ReadAllText(_folder["out/sub/x"]).ShouldBe("content");
    }

    [Fact]
    public async Task Quicklooks_replace_no_file_whatever_the_server_calls_them()
    {
        await using var server = await DownloadServer.StartAsync((_, context) => new StoredArchive(Archive).SendAsync(context));
        string[] ids = ["data.json", ".bashrc", "scene.tif", "analysis.ipynb", "mine.png"];
        server.On(Quicklooks, $$"""{"data":[{{string.Join(',', ids.Select(id => $"\"{id}\""))}}]}""");
        foreach (var id in ids)
        {
            File.WriteAllText(_folder[$"out/{id}"], "mine");
            server.On(Quicklooks + id, (_, context) => SendAsync(context, "image/png", "theirs"u8.ToArray()));
        }

        var job = await GetJobAsync(server);
        var first = await job.DownloadQuicklooksAsync(_folder["out"], cancellationToken: Cancel);
        var second = await job.DownloadQuicklooksAsync(_folder["out"], cancellationToken: Cancel);

        ids.ShouldAllBe(id => File.ReadAllText(_folder[$"out/{id}"]) == "mine");
        first.Select(Path.GetFileName).ShouldBe(["data.json.png", ".bashrc.png", "scene.tif.png", "analysis.ipynb.png", "mine_2.png"]);
        first.ShouldAllBe(file => File.ReadAllText(file) == "theirs");
        second.ShouldBe(first);
    }

    [Theory]
    [InlineData("range of unknown length")]
    [InlineData("packed on the way")]
    [InlineData("ranges packed on the way")]
    [InlineData("packed archive called encoded")]
    public async Task Download_from_storage_of_another_kind_is_whole(string kind)
    {
        await using var server = await DownloadServer.StartAsync((_, context) => SendAsync(context, kind));

        await (await GetJobAsync(server)).DownloadResultsAsync(_folder["out"], cancellationToken: Cancel);

        File.ReadAllText(_folder["out/sub/x"]).ShouldBe("content");
        server.Count("GET /storage/a").ShouldBeLessThan(3);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task Download_from_storage_that_asks_to_wait_longer_than_it_may_says_so_at_once(int status)
    {
        await using var server = await DownloadServer.StartAsync((_, context) =>
        {
            context.Response.Headers.RetryAfter = "3600";
            return LoopbackServer.StatusAsync(context, status);
        });
        using var client = await server.ConnectAsync(server.Options(timeout: TimeSpan.FromMinutes(5), outputDirectory: _folder.Path));

        var job = await client.GetJobAsync("j", cancellationToken: Cancel);
        var error = await Should.ThrowAsync<Up42Exception>(() => job.DownloadResultsAsync(_folder["out"], cancellationToken: Cancel));

        error.Message.ShouldEndWith("The server asks to wait 3600 s: try again then.");
        server.Count("GET /storage/a").ShouldBe(1);
    }

    private static Task SendAsync(HttpContext context, string kind)
    {
        var hasRange = context.Request.Headers.Range.Count > 0;
        switch (kind)
        {
            case "range of unknown length" when hasRange:
                context.Response.StatusCode = 206;
                context.Response.Headers.ContentRange = "bytes 0-99/*";
                return SendAsync(context, "application/gzip", Archive[..100]);
            case "ranges packed on the way" when hasRange:
                context.Response.StatusCode = 206;
                context.Response.Headers.ContentEncoding = "gzip";
                context.Response.Headers.ContentRange = $"bytes 0-99/{Archive.Length + 20}";
                return SendAsync(context, "application/gzip", CraftedTar.Gzip(Archive)[..100]);
            case "packed on the way" or "ranges packed on the way":
                context.Response.Headers.ContentEncoding = "gzip";
                context.Response.Headers["x-goog-hash"] = StoredArchive.Crc32COf([1]);
                return SendAsync(context, "application/gzip", CraftedTar.Gzip(Archive));
            case "packed archive called encoded":
                context.Response.Headers.ContentEncoding = "gzip";
                return SendAsync(context, "application/x-tar", Archive);
            default:
                return SendAsync(context, "application/gzip", Archive);
        }
    }

    private static Task SendAsync(HttpContext context, string type, byte[] bytes)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        return context.Response.Body.WriteAsync(bytes).AsTask();
    }

    private Task<Job> GetJobAsync(LoopbackServer server) => DownloadServer.GetJobAsync(server, _folder.Path);
}
