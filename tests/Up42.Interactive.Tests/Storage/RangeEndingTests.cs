using System.Runtime.CompilerServices;
using Up42.Interactive.Gdal;
using Up42.Interactive.Tests.Http;
using Up42.Interactive.Tests.Processing;

namespace Up42.Interactive.Tests.Storage;

/// <summary>How reads of rasters in storage end, and what is left of them.</summary>
public sealed class RangeEndingTests(RangeReadingTests.Scene scene) : IClassFixture<RangeReadingTests.Scene>
{
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(20);
    private static readonly RasterWindow Part = new(0, 0, RangeReadingTests.Scene.Side, 900);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Opening_that_waits_for_the_server_is_canceled()
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        ProcessingServer.Serve(server, scene.Bytes);
        using var client = await server.ConnectAccountAsync();
        var job = await client.GetProcessingJobAsync("j", Cancel);
        var waits = HangAfter(server, 0);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        var opening = job.OpenResultsAsync(stop.Token);
        await waits.WaitAsync(Prompt, Cancel);
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => opening.WaitAsync(Prompt, Cancel));
    }

    [Fact]
    public async Task Disposing_results_ends_a_read_that_waits_and_says_so()
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        ProcessingServer.Serve(server, scene.Bytes);
        using var client = await server.ConnectAccountAsync();
        var results = await (await client.GetProcessingJobAsync("j", Cancel)).OpenResultsAsync(Cancel);
        using var raster = results.Rasters[0].Open();
        var waits = HangAfter(server, 0);

        var reading = Task.Run(() => raster.Read(Part), Cancel);
        await waits.WaitAsync(Prompt, Cancel);
        results.Dispose();

        // Of the threads that read, one that waits and one that opens the file only now say it in their own words.
        (await Should.ThrowAsync<Up42Exception>(() => reading.WaitAsync(Prompt, Cancel))).Message.ShouldBeOneOf(
            "The download of asset data of item i-1 ended: the results were disposed.",
            "sharp.tif cannot be read from storage any more: its results were disposed. Open the item again.");
        GdalVirtualFile.Find(results.Rasters[0].Path).ShouldBeNull();
        Should.Throw<Up42Exception>(() => results.Rasters[0].Open()).Message
            .ShouldBe("sharp.tif cannot be read from storage any more: its results were disposed. Open the item again.");
        results.ToHtml().ShouldContain("sharp.tif");
        results.Dispose();
    }

    [Fact]
    public async Task Results_that_nobody_holds_any_more_leave_no_file_of_GDAL()
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        ProcessingServer.Serve(server, scene.Bytes);
        using var client = await server.ConnectAccountAsync();
        var (path, isThere) = await OpenAndForgetAsync(client);

        for (var tries = 0; tries < 100 && IsThere(path); tries++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(50, Cancel);
        }

        isThere.ShouldBeTrue();
        IsThere(path).ShouldBeFalse();
    }

    // Another method's frame holds nothing any more when it has returned.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsThere(string path) => GdalVirtualFile.Find(path) is not null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<(string Path, bool IsThere)> OpenAndForgetAsync(Up42Client client)
    {
        var results = await (await client.GetProcessingJobAsync("j", Cancel)).OpenResultsAsync(Cancel);
        return (results.Rasters[0].Path, IsThere(results.Rasters[0].Path));
    }

    // The rest of the file never comes; the task ends when somebody waits for it.
    private Task HangAfter(LoopbackServer server, int served)
    {
        var (waits, requests) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), 0);
        server.On(ProcessingServer.FileCall, async (_, context) =>
        {
            if (Interlocked.Increment(ref requests) <= served)
            {
                await ProcessingServer.SendAsync(context, scene.Bytes);
                return;
            }

            waits.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        return waits.Task;
    }
}
