using System.Collections;

namespace Up42.Interactive;

/// <summary>
/// Several jobs of one project. Requests run concurrently, within a bound; one job's failure is that
/// job's, the others go on.
/// </summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial class JobCollection : IReadOnlyList<Job>, IDisplay
{
    private const int ConcurrentJobs = 8;

    private readonly AnalyticsApi _api;
    private readonly IReadOnlyList<Job> _jobs;

    internal JobCollection(AnalyticsApi api, string projectId, IReadOnlyList<Job> jobs, IReadOnlyList<JobFailure> failures) =>
        (_api, ProjectId, _jobs, Failures) = (api, projectId, jobs, failures);

    /// <summary>The project that the jobs belong to.</summary>
    public string ProjectId { get; }

    /// <summary>How many jobs there are.</summary>
    public int Count => _jobs.Count;

    /// <summary>The statuses as last seen, by job id.</summary>
    public IReadOnlyDictionary<string, JobStatus> Statuses => _jobs.ToDictionary(job => job.Id, job => job.Status);

    /// <summary>What failed in the last operation over all jobs: getting, running, refreshing or tracking them. Empty where nothing did.</summary>
    public IReadOnlyList<JobFailure> Failures { get; private set; }

    /// <summary>A job by its place.</summary>
    /// <param name="index">From 0.</param>
    public Job this[int index] => _jobs[index];

    /// <summary>A job by its id.</summary>
    /// <param name="jobId">The id.</param>
    /// <exception cref="ArgumentException">The collection has no such job.</exception>
    public Job this[string jobId] => _jobs.FirstOrDefault(job => job.Id == jobId)
        ?? throw new ArgumentException($"The collection of {Count} jobs has no job {jobId}.", nameof(jobId));

    /// <summary>Gets the facts of all jobs. One request for each.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>This collection; <see cref="Failures"/> has the jobs that could not be refreshed, which keep what was last seen.</returns>
    /// <exception cref="Up42Exception">None of them could be refreshed; it is the first one's error.</exception>
    public async Task<JobCollection> RefreshAsync(CancellationToken cancellationToken = default)
    {
        Failures = FailuresOf(await OutcomesAsync(_jobs, ConcurrentJobs, (job, token) => job.RefreshAsync(token), cancellationToken).ConfigureAwait(false));
        return Failures.Count == Count && Count > 0 ? throw Failures[0].Error : this;
    }

    /// <summary>Calls a function for each job, several at a time; one card in a notebook shows how many are done.</summary>
    /// <typeparam name="T">What the function gives.</typeparam>
    /// <param name="worker">The function.</param>
    /// <param name="onlySucceeded">Leave out jobs that have not succeeded, as last seen; their outcome says so.</param>
    /// <param name="maxConcurrency">How many calls run at a time.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>For each job, in order, its value or its error.</returns>
    public async Task<IReadOnlyList<JobOutcome<T>>> ApplyAsync<T>(
        Func<Job, CancellationToken, Task<T>> worker, bool onlySucceeded = true, int maxConcurrency = ConcurrentJobs,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(worker);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxConcurrency, 1);
        using var work = new BatchProgress(_api.Connection, "Apply", Count);
        return await OutcomesAsync(
            _jobs,
            maxConcurrency,
            (job, token) => work.CountAsync(() => onlySucceeded && !job.IsSucceeded
                ? Task.FromException<T>(new Up42Exception($"Job {job.Id} is {job.Status} and was left out."))
                : worker(job, token)),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="ApplyAsync{T}(Func{Job, CancellationToken, Task{T}}, bool, int, CancellationToken)"/>
    public Task<IReadOnlyList<JobOutcome<T>>> ApplyAsync<T>(
        Func<Job, Task<T>> worker, bool onlySucceeded = true, int maxConcurrency = ConcurrentJobs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(worker);
        return ApplyAsync((job, _) => worker(job), onlySucceeded, maxConcurrency, cancellationToken);
    }

    /// <inheritdoc/>
    public IEnumerator<Job> GetEnumerator() => _jobs.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The jobs as a table, as last seen.</summary>
    public string ToHtml() => JobCollectionPage.Create(this).ToHtml();

    /// <summary>For example <c>12 jobs: 10 SUCCEEDED, 2 RUNNING</c>.</summary>
    public override string ToString() => SingleLine.Format(
        $"{DisplayText.Count(Count, "job")}{(Count == 0 ? "" : ": ")}{string.Join(", ", LiveCards.Counts(_jobs))}"
        + $"{(Failures.Count == 0 ? "" : $"; {Failures.Count} failed in the last call")}");

    internal static async Task<JobCollection> GetAsync(
        AnalyticsApi api, string projectId, IEnumerable<string> jobIds, CancellationToken cancellationToken)
    {
        var ids = jobIds.Distinct().ToList();
        var found = await ids.SelectConcurrentlyAsync(
            ConcurrentJobs,
            (id, token) => TryAsync(() => Job.GetAsync(api, projectId, id, token), cancellationToken),
            cancellationToken).ConfigureAwait(false);
        var failures = ids.Zip(found).Where(pair => pair.Second.Error is not null).Select(pair => new JobFailure(pair.First, pair.Second.Error!)).ToList();
        return failures.Count == ids.Count && ids.Count > 0
            ? throw failures[0].Error
            : new JobCollection(api, projectId, [.. found.Select(pair => pair.Value).OfType<Job>()], failures);
    }

    internal static Task<IReadOnlyList<JobOutcome<T>>> OutcomesAsync<T>(
        IEnumerable<Job> jobs, int maxConcurrency, Func<Job, CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        jobs.SelectConcurrentlyAsync(
            maxConcurrency,
            async (job, token) =>
            {
                var (value, error) = await TryAsync(() => call(job, token), cancellationToken).ConfigureAwait(false);
                return error is null ? new JobOutcome<T>(job, value!) : new JobOutcome<T>(job, error);
            },
            cancellationToken);

    private static List<JobFailure> FailuresOf<T>(IReadOnlyList<JobOutcome<T>> outcomes) =>
        [.. outcomes.Where(outcome => !outcome.IsOk).Select(outcome => new JobFailure(outcome.Job.Id, outcome.Error!))];

    // A failure is a value here, so that it ends nobody else's work; only the caller's own cancellation ends all.
    private static async Task<(T? Value, Exception? Error)> TryAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return (await call().ConfigureAwait(false), null);
        }
#pragma warning disable CA1031 // One job's failure, whatever it is, is that job's.
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return (default, error);
        }
    }
}
