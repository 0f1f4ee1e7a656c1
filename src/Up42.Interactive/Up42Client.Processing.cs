using System.Globalization;

namespace Up42.Interactive;

public sealed partial class Up42Client
{
    /// <summary>Gets a processing job of today's platform, also to take up one of an earlier session again. One request.</summary>
    /// <param name="id">The job's id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="Up42ApiException">The server refuses, for instance because the job does not exist.</exception>
    /// <exception cref="Up42Exception">A project has logged in; today's platform takes an account.</exception>
    public Task<ProcessingJob> GetProcessingJobAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return ProcessingJob.GetAsync(Platform, id, cancellationToken);
    }

    /// <summary>Gets processing jobs of the account's workspace. One request for each 100 jobs or fewer.</summary>
    /// <param name="processIds">Runs of these processes; null: of any.</param>
    /// <param name="statuses">Jobs that are in one of these statuses; null: in any.</param>
    /// <param name="minDuration">Jobs that ran as long or longer.</param>
    /// <param name="maxDuration">Jobs that ran as long or shorter.</param>
    /// <param name="ids">These jobs; null: any.</param>
    /// <param name="sortBy">What they are sorted by.</param>
    /// <param name="descending">The newest or largest first.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    /// <exception cref="Up42Exception">A project has logged in; today's platform takes an account.</exception>
    public async Task<ProcessingJobCollection> GetProcessingJobsAsync(
        IEnumerable<string>? processIds = null,
        IEnumerable<ProcessingStatus>? statuses = null,
        TimeSpan? minDuration = null,
        TimeSpan? maxDuration = null,
        IEnumerable<string>? ids = null,
        ProcessingJobSort sortBy = ProcessingJobSort.Created,
        bool descending = true,
        int limit = 500,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        (string, string?)[] query =
        [
            ("workspaceId", WorkspaceId),
            ("processId", Join(processIds)),
            ("status", Join(statuses?.Select(status => status.Value))),
            ("minDuration", Seconds(minDuration)),
            ("maxDuration", Seconds(maxDuration)),
            ("limit", int.Min(limit, MaxPageSize).ToString(CultureInfo.InvariantCulture)),
            ("sort", $"{NameOf(sortBy)},{(descending ? "desc" : "asc")}"),
            ("ids", Join(ids)),
        ];
        var (platform, failures) = (Platform, new List<JobFailure>());
        var found = platform.Processing.ListJobsAsync(query, failures, cancellationToken);
        var jobs = await found.DistinctBy(info => info.Id).Take(limit).Select(info => ProcessingJob.FromInfo(platform, info))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return new ProcessingJobCollection(jobs, failures);
    }

    /// <summary>Gets what can be run on today's platform. One request; whether licences are accepted is not requested.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    /// <exception cref="Up42Exception">A project has logged in; today's platform takes an account.</exception>
    public Task<IReadOnlyList<Process>> GetProcessesAsync(CancellationToken cancellationToken = default) =>
        Process.GetAllAsync(Platform, WorkspaceId, cancellationToken);

    /// <summary>Gets a process of today's platform, and whether its licence is accepted. Two requests.</summary>
    /// <param name="id">The process's id, for example <c>pansharpening</c>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="Up42ApiException">The server refuses, for instance because the process does not exist.</exception>
    /// <exception cref="Up42Exception">A project has logged in; today's platform takes an account.</exception>
    public Task<Process> GetProcessAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return Process.GetAsync(Platform, WorkspaceId, id, cancellationToken);
    }

    private static string? Join(IEnumerable<string>? values) => values is null ? null : string.Join(',', values);

    private static string? Seconds(TimeSpan? time) => time is { } known ? ((long)known.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null;

    private static string NameOf(ProcessingJobSort sort) => sort switch
    {
        ProcessingJobSort.Process => "processID",
        ProcessingJobSort.Status => "status",
        ProcessingJobSort.Credits => "creditConsumption.credits",
        _ => "created",
    };
}
