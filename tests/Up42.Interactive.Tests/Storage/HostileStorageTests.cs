using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Up42.Interactive.Tests.Http;
using Up42.Interactive.Tests.Processing;

namespace Up42.Interactive.Tests.Storage;

/// <summary>Storage that answers ranges with what it likes: each ends within a bound, in a sentence or in the right pixels.</summary>
public sealed class HostileStorageTests(RangeReadingTests.Scene scene) : IClassFixture<RangeReadingTests.Scene>
{
    private const string Asset = "The download of asset data of item i-1";
    private static readonly RasterWindow Part = new(0, 0, RangeReadingTests.Scene.Side, 900);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Beginnings => new()
    {
        { "bytes 100-65635/70000000", "is not possible: the server does not send parts of the file. Download it." },
        { "bytes 0-65535/9223372036854775807", "is not possible: the server says that the file has 9223372 TB." },
        { "bytes 0-65535/*", "is not possible: the server does not send parts of the file. Download it." },
        { "lines 0-65535/70000000", "is not possible: the server does not send parts of the file. Download it." },
        { "", "is not possible: the server does not send parts of the file. Download it." },
    };

    [Theory]
    [MemberData(nameof(Beginnings))]
    public async Task Beginning_that_is_another_or_of_a_file_without_end_is_refused(string range, string said)
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        server.On(ProcessingServer.FileCall, (_, context) => SendAsync(context, range, scene.Bytes.AsMemory(0, 65536)));
        using var client = await ConnectAsync(server);

        (await Should.ThrowAsync<Up42Exception>(() => OpenAsync(client))).Message.ShouldBe($"data of item i-1 cannot be opened: {Asset} {said}");
    }

    [Fact]
    public async Task Bodies_without_end_are_read_as_far_as_they_were_asked_for()
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        server.On(ProcessingServer.FileCall, async (_, context) =>
        {
            var (from, bytes) = Asked(context);
            await SendAsync(context, $"bytes {from}-{from + bytes.Length - 1}/{scene.Bytes.Length}", bytes);
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(bytes);
            }
        });
        using var client = await ConnectAsync(server);
        using var raster = (await OpenAsync(client)).Rasters[0].Open();
        using var original = RasterFile.Open(scene.Path);

        raster.Read(Part, cancellationToken: Cancel).Values(0).ToArray().ShouldBe(original.Read(Part, cancellationToken: Cancel).Values(0).ToArray());
    }

    [Theory]
    [InlineData("gzip", 0, "failed: the server sent another range than requested. It was tried 2 times.")]
    [InlineData("", 7, "failed: the server sent another range than requested. It was tried 2 times.")]
    public async Task Later_ranges_that_are_packed_or_moved_are_never_taken_for_pixels(string encoding, int moved, string said)
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        ProcessingServer.Serve(server, scene.Bytes);
        using var client = await ConnectAsync(server);
        using var raster = (await OpenAsync(client)).Rasters[0].Open();
        server.On(ProcessingServer.FileCall, (_, context) =>
        {
            var (from, bytes) = Asked(context);
            context.Response.Headers.ContentEncoding = encoding;
            context.Response.Headers.ETag = "\"v1\"";
            return SendAsync(context, $"bytes {from + moved}-{from + moved + bytes.Length - 1}/{scene.Bytes.Length}", bytes);
        });

        Should.Throw<Up42Exception>(() => raster.Read(Part, cancellationToken: Cancel)).Message.ShouldBe($"{Asset} {said}");
    }

    [Fact]
    public async Task Bodies_that_drip_end_in_a_sentence_read_by_range_or_downloaded()
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        server.On(ProcessingServer.FileCall, async (_, context) =>
        {
            var (from, bytes) = Asked(context);
            await SendAsync(context, $"bytes {from}-{from + bytes.Length - 1}/{scene.Bytes.Length}", default);
            for (var at = 0; at < bytes.Length && !context.RequestAborted.IsCancellationRequested; at++)
            {
                await context.Response.Body.WriteAsync(bytes.Slice(at, 1));
                await context.Response.Body.FlushAsync();
                await Task.Delay(5, context.RequestAborted);
            }
        });
        using var folder = new TempFolder();
        using var client = await ConnectAsync(server, TimeSpan.FromSeconds(40));
        var job = await client.GetProcessingJobAsync("j", Cancel);
        var began = Stopwatch.GetTimestamp();

        (await Should.ThrowAsync<Up42Exception>(() => job.OpenResultsAsync(Cancel))).Message.ShouldContain($"{Asset} comes too slowly: ");
        (await Should.ThrowAsync<Up42Exception>(() => job.DownloadResultsAsync(folder.Path, cancellationToken: Cancel)))
            .Message.ShouldContain($"{Asset} comes too slowly: ");

        Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Raster_whose_facts_have_no_end_is_not_opened()
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        server.On(ProcessingServer.FileCall, (_, context) =>
        {
            var (from, to) = Range(context, 1L << 42);
            return SendAsync(context, $"bytes {from}-{to}/{1L << 42}", Segments(from, to));
        });
        using var client = await ConnectAsync(server);

        var results = await OpenAsync(client);

        results.Rasters[0].Problem.ShouldBe("'sharp.tif' is not opened where it lies: that takes more than 64 MB. Download it.");
        server.Requests.Count.ShouldBeLessThan(200);
    }

    [Fact]
    public async Task Reading_that_waits_for_a_server_is_canceled_at_once()
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        ProcessingServer.Serve(server, scene.Bytes);
        using var client = await ConnectAsync(server);
        using var raster = (await OpenAsync(client)).Rasters[0].Open();
        var asked = new TaskCompletionSource();
        server.On(ProcessingServer.FileCall, (_, context) =>
        {
            asked.TrySetResult();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        var reading = Task.Run(() => raster.Read(Part, cancellationToken: stop.Token), Cancel);
        await asked.Task;
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => reading.WaitAsync(TimeSpan.FromSeconds(20), Cancel));
    }

    private static async Task<JobResults> OpenAsync(Up42Client client) => await (await client.GetProcessingJobAsync("j", Cancel)).OpenResultsAsync(Cancel);

    private static Task<Up42Client> ConnectAsync(LoopbackServer server, TimeSpan? attempt = null) => server.ConnectAccountAsync(
        server.Options(retry: new RetryOptions { MaxAttempts = 2, AttemptTimeout = attempt ?? TimeSpan.FromDays(1) }));

    private static async Task SendAsync(HttpContext context, string range, ReadOnlyMemory<byte> bytes)
    {
        context.Response.StatusCode = StatusCodes.Status206PartialContent;
        context.Response.Headers.ContentRange = range;
        await context.Response.Body.WriteAsync(bytes);
    }

    private (long From, ReadOnlyMemory<byte> Bytes) Asked(HttpContext context)
    {
        var (from, to) = Range(context, scene.Bytes.Length);
        return (from, scene.Bytes.AsMemory((int)from..((int)to + 1)));
    }

    private static (long From, long To) Range(HttpContext context, long length)
    {
        var range = context.Request.GetTypedHeaders().Range!.Ranges.Single();
        return (range.From!.Value, Math.Min(range.To!.Value, length - 1));
    }

    // A JPEG that has one segment of 64 kB after the other.
    private static byte[] Segments(long from, long to)
    {
        var bytes = new byte[to - from + 1];
        Put(0, [0xFF, 0xD8]);
        for (var start = Math.Max(2, from - ((from - 2) % 65537)); start <= to; start += 65537)
        {
            Put(start, [0xFF, 0xE1, 0xFF, 0xFF]);
        }

        return bytes;

        void Put(long position, ReadOnlySpan<byte> values)
        {
            for (var i = 0; i < values.Length; i++)
            {
                if (position + i >= from && position + i <= to)
                {
                    bytes[position + i - from] = values[i];
                }
            }
        }
    }
}
