using Microsoft.AspNetCore.Http;
using Up42.Interactive.Tests.Hosts;
using Up42.Interactive.Tests.Http;

namespace Up42.Interactive.Tests.Jobs;

public sealed class LiveJobsTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StringWriter _lines = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task TrackStatusAsync_in_a_notebook_is_one_card_that_ends_as_a_line()
    {
        await using var server = await JobsServer.StartAsync();
        server.On(JobsServer.JobCall, (count, context) => LoopbackServer.JsonAsync(context, JobsServer.Job(count < 4 ? "RUNNING" : "SUCCEEDED")));
        using var client = await ConnectAsync(server);
        var job = await client.GetJobAsync("j", cancellationToken: Cancel);
        var cell = LiveCell.Begin();

        await job.TrackStatusAsync(cancellationToken: Cancel);

        var card = cell.Shown.ShouldHaveSingleItem();
        card.Values[0].ToString()!.ShouldBe("Job Ships of Rotterdam j: RUNNING, waiting for 0 s");
        Html(card.Values[0]).ShouldContain("<progress max=\"100\">");
        card.Values[^1].ToString().ShouldBe("Job Ships of Rotterdam j: SUCCEEDED, ran 30 min 00 s");
        Html(card.Values[^1]).ShouldNotContain("<progress");
        _lines.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task TrackStatusAsync_that_is_given_up_leaves_a_card_that_is_not_busy()
    {
        await using var server = await JobsServer.StartAsync("PONDERING");
        using var client = await ConnectAsync(server);
        var job = await client.GetJobAsync("j", cancellationToken: Cancel);
        var cell = LiveCell.Begin();

        await Should.ThrowAsync<TimeoutException>(() => job.TrackStatusAsync(timeout: TimeSpan.FromMinutes(1), cancellationToken: Cancel));

        var last = cell.Shown.ShouldHaveSingleItem().Values[^1];
        last.ToString()!.ShouldStartWith("Job Ships of Rotterdam j: PONDERING, waiting for ");
        Html(last).ShouldNotContain("<progress");
    }

    [Fact]
    public async Task TrackStatusAsync_that_is_cancelled_leaves_a_card_that_says_so()
    {
        await using var server = await JobsServer.StartAsync("RUNNING");
        using var client = await ConnectAsync(server);
        var job = await client.GetJobAsync("j", cancellationToken: Cancel);
        var cell = LiveCell.Begin();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        server.On(JobsServer.JobCall, (_, context) =>
        {
            stop.Cancel();
            return LoopbackServer.JsonAsync(context, JobsServer.Job("RUNNING"));
        });

        await Should.ThrowAsync<OperationCanceledException>(() => job.TrackStatusAsync(cancellationToken: stop.Token));

        var last = cell.Shown.ShouldHaveSingleItem().Values[^1];
        last.ToString()!.ShouldEndWith("; No longer waited for.");
        Html(last).ShouldNotContain("<progress");
    }

    [Fact]
    public async Task TrackStatusAsync_of_many_jobs_is_one_card()
    {
        await using var server = await JobsServer.StartAsync();
        server.On("GET /projects/p-1/jobs/k", (count, context) => LoopbackServer.JsonAsync(context, JobsServer.Job(count < 4 ? "RUNNING" : "FAILED", "k")));
        using var client = await ConnectAsync(server);
        var jobs = await client.GetJobCollectionAsync(["j", "k"], cancellationToken: Cancel);
        var cell = LiveCell.Begin();

        await jobs.TrackStatusAsync(cancellationToken: Cancel);

        var card = cell.Shown.ShouldHaveSingleItem();
        card.Values[0].ToString().ShouldBe("2 jobs: 1 SUCCEEDED, 1 RUNNING, waiting for 0 s");
        Html(card.Values[0]).ShouldContain("value=\"50\"");
        card.Values[^1].ToString().ShouldBe("2 jobs: 1 SUCCEEDED, 1 FAILED");
    }

    [Fact]
    public async Task RunJobsAsync_is_one_card()
    {
        await using var server = await JobsServer.StartAsync();
        server.On("GET /projects/p-1/workflows/w", """{"data":{"id":"w","name":"Ships"},"error":null}""");
        server.On("GET /projects/p-1/settings", """{"data":[{"name":"MAX_CONCURRENT_JOBS","value":"1"}]}""");
        server.On("POST /projects/p-1/workflows/w/jobs", JobsServer.Job("PENDING"));
        using var client = await ConnectAsync(server);
        var workflow = await client.GetWorkflowAsync("w", cancellationToken: Cancel);
        var cell = LiveCell.Begin();

        await workflow.RunJobsAsync(["{}", "{}"], cancellationToken: Cancel);

        var card = cell.Shown.ShouldHaveSingleItem();
        card.Values[0].ToString().ShouldBe("2 jobs: 2 to be started, waiting for 0 s");
        card.Values[^1].ToString().ShouldBe("2 jobs: 2 SUCCEEDED");
    }

    [Fact]
    public async Task DownloadResultsAsync_in_a_notebook_is_one_bar_that_ends_as_a_line()
    {
        await using var server = await StartWithResultsAsync();
        using var client = await ConnectAsync(server, Slow);
        var job = await client.GetJobAsync("j", cancellationToken: Cancel);
        var cell = LiveCell.Begin();

        await job.DownloadResultsAsync(cancellationToken: Cancel);

        var bar = cell.Shown.ShouldHaveSingleItem();
        bar.Values.ShouldContain(value => value.ToString()!.Contains($" of {FileSize.Format(new FileInfo(Samples.BerlinTgz).Length)}, "));
        bar.Values.ShouldContain(value => Html(value).Contains("<progress max=\"100\" value="));
        bar.Values[^1].ToString()!.ShouldStartWith($"Results of job Ships of Rotterdam: {FileSize.Format(new FileInfo(Samples.BerlinTgz).Length)} in ");
        Html(bar.Values[^1]).ShouldNotContain("<progress");
        _lines.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task UploadToBucketAsync_of_an_archive_in_a_notebook_is_one_bar_that_ends_as_a_line()
    {
        var cell = LiveCell.Begin();

        await JobResults.Open(Samples.BerlinTgz, cancellationToken: TestContext.Current.CancellationToken)
            .UploadToBucketAsync(new LocalFolderBucket(_folder["bucket"]), "berlin", cancellationToken: Cancel);

        var bar = cell.Shown.ShouldHaveSingleItem();
        bar.Values.ShouldContain(value => value.ToString()!.Contains($" of {FileSize.Format(new FileInfo(Samples.BerlinTgz).Length)}, "));
        bar.Values[^1].ToString()!.ShouldMatch("^Upload of .*: .* in ");
    }

    [Fact]
    public async Task UploadResultsToBucketAsync_in_a_notebook_is_one_bar_that_ends_as_a_line()
    {
        await using var server = await StartWithResultsAsync();
        using var client = await ConnectAsync(server, Slow);
        var job = await client.GetJobAsync("j", cancellationToken: Cancel);
        var cell = LiveCell.Begin();

        await job.UploadResultsToBucketAsync(new LocalFolderBucket(_folder["bucket"]), "ships", cancellationToken: Cancel);

        var bar = cell.Shown.ShouldHaveSingleItem();
        bar.Values.ShouldContain(value => value.ToString()!.Contains($" of {FileSize.Format(new FileInfo(Samples.BerlinTgz).Length)}, "));
        bar.Values.ShouldContain(value => Html(value).Contains("<progress max=\"100\" value="));
        bar.Values[^1].ToString()!.ShouldStartWith($"Upload of job Ships of Rotterdam: {FileSize.Format(new FileInfo(Samples.BerlinTgz).Length)} in ");
        Html(bar.Values[^1]).ShouldNotContain("<progress");
        _lines.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task DownloadResultsAsync_without_a_notebook_ends_in_a_line()
    {
        await using var server = await StartWithResultsAsync();
        using var client = await ConnectAsync(server);
        var job = await client.GetJobAsync("j", cancellationToken: Cancel);

        await job.DownloadResultsAsync(cancellationToken: Cancel);

        _lines.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].ShouldStartWith("Results of job Ships of Rotterdam: ");
    }

    [Fact]
    public async Task DownloadResultsAsync_with_a_listener_or_of_what_is_there_shows_nothing()
    {
        await using var server = await StartWithResultsAsync();
        using var client = await server.ConnectAsync(server.Options(TimeProvider.System, outputDirectory: _folder.Path, output: _lines));
        var job = await client.GetJobAsync("j", cancellationToken: Cancel);
        var cell = LiveCell.Begin();

        await job.DownloadResultsAsync(progress: new Progress<TransferProgress>(), cancellationToken: Cancel);
        await job.DownloadResultsAsync(cancellationToken: Cancel);

        cell.Shown.ShouldBeEmpty();
        _lines.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task DownloadResultsAsync_that_fails_says_so()
    {
        await using var server = await StartWithResultsAsync();
        server.On("GET /storage/a", (_, context) => context.Response.WriteAsync(new string('x', 100_000), Cancel));
        using var client = await ConnectAsync(server);
        var job = await client.GetJobAsync("j", cancellationToken: Cancel);
        var cell = LiveCell.Begin();

        await Should.ThrowAsync<Up42Exception>(() => job.DownloadResultsAsync(cancellationToken: Cancel));

        cell.Shown.ShouldHaveSingleItem().Values[^1].ToString()!.ShouldEndWith(", failed");
    }

    [Fact]
    public async Task DownloadResultsAsync_of_many_jobs_is_one_card_that_counts_them()
    {
        await using var server = await StartWithResultsAsync();
        server.On("GET /projects/p-1/jobs/k", JobsServer.Job("FAILED", "k"));
        using var client = await ConnectAsync(server);
        var jobs = await client.GetJobCollectionAsync(["j", "k"], cancellationToken: Cancel);
        var cell = LiveCell.Begin();

        await jobs.DownloadResultsAsync(cancellationToken: Cancel);

        cell.Shown.ShouldHaveSingleItem().Values[^1].ToString()!.ShouldStartWith("Results: 1 of 2 jobs done, 1 without a result, ");
    }

    [Fact]
    public async Task ApplyAsync_is_one_card_whatever_the_worker_shows()
    {
        await using var server = await StartWithResultsAsync();
        using var client = await ConnectAsync(server);
        var jobs = await client.GetJobCollectionAsync(["j"], cancellationToken: Cancel);
        var cell = LiveCell.Begin();

        await jobs.ApplyAsync(job => job.DownloadResultsAsync(cancellationToken: Cancel), cancellationToken: Cancel);

        cell.Shown.ShouldHaveSingleItem().Values[^1].ToString().ShouldBe("Apply: 1 of 1 job done");
    }

    // Ten seconds pass before anything is shown as waiting, however busy the machine: the first card is that of the first bytes.
    private static FastClock Slow => new(factor: 0.1);

    private static string Html(object card) => ((IDisplay)card).ToHtml();

    private static async Task<LoopbackServer> StartWithResultsAsync()
    {
        var server = await JobsServer.StartAsync();
        server.On(
            "GET " + JobsServer.JobPath + "/downloads/results/",
            (_, context) =>
                LoopbackServer.JsonAsync(
                    context, $$"""{"data":{"url":"{{server.Endpoint.GetLeftPart(UriPartial.Authority)}}/storage/a?X-Goog-Signature=s"},"error":null}"""));
        server.On("GET /storage/a", (_, context) =>
        {
            context.Response.ContentLength = new FileInfo(Samples.BerlinTgz).Length;
            return context.Response.SendFileAsync(Samples.BerlinTgz, Cancel);
        });
        return server;
    }

    private Task<Up42Client> ConnectAsync(LoopbackServer server, TimeProvider? clock = null) =>
        server.ConnectAsync(server.Options(clock, outputDirectory: _folder.Path, output: _lines));
}
