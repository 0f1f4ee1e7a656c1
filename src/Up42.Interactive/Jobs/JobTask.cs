using System.Net;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>
/// A task of a job, one block's run. The properties show what was last seen and never call the server; the methods do.
/// </summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial class JobTask : IDisplay
{
    private readonly AnalyticsApi _api;
    private volatile Seen _seen;

    internal JobTask(AnalyticsApi api, string projectId, string jobId, JobTaskInfo info)
    {
        (_api, ProjectId, JobId) = (api, projectId, jobId);
        _seen = new Seen(info, api.Connection.Time.GetUtcNow());
        _results = new(() => new AttachedResults(ResultsSource.Task(_api.Tasks, ProjectId, JobId, Id), DefaultFolder));
    }

    /// <summary>The task's id.</summary>
    public string Id => Info.Id;

    /// <summary>The job that the task belongs to.</summary>
    public string JobId { get; }

    /// <summary>The project that the job belongs to.</summary>
    public string ProjectId { get; }

    /// <summary>The task's name in the workflow, for example <c>sharpening:1</c>.</summary>
    public string? Name => Info.Name;

    /// <summary>The technical name of the block that ran.</summary>
    public string? BlockName => Info.Block?.Name;

    /// <summary>The version of that block.</summary>
    public string? BlockVersion => Info.BlockVersion;

    /// <summary>The status as last seen.</summary>
    public JobStatus Status => Info.Status;

    /// <summary>When it began to work, UTC; null before that.</summary>
    public DateTimeOffset? StartedAt => Info.StartedAt;

    /// <summary>When it ended, UTC; null before that.</summary>
    public DateTimeOffset? FinishedAt => Info.FinishedAt;

    /// <summary>All facts, with the raw JSON.</summary>
    public JobTaskInfo Info => _seen.Info;

    /// <summary>When the server said so, UTC.</summary>
    public DateTimeOffset SeenAt => _seen.At;

    /// <summary>Gets the task's facts. One request.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>This task.</returns>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    public async Task<JobTask> RefreshAsync(CancellationToken cancellationToken = default)
    {
        var task = await GetAsync(_api, ProjectId, JobId, Id, cancellationToken).ConfigureAwait(false);
        _seen = task._seen;
        return this;
    }

    /// <summary>Gets the task's log; it is empty where the task has none yet.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    public async Task<JobTaskLog> GetLogAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return new JobTaskLog(Info, await _api.Tasks.GetLogAsync(ProjectId, JobId, Id, cancellationToken).ConfigureAwait(false));
        }
        catch (Up42ApiException error) when (error.Status == HttpStatusCode.NotFound)
        {
            return new JobTaskLog(Info, "");
        }
    }

    /// <summary>Gets the table of the task's results, its <c>data.json</c>, in EPSG:4326.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="Up42ApiException">The server refuses; a task that has not succeeded has no results.</exception>
    public Task<FeatureTable> GetResultsTableAsync(CancellationToken cancellationToken = default) =>
        _api.Tasks.GetResultsAsync(ProjectId, JobId, Id, response => ResultsTable.Read($"The results table of job task {Id}", response), cancellationToken);

    /// <summary>Gets the same as <see cref="GetResultsTableAsync"/>, as JSON.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A GeoJSON FeatureCollection in EPSG:4326; dispose it when done.</returns>
    /// <exception cref="Up42ApiException">The server refuses; a task that has not succeeded has no results.</exception>
    public Task<JsonDocument> GetResultsJsonAsync(CancellationToken cancellationToken = default) =>
        _api.Tasks.GetResultsAsync(ProjectId, JobId, Id, ResultsTable.ReadJson, cancellationToken);

    /// <summary>The task's card, as last seen.</summary>
    public string ToHtml()
    {
        var (info, seenAt) = (_seen.Info, _seen.At);
        return new Fragment { Static = Html.Join([JobTaskCardHtml.Render(info, JobId, seenAt), NextStepHtml.Render(info)]) }.ToHtml();
    }

    /// <summary>Name, id and status in one line.</summary>
    public override string ToString() => SingleLine.Format($"Job task {Info}, seen {SeenAt:yyyy-MM-dd HH:mm:ss} UTC");

    internal static async Task<IReadOnlyList<JobTask>> GetAllAsync(
        AnalyticsApi api, string projectId, string jobId, CancellationToken cancellationToken)
    {
        var tasks = await api.Tasks.ListAsync(projectId, jobId, cancellationToken).ConfigureAwait(false);
        return [.. tasks.Select(info => new JobTask(api, projectId, jobId, info))];
    }

    internal static async Task<JobTask> GetAsync(
        AnalyticsApi api, string projectId, string jobId, string jobTaskId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(jobTaskId);
        var tasks = await GetAllAsync(api, projectId, jobId, cancellationToken).ConfigureAwait(false);
        return tasks.FirstOrDefault(task => task.Id == jobTaskId) ?? throw new Up42Exception(
            $"Job {jobId} has no task {jobTaskId}; it has: {string.Join(", ", tasks.Select(task => $"{task.Id} ({task.Info.Title})"))}.");
    }

    private sealed record Seen(JobTaskInfo Info, DateTimeOffset At);
}
