using Up42.Interactive.Tests.Archives;
using Up42.Interactive.Tests.Http;

namespace Up42.Interactive.Tests.Downloads;

/// <summary>
/// Transfers that are cancelled while a server that never answers, a lock that is never given back or a clock that stands still holds them
/// up.
/// </summary>
public sealed class CancelledDownloadTests : IDisposable
{
    // Far more than a busy machine takes to end; a transfer that waits for its server never does.
    private static readonly TimeSpan Never = TimeSpan.FromMinutes(5);

    private readonly TempFolder _folder = new();
    private readonly HeldClock _clock = new();
    private readonly TaskCompletionSource _isHeld = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _isOver = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("address")]
    [InlineData("answer")]
    [InlineData("bytes")]
    public async Task DownloadResultsAsync_when_cancelled_does_not_wait_for_the_server(string heldAt)
    {
        await using var server = await StartAsync(heldAt);

        await AssertEndsAsync(server, (job, token) => job.DownloadResultsAsync(_folder["out"], cancellationToken: token), _isHeld.Task);

        _folder.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task DownloadResultsAsync_when_cancelled_between_two_attempts_does_not_wait_for_the_next()
    {
        await using var server = await StartAsync("none");
        var isWaiting = _clock.NextWait();
        server.On(DownloadServer.StorageCall, (_, context) =>
        {
            isWaiting = _clock.NextWait();
            _isHeld.TrySetResult();
            return LoopbackServer.StatusAsync(context, 503);
        });

        await AssertEndsAsync(server, (job, token) => job.DownloadResultsAsync(_folder["out"], cancellationToken: token), BackoffAsync());

        server.Count(DownloadServer.StorageCall).ShouldBe(1);

        async Task BackoffAsync()
        {
            await _isHeld.Task;
            await isWaiting;
        }
    }

    [Fact]
    public async Task DownloadResultsAsync_when_cancelled_does_not_wait_for_another_process()
    {
        await using var server = await StartAsync("none");
        Directory.CreateDirectory(_folder["out"]);
        using var others = await DownloadLock.TakeAsync(WorkFiles.Lock(_folder["out"]), _clock, CancellationToken.None);

        await AssertEndsAsync(server, (job, token) => job.DownloadResultsAsync(_folder["out"], cancellationToken: token));

        server.Count(DownloadServer.AddressCall).ShouldBe(0);
    }

    [Theory]
    [InlineData("address")]
    [InlineData("answer")]
    [InlineData("bytes")]
    public async Task UploadResultsToBucketAsync_when_cancelled_does_not_wait_for_the_server(string heldAt)
    {
        await using var server = await StartAsync(heldAt);

        await AssertEndsAsync(
            server, (job, token) => job.UploadResultsToBucketAsync(new LocalFolderBucket(_folder["bucket"]), "f", cancellationToken: token), _isHeld.Task);

        _folder.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task DownloadResultsAsync_of_a_collection_when_cancelled_does_not_wait_for_the_server()
    {
        await using var server = await StartAsync("bytes");
        using var client = await server.ConnectAsync(server.Options(_clock));
        using var cancel = new CancellationTokenSource();
        var jobs = await client.GetJobCollectionAsync(["j"], cancellationToken: cancel.Token);

        var download = jobs.DownloadResultsAsync(_folder["out"], cancellationToken: cancel.Token);
        await _isHeld.Task;
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => download.WaitAsync(Never, CancellationToken.None));
        _isOver.SetResult();
    }

    // The clock stands still unless the transfer waits by it from the call on: then the wait's beginning is the time to cancel.
    private async Task AssertEndsAsync(LoopbackServer server, Func<Job, CancellationToken, Task> transfer, Task? isHeld = null)
    {
        using var client = await server.ConnectAsync(server.Options(_clock));
        using var cancel = new CancellationTokenSource();
        var job = await client.GetJobAsync("j", cancellationToken: CancellationToken.None);

        isHeld ??= _clock.NextWait();
        var running = transfer(job, cancel.Token);
        await isHeld;
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running.WaitAsync(Never, CancellationToken.None));
        _isOver.SetResult();
    }

    private async Task<LoopbackServer> StartAsync(string heldAt)
    {
        var server = await DownloadServer.StartAsync(async (_, context) =>
        {
            if (heldAt == "bytes")
            {
                context.Response.ContentLength = 1_000_000;
                await context.Response.Body.WriteAsync(new CraftedTar().Add("a", new string('x', 5000)).Gzipped());
                await context.Response.Body.FlushAsync();
            }

            await HoldAsync();
        });
        if (heldAt == "address")
        {
            server.On(DownloadServer.AddressCall, (_, _) => HoldAsync());
        }

        return server;
    }

    private Task HoldAsync()
    {
        _isHeld.TrySetResult();
        return _isOver.Task;
    }
}
