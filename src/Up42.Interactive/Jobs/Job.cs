using System.Text.Json;

namespace Up42.Interactive;

/// <summary>
/// A job of UP42, one run of a workflow. The properties show what was last seen and never call the server; the methods do,
/// and what they learn is kept here. It is safe for concurrent use.
/// </summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial class Job : IDisplay
{
    private readonly AnalyticsApi _api;
    private readonly Lock _gate = new();
    private volatile JobSnapshot _snapshot;

    internal Job(AnalyticsApi api, JobSnapshot snapshot)
    {
        (_api, _snapshot) = (api, snapshot);
        _results = new(() => new AttachedResults(ResultsSource.Job(_api.Jobs, ProjectId, Id), DefaultFolder));
    }

    /// <summary>The job's id.</summary>
    public string Id => _snapshot.Info.Id;

    /// <summary>The project that the job belongs to.</summary>
    public string ProjectId => _snapshot.ProjectId;

    /// <summary>The name given when it was run.</summary>
    public string? Name => _snapshot.Info.Name;

    /// <summary>The status as last seen. (In the predecessor this called the server: that is <see cref="GetStatusAsync"/>.)</summary>
    public JobStatus Status => _snapshot.Info.Status;

    /// <summary>A real run or a test run.</summary>
    public JobMode Mode => _snapshot.Info.Mode;

    /// <summary>The id of the workflow that was run.</summary>
    public string? WorkflowId => _snapshot.Info.WorkflowId;

    /// <summary>The name of that workflow.</summary>
    public string? WorkflowName => _snapshot.Info.WorkflowName;

    /// <summary>When it was created, UTC.</summary>
    public DateTimeOffset? CreatedAt => _snapshot.Info.CreatedAt;

    /// <summary>When it began to work, UTC; null before that.</summary>
    public DateTimeOffset? StartedAt => _snapshot.Info.StartedAt;

    /// <summary>When it ended, UTC; null before that.</summary>
    public DateTimeOffset? FinishedAt => _snapshot.Info.FinishedAt;

    /// <summary>From start to end; while it runs, from start to <see cref="SeenAt"/>; null before the start.</summary>
    public TimeSpan? Duration => _snapshot.Duration;

    /// <summary>The input parameters, one member per task.</summary>
    public JsonElement? Inputs => _snapshot.Info.Inputs;

    /// <summary>All facts, with the raw JSON.</summary>
    public JobInfo Info => _snapshot.Info;

    /// <summary>When the server said so, UTC.</summary>
    public DateTimeOffset SeenAt => _snapshot.SeenAt;

    /// <summary>Whether it ended with results, as last seen. (In the predecessor this called the server: that is <see cref="RefreshAsync"/>.)</summary>
    public bool IsSucceeded => Status.IsSucceeded;

    /// <summary>All that is known of the job at this time: what its card shows and what is saved beside its results.</summary>
    public JobSnapshot Snapshot => _snapshot;

    /// <summary>Gets the job's facts. One request.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>This job.</returns>
    /// <exception cref="Up42ApiException">The server refuses, for instance because the job is gone.</exception>
    public async Task<Job> RefreshAsync(CancellationToken cancellationToken = default)
    {
        var info = await _api.Jobs.GetAsync(ProjectId, Id, cancellationToken).ConfigureAwait(false);
        Update(snapshot => snapshot with { Info = info, SeenAt = _api.Connection.Time.GetUtcNow() });
        return this;
    }

    /// <summary>Gets the status. One request; all facts are renewed with it.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    public async Task<JobStatus> GetStatusAsync(CancellationToken cancellationToken = default)
    {
        await RefreshAsync(cancellationToken).ConfigureAwait(false);
        return Status;
    }

    /// <summary>
    /// Asks the server to stop the job. It is sent once, never repeated; the job stops a little later: <see cref="TrackStatusAsync"/>
    /// waits for it.
    /// </summary>
    /// <param name="cancellationToken">Cancels the request; the server may stop the job all the same.</param>
    /// <exception cref="Up42ApiException">The server refuses, for instance because the job has ended.</exception>
    public Task CancelAsync(CancellationToken cancellationToken = default) =>
        _api.Jobs.CancelAsync(ProjectId, Id, cancellationToken);

    /// <summary>Gets what the job cost. One request.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    public async Task<JobCredits> GetCreditsAsync(CancellationToken cancellationToken = default)
    {
        var credits = await _api.Jobs.GetCreditsAsync(ProjectId, Id, cancellationToken).ConfigureAwait(false);
        Update(snapshot => snapshot with { Credits = credits });
        return credits;
    }

    /// <summary>The job's card, as last seen.</summary>
    public string ToHtml()
    {
        var job = _snapshot;
        return new Fragment { Static = JobCardHtml.Render(job, NextStepHtml.Render(job)) }.ToHtml();
    }

    /// <summary>Name, id and status in one line.</summary>
    public override string ToString() => SingleLine.Format($"Job {_snapshot.Info}, seen {SeenAt:yyyy-MM-dd HH:mm:ss} UTC");

    internal static async Task<Job> GetAsync(AnalyticsApi api, string projectId, string jobId, CancellationToken cancellationToken) =>
        FromInfo(api, projectId, await api.Jobs.GetAsync(projectId, jobId, cancellationToken).ConfigureAwait(false));

    internal static Job FromInfo(AnalyticsApi api, string projectId, JobInfo info) =>
        new(api, new JobSnapshot { Info = info, ProjectId = projectId, SeenAt = api.Connection.Time.GetUtcNow() });

    private void Update(Func<JobSnapshot, JobSnapshot> change)
    {
        lock (_gate)
        {
            _snapshot = change(_snapshot);
        }
    }
}
