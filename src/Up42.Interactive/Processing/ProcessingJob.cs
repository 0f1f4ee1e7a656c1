using System.Text.Json;

namespace Up42.Interactive;

/// <summary>
/// A job of today's platform, one run of a process. The properties show what was last seen and never call the server; the methods do, and what
/// they learn is kept here. It is safe for concurrent use. Such a job has neither logs nor tasks, and cannot be canceled.
/// </summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial class ProcessingJob : IDisplay
{
    private readonly PlatformApi _api;
    private volatile ProcessingJobSnapshot _snapshot;

    internal ProcessingJob(PlatformApi api, ProcessingJobSnapshot snapshot)
    {
        (_api, _snapshot) = (api, snapshot);
        _results = new(OpenEarlier);
    }

    /// <summary>The job's id.</summary>
    public string Id => _snapshot.Info.Id;

    /// <summary>The process that it is a run of, for example <c>pansharpening</c>.</summary>
    public string? ProcessId => _snapshot.Info.ProcessId;

    /// <summary>The title among its inputs.</summary>
    public string? Title => _snapshot.Info.Title;

    /// <summary>The status as last seen.</summary>
    public ProcessingStatus Status => _snapshot.Info.Status;

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset? Created => _snapshot.Info.Created;

    /// <summary>When it began to work, UTC; null before that.</summary>
    public DateTimeOffset? Started => _snapshot.Info.Started;

    /// <summary>When it ended, UTC; null before that.</summary>
    public DateTimeOffset? Finished => _snapshot.Info.Finished;

    /// <summary>From start to end; while it runs, from start to <see cref="SeenAt"/>; null before the start.</summary>
    public TimeSpan? Duration => _snapshot.Duration;

    /// <summary>What it costs, in credits; null before that is known. <c>captured</c> jobs have paid it, <c>released</c> ones got it back.</summary>
    public decimal? Credits => _snapshot.Info.Credits;

    /// <summary>Why it failed; empty where it did not.</summary>
    public IReadOnlyList<ProcessingError> Errors => _snapshot.Info.Errors;

    /// <summary>The inputs, an object.</summary>
    public JsonElement? Inputs => _snapshot.Info.Inputs;

    /// <summary>All facts, with the raw JSON.</summary>
    public ProcessingJobInfo Info => _snapshot.Info;

    /// <summary>When the server said so, UTC.</summary>
    public DateTimeOffset SeenAt => _snapshot.SeenAt;

    /// <summary>Whether it has results, as last seen.</summary>
    public bool IsSucceeded => Status.IsSucceeded;

    /// <summary>All that is known of the job at this time: what its card shows and what is saved beside its results.</summary>
    public ProcessingJobSnapshot Snapshot => _snapshot;

    /// <summary>Gets the job's facts. One request.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>This job.</returns>
    /// <exception cref="Up42ApiException">The server refuses, for instance because the job is gone.</exception>
    public async Task<ProcessingJob> RefreshAsync(CancellationToken cancellationToken = default)
    {
        var info = await _api.Processing.GetJobAsync(Id, cancellationToken).ConfigureAwait(false);
        _snapshot = new() { Info = info, SeenAt = _api.Connection.Time.GetUtcNow() };
        return this;
    }

    /// <summary>The job's card, as last seen.</summary>
    public string ToHtml()
    {
        var job = _snapshot;
        return new Fragment { Static = ProcessingJobCardHtml.Render(job, ProcessingNextHtml.Render(job)) }.ToHtml();
    }

    /// <summary>Title, id and status in one line.</summary>
    public override string ToString() => SingleLine.Format($"Processing job {_snapshot.Info}, seen {SeenAt:yyyy-MM-dd HH:mm:ss} UTC");

    internal static async Task<ProcessingJob> GetAsync(PlatformApi api, string id, CancellationToken cancellationToken) =>
        FromInfo(api, await api.Processing.GetJobAsync(id, cancellationToken).ConfigureAwait(false));

    internal static ProcessingJob FromInfo(PlatformApi api, ProcessingJobInfo info) =>
        new(api, new ProcessingJobSnapshot { Info = info, SeenAt = api.Connection.Time.GetUtcNow() });
}
