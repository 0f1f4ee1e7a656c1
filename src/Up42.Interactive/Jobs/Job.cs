using System.Text.Json;

namespace Up42.Interactive;

/// <summary>
/// A job of UP42, one run of a workflow. The properties show what was last seen and never ask the server; the methods ask it,
/// and what they learn is kept here. It is safe for concurrent use.
/// </summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial class Job : IDisplay
{
    private readonly ApiConnection _connection;
    private readonly Lock _gate = new();
    private volatile JobSnapshot _snapshot;

    internal Job(ApiConnection connection, JobSnapshot snapshot)
    {
        (_connection, _snapshot) = (connection, snapshot);
        _results = new(() => new AttachedResults(ResultsSource.Job(ProjectId, Id), DefaultFolder));
    }

    /// <summary>The job's id.</summary>
    public string Id => _snapshot.Info.Id;

    /// <summary>The project that the job belongs to.</summary>
    public string ProjectId => _snapshot.ProjectId;

    /// <summary>The name given when it was run.</summary>
    public string? Name => _snapshot.Info.Name;

    /// <summary>The state as last seen. (In the predecessor this asked the server: that is <see cref="GetStatusAsync"/>.)</summary>
    public JobStatus Status => _snapshot.Info.Status;

    /// <summary>A real run or a test run.</summary>
    public JobMode Mode => _snapshot.Info.Mode;

    /// <summary>The id of the workflow that was run.</summary>
    public string? WorkflowId => _snapshot.Info.WorkflowId;

    /// <summary>The name of that workflow.</summary>
    public string? WorkflowName => _snapshot.Info.WorkflowName;

    /// <summary>When it was asked for, UTC.</summary>
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

    /// <summary>Whether it ended with results, as last seen. (In the predecessor this asked the server: that is <see cref="RefreshAsync"/>.)</summary>
    public bool IsSucceeded => Status.IsSucceeded;

    /// <summary>All that is known of the job at this time: what its card shows and what is saved beside its results.</summary>
    public JobSnapshot Snapshot => _snapshot;

    private string Path => ApiPaths.Job(ProjectId, Id);

    /// <summary>Asks the server for the job's facts. One request.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>This job.</returns>
    /// <exception cref="Up42ApiException">The server refuses, for instance because the job is gone.</exception>
    public async Task<Job> RefreshAsync(CancellationToken cancellationToken = default)
    {
        var data = await _connection.GetDataAsync(Path, cancellationToken).ConfigureAwait(false);
        var info = Wire.Read($"GET /{Path}", data, JobInfo.Parse);
        Update(snapshot => snapshot with { Info = info, SeenAt = _connection.Time.GetUtcNow() });
        return this;
    }

    /// <summary>Asks the server for the state. One request; all facts are renewed with it.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    public async Task<JobStatus> GetStatusAsync(CancellationToken cancellationToken = default)
    {
        await RefreshAsync(cancellationToken).ConfigureAwait(false);
        return Status;
    }

    /// <summary>Asks the server to stop the job. It is sent once, never repeated; the job stops a little later: <see cref="TrackStatusAsync"/> waits for it.</summary>
    /// <param name="cancellationToken">Ends the wait; the server may stop the job all the same.</param>
    /// <exception cref="Up42ApiException">The server refuses, for instance because the job has ended.</exception>
    public Task CancelAsync(CancellationToken cancellationToken = default) =>
        _connection.PostAsync($"{Path}/cancel/", default, "see with await job.GetStatusAsync().", cancellationToken);

    /// <summary>Asks what the job cost. One request.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    public async Task<JobCredits> GetCreditsAsync(CancellationToken cancellationToken = default)
    {
        var data = await _connection.GetDataAsync($"{Path}/credits", cancellationToken).ConfigureAwait(false);
        var credits = Wire.Read($"GET /{Path}/credits", data, JobCredits.Parse);
        Update(snapshot => snapshot with { Credits = credits });
        return credits;
    }

    /// <summary>The job's card, as last seen.</summary>
    public string ToHtml()
    {
        var job = _snapshot;
        return new Fragment { Static = JobCardHtml.Of(job, NextStepHtml.Of(job)) }.ToHtml();
    }

    /// <summary>Name, id and state in one line.</summary>
    public override string ToString() => SingleLine.Format($"Job {_snapshot.Info}, seen {SeenAt:yyyy-MM-dd HH:mm:ss} UTC");

    internal static async Task<Job> GetAsync(ApiConnection connection, string projectId, string jobId, CancellationToken cancellationToken)
    {
        var path = ApiPaths.Job(projectId, jobId);
        var data = await connection.GetDataAsync(path, cancellationToken).ConfigureAwait(false);
        return FromWire(connection, projectId, Wire.Read($"GET /{path}", data, JobInfo.Parse));
    }

    internal static Job FromWire(ApiConnection connection, string projectId, JobInfo info) =>
        new(connection, new JobSnapshot { Info = info, ProjectId = projectId, SeenAt = connection.Time.GetUtcNow() });

    private void Update(Func<JobSnapshot, JobSnapshot> change)
    {
        lock (_gate)
        {
            _snapshot = change(_snapshot);
        }
    }
}
