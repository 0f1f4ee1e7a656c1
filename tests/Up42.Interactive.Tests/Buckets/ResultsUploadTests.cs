using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Up42.Interactive.Tests.Downloads;
using Up42.Interactive.Tests.Http;
using Up42.Interactive.Tests.Jobs;

namespace Up42.Interactive.Tests.Buckets;

public sealed class ResultsUploadTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private LocalFolderBucket Bucket => new(_folder["bucket"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task UploadResultsToBucketAsync_streams_the_archive_under_the_jobs_name()
    {
        await using var server = await StartAsync();
        var job = await GetJobAsync(server);

        var stored = await job.UploadResultsToBucketAsync(Bucket, "lakes/Müritz west", cancellationToken: Cancel);

        stored.Name.ShouldBe("v0/lakes/Müritz west/j.tgz");
        stored.ContentType.ShouldBe("application/gzip");
        File.ReadAllBytes(stored.Address).AsSpan().SequenceEqual(File.ReadAllBytes(Samples.BerlinTgz)).ShouldBeTrue();
        _folder.Files.ShouldBe(["bucket/v0/lakes/Müritz west/j.tgz"]);
    }

    [Fact]
    public async Task UploadResultsToBucketAsync_goes_on_in_the_same_version_where_the_download_broke()
    {
        await using var server = await StartAsync();
        var length = new FileInfo(Samples.BerlinTgz).Length;
        server.On(DownloadServer.StorageCall, (count, context) => count switch
        {
            1 => SendAsync(context, upTo: length / 3),
            2 => LoopbackServer.StatusAsync(context, 403),
            3 => SendAsync(context, upTo: length / 2),
            4 => LoopbackServer.StatusAsync(context, 503),
            _ => SendAsync(context),
        });
        var progress = new List<TransferProgress>();

        var stored = await (await GetJobAsync(server)).UploadResultsToBucketAsync(Bucket, "f", progress: new Heard(progress), cancellationToken: Cancel);

        File.ReadAllBytes(stored.Address).AsSpan().SequenceEqual(File.ReadAllBytes(Samples.BerlinTgz)).ShouldBeTrue();
        server.Count(DownloadServer.AddressCall).ShouldBeGreaterThan(2);
        progress[^1].ShouldSatisfyAllConditions(last => last.BytesTransferred.ShouldBe(length), last => last.TotalBytes.ShouldBe(length));
    }

    [Fact]
    public async Task UploadResultsToBucketAsync_of_what_was_replaced_meanwhile_leaves_nothing()
    {
        await using var server = await StartAsync();
        var heard = new Heard([]);
        server.On(DownloadServer.StorageCall, (count, context) => count == 1
            ? SendAsync(context, upTo: 5000, then: heard.First)
            : SendAsync(context, tag: "\"other\""));
        var job = await GetJobAsync(server);

        var error = await Should.ThrowAsync<Up42Exception>(() => job.UploadResultsToBucketAsync(Bucket, "f", progress: heard, cancellationToken: Cancel));

        error.Message.ShouldBe("The download of job j broke off, and the file has been replaced on the server since: start again.");
        _folder.Files.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("crc32c=AAAAAA==")]
    [InlineData("md5=AAAAAAAAAAAAAAAAAAAAAA==")]
    public async Task UploadResultsToBucketAsync_of_bytes_with_another_checksum_leaves_nothing(string hash)
    {
        await using var server = await StartAsync();
        server.On(DownloadServer.StorageCall, (_, context) =>
        {
            context.Response.Headers["x-goog-hash"] = hash;
            return SendAsync(context);
        });
        var job = await GetJobAsync(server);

        var error = await Should.ThrowAsync<Up42Exception>(() => job.UploadResultsToBucketAsync(Bucket, "f", cancellationToken: Cancel));

        error.Message.ShouldBe("The download of job j came with other bytes than the server has: its checksum differs. Start again.");
        _folder.Files.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(".zip", "was not uploaded as '.zip': pass extension: \".tgz\".")]
    [InlineData("tar", "was not uploaded as 'tar': pass extension: \".tgz\".")]
    [InlineData("", "was not uploaded as '': pass extension: \".tgz\".")]
    public async Task UploadResultsToBucketAsync_under_an_extension_that_contradicts_the_archive_is_refused(string extension, string why)
    {
        await using var server = await StartAsync();
        var job = await GetJobAsync(server);

        var error = await Should.ThrowAsync<Up42Exception>(() => job.UploadResultsToBucketAsync(Bucket, "f", extension, cancellationToken: Cancel));

        error.Message.ShouldBe($"The archive of job j is a gzipped tar archive and {why}");
        _folder.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task UploadResultsToBucketAsync_of_an_error_page_is_refused()
    {
        await using var server = await StartAsync();
        server.On(DownloadServer.StorageCall, (_, context) => LoopbackServer.JsonAsync(context, "<html>maintenance</html>", 200, "text/html"));
        var job = await GetJobAsync(server);

        var error = await Should.ThrowAsync<Up42Exception>(() => job.UploadResultsToBucketAsync(Bucket, "f", cancellationToken: Cancel));

        error.Message.ShouldBe("The archive of job j is a web page or XML, not an archive, and was not uploaded.");
    }

    [Fact]
    public async Task UploadResultsToBucketAsync_of_a_job_without_results_and_under_a_bad_name_asks_for_nothing()
    {
        await using var server = await StartAsync("RUNNING");
        var job = await GetJobAsync(server);

        (await Should.ThrowAsync<Up42Exception>(() => job.UploadResultsToBucketAsync(Bucket, "f", cancellationToken: Cancel))).Message
            .ShouldBe("Job j is RUNNING and has no results yet: await job.TrackStatusAsync() waits for them.");
        server.On(JobsServer.JobCall, JobsServer.Job("SUCCEEDED"));
        await Should.ThrowAsync<ArgumentException>(() => job.UploadResultsToBucketAsync(Bucket, "../f", cancellationToken: Cancel));
        server.Count(DownloadServer.AddressCall).ShouldBe(0);
    }

    [Fact]
    public async Task UploadResultsToBucketAsync_of_an_archive_that_was_downloaded_takes_it_from_the_disk()
    {
        await using var server = await StartAsync();
        var job = await GetJobAsync(server);
        await job.DownloadResultsAsync(unpack: false, cancellationToken: Cancel);
        var asked = server.Count(DownloadServer.AddressCall);

        var stored = await job.UploadResultsToBucketAsync(Bucket, "f", ".tar.gz", "v1", cancellationToken: Cancel);

        stored.Name.ShouldBe("v1/f/j.tar.gz");
        server.Count(DownloadServer.AddressCall).ShouldBe(asked);
    }

    [Theory]
    [InlineData("tgz", ".tgz", "application/gzip")]
    [InlineData("zip", ".zip", "application/zip")]
    public async Task UploadToBucketAsync_of_an_archive_sends_it_as_it_is(string kind, string extension, string type)
    {
        var archive = kind == "zip" ? Samples.BerlinZip : Samples.BerlinTgz;

        var stored = await JobResults.Open(archive, cancellationToken: TestContext.Current.CancellationToken)
            .UploadToBucketAsync(Bucket, "f", cancellationToken: Cancel);

        stored.Name.ShouldBe($"v0/f/{Path.GetFileNameWithoutExtension(archive)}{extension}");
        stored.ContentType.ShouldBe(type);
        File.ReadAllBytes(stored.Address).AsSpan().SequenceEqual(File.ReadAllBytes(archive)).ShouldBeTrue();
    }

    [Fact]
    public async Task UploadToBucketAsync_of_a_folder_packs_it_and_it_opens_again_with_its_card()
    {
        await using var server = await StartAsync();
        var downloaded = await (await GetJobAsync(server)).DownloadResultsAsync(_folder["kept"], cancellationToken: Cancel);

        var stored = await JobResults.Open(_folder["kept"], cancellationToken: TestContext.Current.CancellationToken)
            .UploadToBucketAsync(Bucket, "f", cancellationToken: Cancel);

        stored.Name.ShouldBe("v0/f/j.tgz");
        var opened = JobResults.Open(stored.Address, new ResultsCache(_folder["cache"], TimeProvider.System));
        opened.Files.Select(file => (file.Name, file.Length)).ShouldBe(downloaded.Files.Select(file => (file.Name, file.Length)));
        opened.Job!.Info.Id.ShouldBe("j");
        Tool.Run("tar", "-tzf", stored.Address).ShouldContain("output/data.json");
    }

    [Fact]
    public async Task UploadToBucketAsync_of_a_folder_whose_file_vanished_leaves_nothing()
    {
        await using var server = await StartAsync();
        var results = await (await GetJobAsync(server)).DownloadResultsAsync(_folder["kept"], cancellationToken: Cancel);
        File.Delete(results.Rasters[0].Path);

        await Should.ThrowAsync<IOException>(() => results.UploadToBucketAsync(Bucket, "f", cancellationToken: Cancel));

        _folder.Files.ShouldNotContain(file => file.StartsWith("bucket/", StringComparison.Ordinal));
    }

    private static async Task SendAsync(HttpContext context, long? upTo = null, string tag = "\"one\"", Task? then = null)
    {
        var bytes = await File.ReadAllBytesAsync(Samples.BerlinTgz);
        var from = (int)(RangeHeaderValue.TryParse(context.Request.Headers.Range.ToString(), out var range) ? range.Ranges.Single().From!.Value : 0);
        context.Response.Headers.ETag = tag;
        if (from > 0 && context.Request.Headers.IfRange == tag)
        {
            context.Response.StatusCode = 206;
            context.Response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{bytes.Length - 1}/{bytes.Length}");
        }
        else
        {
            from = 0;
        }

        context.Response.ContentLength = bytes.Length - from;
        var end = (int)(upTo ?? bytes.Length);
        await context.Response.Body.WriteAsync(bytes.AsMemory(from, end - from));
        if (upTo is not null)
        {
            await context.Response.Body.FlushAsync();
            await (then ?? Task.CompletedTask);
            context.Abort();
        }
    }

    private sealed class Heard(List<TransferProgress> reports) : IProgress<TransferProgress>
    {
        private readonly TaskCompletionSource _first = new();

        public Task First => _first.Task;

        public void Report(TransferProgress value)
        {
            reports.Add(value);
            _first.TrySetResult();
        }
    }

    private static Task<LoopbackServer> StartAsync(string status = "SUCCEEDED") =>
        DownloadServer.StartAsync((_, context) => SendAsync(context), status);

    private Task<Job> GetJobAsync(LoopbackServer server) => DownloadServer.GetJobAsync(server, _folder["jobs"]);
}
