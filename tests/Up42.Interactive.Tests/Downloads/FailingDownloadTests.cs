using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Up42.Interactive.Tests.Http;

namespace Up42.Interactive.Tests.Downloads;

/// <summary>Downloads whose storage fails, stalls or lies, for a while or for good.</summary>
public sealed class FailingDownloadTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("short")]
    [InlineData("drop")]
    [InlineData("expired 400")]
    [InlineData("expired 401")]
    [InlineData("expired 403")]
    [InlineData("503")]
    [InlineData("empty")]
    public async Task DownloadResultsAsync_after_a_fault_asks_again_where_expired_with_a_new_address(string fault)
    {
        await using var server = await StartAsync();
        server.On(DownloadServer.StorageCall, (count, context) =>
            count <= 2 ? FaultAsync(context, fault) : DownloadServer.SendAsync(context, Samples.BerlinTgz));
        var job = await GetJobAsync(server);

        var results = await job.DownloadResultsAsync(cancellationToken: Cancel);

        results.Rasters.Count.ShouldBe(1);
        server.Count(DownloadServer.StorageCall).ShouldBe(3);
        server.Count(DownloadServer.AddressCall).ShouldBeInRange(fault.StartsWith("expired", StringComparison.Ordinal) ? 3 : 1, 3);
    }

    [Fact]
    public async Task DownloadResultsAsync_that_stalls_begins_again()
    {
        await using var server = await StartAsync();
        var clock = new FakeTimeProvider();
        server.On(DownloadServer.StorageCall, (count, context) => count == 1 ? StallAsync(context) : DownloadServer.SendAsync(context, Samples.BerlinTgz));
        var retry = new RetryOptions { AttemptTimeout = TimeSpan.FromMinutes(3), BaseDelay = TimeSpan.Zero };
        using var client = await server.ConnectAsync(server.Options(clock, retry, outputDirectory: _folder.Path));
        var job = await client.GetJobAsync("j", cancellationToken: Cancel);

        // What has arrived is reported when the wait for more has begun.
        var hasStalled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var download = job.DownloadResultsAsync(progress: new Heard(_ => hasStalled.TrySetResult()), cancellationToken: Cancel);
        await hasStalled.Task;
        clock.Advance(TimeSpan.FromMinutes(3));

        (await download).Rasters.Count.ShouldBe(1);

        server.Count(DownloadServer.StorageCall).ShouldBe(2);
    }

    [Theory]
    [InlineData("expired 403", "The download of job j failed: [403] Forbidden. It was tried 8 times.")]
    [InlineData("loop", "The download of job j was redirected 10 times without an end, last to 127.0.0.1.")]
    [InlineData("web page", "The download of job j is a web page or XML, neither a tar, a gzipped tar nor a zip archive.")]
    public async Task DownloadResultsAsync_that_can_not_be_mended_leaves_nothing_and_no_signature(string fault, string message)
    {
        await using var server = await StartAsync();
        server.On(DownloadServer.StorageCall, (_, context) => FaultAsync(context, fault));
        var job = await GetJobAsync(server);

        var error = await Should.ThrowAsync<Up42Exception>(() => job.DownloadResultsAsync(cancellationToken: Cancel));

        error.Message.ShouldBe(message);
        error.ToString().ShouldNotContain("s1gn4ture");
        _folder.Files.ShouldBeEmpty();
        job.Results.ShouldBeNull();
    }

    private static async Task StallAsync(HttpContext context)
    {
        context.Response.ContentLength = 1_000_000;
        await context.Response.Body.WriteAsync(new byte[1000]);
        await context.Response.Body.FlushAsync();
        await Task.Delay(Timeout.Infinite, context.RequestAborted);
    }

    private static async Task FaultAsync(HttpContext context, string fault)
    {
        switch (fault)
        {
            case "short":
                context.Response.ContentLength = 1_000_000;
                await context.Response.Body.WriteAsync(new byte[1000]);
                await context.Response.Body.FlushAsync();
                context.Abort();
                break;
            case "drop":
                context.Abort();
                break;
            case "expired 400":
                await LoopbackServer.JsonAsync(
                    context, "<Error><Code>ExpiredToken</Code><Message>The provided token has expired: s1gn4ture</Message></Error>", 400, "application/xml");
                break;
            case "expired 401":
                await LoopbackServer.JsonAsync(context, "s1gn4ture has expired", 401, "text/plain");
                break;
            case "expired 403":
                await LoopbackServer.JsonAsync(context, "<Error>s1gn4ture has expired</Error>", 403, "application/xml");
                break;
            case "loop":
                context.Response.Redirect($"{context.Request.Path}{context.Request.QueryString}");
                break;
            case "web page":
                await LoopbackServer.JsonAsync(context, "<html>maintenance</html>", 200, "text/html");
                break;
            case "empty":
                break;
            default:
                await LoopbackServer.StatusAsync(context, 503);
                break;
        }
    }

    private static Task<LoopbackServer> StartAsync() =>
        DownloadServer.StartAsync((_, context) => DownloadServer.SendAsync(context, Samples.BerlinTgz));

    private Task<Job> GetJobAsync(LoopbackServer server) => DownloadServer.GetJobAsync(server, _folder.Path);
}
