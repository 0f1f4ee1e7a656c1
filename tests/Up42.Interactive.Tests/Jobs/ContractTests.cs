using System.Net;

namespace Up42.Interactive.Tests.Jobs;

/// <summary>Every call of the contract, through the real client and the real sandbox.</summary>
public sealed class ContractTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly FastClock _clock = new();
    private SandboxServer _server = null!;
    private Up42Client _client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(
            options: new SandboxOptions { TimeProvider = _clock, TokenLifetime = TimeSpan.FromDays(1) }, cancellationToken: Cancel);
        _client = await ConnectAsync(Up42Credentials.FromProject(_server.Credentials.ProjectId, _server.Credentials.ProjectApiKey));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Token_and_me_by_project_and_by_account()
    {
        using var account = await ConnectAsync(Up42Credentials.FromAccount(_server.Credentials.Username, _server.Credentials.Password));

        (_client.WorkspaceId, _client.ProjectId).ShouldBe((_server.Credentials.WorkspaceId, _server.Credentials.ProjectId));
        (account.WorkspaceId, account.ProjectId).ShouldBe((_server.Credentials.WorkspaceId, null));
        var wrong = await Should.ThrowAsync<Up42ApiException>(() => ConnectAsync(Up42Credentials.FromProject(_server.Credentials.ProjectId, "wrong")));
        wrong.Status.ShouldBe(HttpStatusCode.Unauthorized);
        wrong.Message.ShouldStartWith(
            $"127.0.0.1 refused the credentials of project {_server.Credentials.ProjectId}: check the project id and the project API key.");
    }

    [Fact]
    public async Task Another_projects_job_is_not_found_and_the_account_sees_it()
    {
        var foreign = _server.Jobs[^1];
        using var account = await ConnectAsync(Up42Credentials.FromAccount(_server.Credentials.Username, _server.Credentials.Password));

        (await Should.ThrowAsync<Up42ApiException>(() => _client.GetJobAsync(foreign.Id, cancellationToken: Cancel))).ShouldSatisfyAllConditions(
            error => error.Status.ShouldBe(HttpStatusCode.NotFound), error => error.RequestId.ShouldNotBeNullOrEmpty());
        (await Should.ThrowAsync<Up42ApiException>(() => _client.GetJobAsync(foreign.Id, foreign.ProjectId, Cancel))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await account.GetJobAsync(foreign.Id, foreign.ProjectId, Cancel)).Name.ShouldBe(foreign.Name);
    }

    [Fact]
    public async Task Project_settings_workflows_and_jobs_in_pages()
    {
        var project = await _client.GetProjectAsync(cancellationToken: Cancel);

        project.Name.ShouldBe("Sandbox");
        (await project.GetMaxConcurrentJobsAsync(Cancel)).ShouldBe(10);
        var workflows = await project.GetWorkflowsAsync(Cancel);
        workflows.Count.ShouldBe(3);
        (await workflows[0].GetTasksAsync(Cancel)).Count.ShouldBe(2);
        var jobs = await project.GetJobsAsync(cancellationToken: Cancel);
        jobs.Count.ShouldBe(_server.Jobs.Count - 1);
        jobs.Select(job => job.CreatedAt).ShouldBeInOrder(SortDirection.Descending);
        jobs.Select(job => job.Status).Distinct().Count().ShouldBeGreaterThanOrEqualTo(4);
    }

    [Fact]
    public async Task Job_with_its_credits_tasks_logs_tables_and_quicklooks()
    {
        var job = await JobAsync("Sentinel-2 AOI Berlin");

        job.IsSucceeded.ShouldBeTrue();
        job.Duration!.Value.ShouldBeGreaterThan(TimeSpan.FromSeconds(100));
        job.Inputs!.Value.EnumerateObject().Count().ShouldBe(2);
        (await job.GetCreditsAsync(Cancel)).CreditsUsed.ShouldBe(130);
        var tasks = await job.GetJobTasksAsync(Cancel);
        tasks.Count.ShouldBe(2);
        tasks.ShouldAllBe(task => task.Status.IsSucceeded && task.BlockName != null && task.BlockVersion != null);
        (await job.GetLogsAsync(Cancel)).Tasks.ShouldAllBe(log => log.Lines.Any(line => line.Level == JobLogLevel.Info));
        (await job.GetResultsTableAsync(Cancel)).Count.ShouldBe(1);
        (await job.GetJobTasksResultsTablesAsync(Cancel)).Keys.ShouldBe(tasks.Select(task => task.Id), ignoreOrder: true);
        var quicklooks = await job.DownloadQuicklooksAsync(_folder["quicklooks"], cancellationToken: Cancel);
        quicklooks.ShouldNotBeEmpty();
        quicklooks.ShouldAllBe(path => IsPng(path));
    }

    [Fact]
    public async Task Results_of_a_job_and_of_a_task_are_downloaded_and_shown()
    {
        var job = await JobAsync("Ship detection Suez anchorage");

        var results = await job.DownloadResultsAsync(cancellationToken: Cancel);
        var ofTask = await (await job.GetJobTasksAsync(Cancel))[0].DownloadResultsAsync(cancellationToken: Cancel);

        results.Rasters.Count.ShouldBe(1);
        results.Vectors.Values.Sum(table => table.Count).ShouldBe(200);
        ofTask.Rasters.Count.ShouldBe(1);
        job.PlotResults(cancellationToken: Cancel).ToHtml().ShouldContain("<img");
        job.MapResults(cancellationToken: Cancel).ToHtml().ShouldContain("<iframe");
    }

    [Fact]
    public async Task A_series_of_jobs_is_downloaded_and_merged()
    {
        var ids = _server.Jobs.Where(job => job.Name.StartsWith("Lake monitoring", StringComparison.Ordinal)).Select(job => job.Id).ToList();
        var jobs = await _client.GetJobCollectionAsync(ids, cancellationToken: Cancel);

        var results = await jobs.DownloadResultsAsync(cancellationToken: Cancel);

        results.Failures.ShouldBeEmpty();
        results.Merged!.Select(row => row["job_id"]).ShouldBe(ids);
    }

    [Fact]
    public async Task A_run_is_tracked_to_its_end_and_a_test_run_too()
    {
        var workflow = await _client.GetWorkflowAsync(_server.Jobs[0].WorkflowId, cancellationToken: Cancel);
        var inputs = (await JobAsync("Sentinel-2 AOI Berlin")).Inputs!.Value;
        var states = new List<JobStatus>();

        var job = await workflow.RunJobAsync(inputs, "mine", cancellationToken: Cancel);
        await job.TrackStatusAsync(progress: new Listener(states), cancellationToken: Cancel);
        var test = await workflow.RunJobAsync(inputs, testJob: true, trackStatus: true, cancellationToken: Cancel);

        (job.Name, job.IsSucceeded, job.Mode.IsTest).ShouldBe(("mine", true, false));
        states[^1].ShouldBe(JobStatus.Succeeded);
        states.ShouldContain(JobStatus.Running);
        (test.IsSucceeded, test.Mode.IsTest).ShouldBe((true, true));
    }

    [Fact]
    public async Task A_running_job_is_cancelled_and_then_no_longer_can_be()
    {
        var job = await JobAsync("Sentinel-2 AOI, all of Brandenburg");
        job.Status.InProgress.ShouldBeTrue();

        await job.CancelAsync(Cancel);

        await Should.ThrowAsync<JobCanceledException>(() => job.TrackStatusAsync(cancellationToken: Cancel));
        job.Status.ShouldBe(JobStatus.Canceled);
        (await Should.ThrowAsync<Up42ApiException>(() => job.CancelAsync(Cancel))).Message.ShouldContain("was refused: [4");
    }

    [Fact]
    public async Task A_failed_job_says_why()
    {
        var job = await JobAsync("Sentinel-2 AOI Brandenburg");

        var error = await Should.ThrowAsync<JobFailedException>(() => job.TrackStatusAsync(cancellationToken: Cancel));

        error.FailedTaskLog!.Lines.ShouldContain(line => line.Level == JobLogLevel.Error);
        error.Message.ShouldContain("ended FAILED in ");
        (await Should.ThrowAsync<Up42Exception>(() => job.DownloadResultsAsync(cancellationToken: Cancel))).Message.ShouldContain("has no results");
    }

    [Fact]
    public async Task Batches_keep_to_what_the_project_allows()
    {
        var workflow = await _client.GetWorkflowAsync(_server.Jobs[0].WorkflowId, cancellationToken: Cancel);
        var inputs = (await JobAsync("Sentinel-2 AOI Berlin")).Inputs!.Value;

        var jobs = await workflow.RunJobsAsync(Enumerable.Repeat<object>(inputs, 14), maxConcurrentJobs: 50, cancellationToken: Cancel);

        jobs.Failures.ShouldBeEmpty();
        jobs.Count.ShouldBe(14);
        jobs.ShouldAllBe(job => job.IsSucceeded);
    }

    private static bool IsPng(string path) => File.ReadAllBytes(path) is [0x89, (byte)'P', (byte)'N', (byte)'G', ..];

    private async Task<Job> JobAsync(string name) => await _client.GetJobAsync(_server.Jobs.Single(job => job.Name == name).Id, cancellationToken: Cancel);

    private Task<Up42Client> ConnectAsync(Up42Credentials credentials) => Up42Client.AuthenticateAsync(
        credentials,
        new Up42ClientOptions
        {
            Endpoint = _server.Endpoint,
            TimeProvider = _clock,
            Timeout = TimeSpan.FromHours(12),
            Retry = new RetryOptions { AttemptTimeout = TimeSpan.FromHours(2) },
            OutputDirectory = _folder.Path,
            Output = TextWriter.Null,
        },
        new CredentialSources(_ => null, _folder.Path),
        Cancel);

    private sealed class Listener(List<JobStatus> heard) : IProgress<JobStatus>
    {
        public void Report(JobStatus value) => heard.Add(value);
    }
}
