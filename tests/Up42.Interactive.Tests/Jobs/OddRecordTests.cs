namespace Up42.Interactive.Tests.Jobs;

/// <summary>Records as other servers send them, through the real client and the sandbox.</summary>
public sealed class OddRecordTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly FastClock _clock = new();
    private SandboxServer _server = null!;
    private Up42Client _client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(
            options: new SandboxOptions { TimeProvider = _clock, TokenLifetime = TimeSpan.FromDays(1), OddRecords = true },
            cancellationToken: Cancel);
        var options = new Up42ClientOptions
        {
            Endpoint = _server.Endpoint,
            TimeProvider = _clock,
            Timeout = TimeSpan.FromHours(12),
            Retry = new RetryOptions { AttemptTimeout = TimeSpan.FromHours(2) },
            OutputDirectory = _folder.Path,
            Output = TextWriter.Null,
        };
        _client = await Up42Client.AuthenticateAsync(
            Up42Credentials.FromProject(_server.Credentials.ProjectId, _server.Credentials.ProjectApiKey), options, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task GetJobsAsync_carries_odd_jobs_through_and_names_what_is_none()
    {
        var project = await _client.GetProjectAsync(cancellationToken: Cancel);

        var jobs = await project.GetJobsAsync(cancellationToken: Cancel);

        jobs.Count.ShouldBe(_server.Jobs.Count - 1);
        jobs.ShouldAllBe(job => job.Name == "42" && job.Info.DisplayId == "7");
        jobs.Failures.Count.ShouldBe(1);
        jobs.Failures[0].JobId.ShouldBe($"record {jobs.Count + 1} of page 0");
        jobs.Failures[0].Error.Message.ShouldContain("has a record that is not a job's");
        jobs.ToHtml().ShouldContain("record that is not a job");
        _server.Requests.Count(request => request.Route?.EndsWith("/jobs", StringComparison.Ordinal) == true).ShouldBe(2);
    }

    [Fact]
    public async Task Job_with_a_cost_of_null_and_tasks_with_numbers_is_shown()
    {
        var job = await _client.GetJobAsync(_server.Jobs[0].Id, cancellationToken: Cancel);

        var credits = await job.GetCreditsAsync(Cancel);
        var tasks = await job.GetJobTasksAsync(Cancel);

        credits.CreditsUsed.ShouldBeNull();
        credits.ToString().ShouldBe("cost unknown");
        tasks.ShouldAllBe(task => task.BlockVersion == "1.2");
        job.ToHtml().ShouldContain("cost unknown");
    }

    [Fact]
    public async Task TrackStatusAsync_of_a_status_that_nobody_documents_ends_with_the_job()
    {
        var job = await _client.GetJobAsync(
            _server.Jobs.Single(job => job.Description.StartsWith("Canceled", StringComparison.Ordinal)).Id, cancellationToken: Cancel);

        var tracked = await job.TrackStatusAsync(cancellationToken: Cancel);

        tracked.Status.Value.ShouldBe("ARCHIVED");
        tracked.IsSucceeded.ShouldBeFalse();
    }
}
