namespace Up42.Interactive.Cli;

/// <summary>What a report is about: results that lie here, those of a job on the server, or an item or order of today's platform.</summary>
/// <param name="Name">The job's name, or that of the folder or archive.</param>
/// <param name="Origin">Where the results came from, for the line under the title.</param>
/// <param name="Overview">What leads the page: what there is, at one look.</param>
/// <param name="Facts">Headings and displays of what else is known without looking at pixels.</param>
/// <param name="Table">The features.</param>
/// <param name="Results">The results; null of an order, whose items lie in storage.</param>
internal sealed record ReportSource(
    string Name,
    string Origin,
    (string Heading, IDisplay Display) Overview,
    IReadOnlyList<(string Heading, IDisplay Display)> Facts,
    FeatureTable Table,
    IHasResults? Results)
{
    /// <summary>What the results are read through, where they lie on a server; to be disposed after use.</summary>
    public IDisposable? Connection { get; private init; }

    /// <summary>Opens a folder or an archive; of anything else that looks like an id or a URL, fetches the job, item or order and its results.</summary>
    /// <param name="source">A path, the id of a job or order, or an item's URL.</param>
    /// <param name="downloads">Where results are downloaded to, if they are not here already.</param>
    /// <param name="steps">Told what is done.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="Up42Exception">It cannot be opened, or the server refuses.</exception>
    public static async Task<ReportSource> OpenAsync(string source, string downloads, StepReporter steps, CancellationToken cancellationToken) =>
        (Guid.TryParse(source, out _) || Uri.TryCreate(source, UriKind.Absolute, out var url) && url.Scheme.StartsWith("http", StringComparison.Ordinal))
            && !Path.Exists(source)
            ? await FetchAsync(source, downloads, steps, cancellationToken).ConfigureAwait(false)
            : await steps.StepAsync($"Open {source}", _ => Task.Run(() => Open(source), cancellationToken)).ConfigureAwait(false);

    private static ReportSource Open(string source)
    {
        if (!Directory.Exists(source))
        {
            return Create(JobResults.Open(source));
        }

        var jobs = JobCollectionResults.Open(source);
        return jobs.Jobs switch
        {
            [{ IsOk: true } only] => Create(only.Value),
            [{ Job: not null }] => Create(JobResults.Open(source)),
            _ => Create(jobs, Path.GetFileName(Path.TrimEndingDirectorySeparator(jobs.Directory))),
        };
    }

    private static ReportSource Create(JobResults results) => Create(results, results.Title, results.Name, results.Job);

    /// <summary>Results with what is known of them besides.</summary>
    public static ReportSource Create(JobResults results, string name, string origin, JobSnapshot? job, params IEnumerable<(string, IDisplay)> more)
    {
        List<(string, IDisplay)> facts = [.. more];
        if (results.ProcessingJob is { } processing)
        {
            facts.Add(("Processing job", processing));
        }

        if (job is not null)
        {
            facts.Add(("Job", job));
        }

        if (job?.Logs is { Tasks.Count: > 0 } logs)
        {
            facts.Add(("Logs", logs));
        }

        return new ReportSource(name, origin, ("Results", new StaticDisplay(JobResultsHtml.WithoutFeatures(results))), facts, results.Table, results);
    }

    private static ReportSource Create(JobCollectionResults jobs, string name) => new(
        name, $"{name}, {DisplayText.Count(jobs.Jobs.Count, "job")}", ("Jobs", new StaticDisplay(JobCollectionResultsHtml.Jobs(jobs))), [],
        jobs.Merged ?? FeatureTable.Empty, jobs);

    private static async Task<ReportSource> FetchAsync(string jobId, string downloads, StepReporter steps, CancellationToken cancellationToken)
    {
        var up42 = await steps.StepAsync("Log in", _ => Up42Client.AuthenticateAsync(cancellationToken: cancellationToken)).ConfigureAwait(false);
        var mayBeToday = up42.IsOfAccount || !Guid.TryParse(jobId, out _);
        if (mayBeToday && await TodaySource.FindAsync(up42, jobId, steps, cancellationToken).ConfigureAwait(false) is { } today)
        {
            return today with { Connection = up42 };
        }

        using var client = up42;
        var job = await steps.StepAsync($"Get job {jobId}", _ => up42.GetJobAsync(jobId, cancellationToken: cancellationToken)).ConfigureAwait(false);
        var results = job.Results ?? await steps.StepAsync(
            "Download its results",
            share => job.DownloadResultsAsync(downloads, progress: new ShareOfBytes(share), cancellationToken: cancellationToken)).ConfigureAwait(false);
        await steps.StepAsync("Ask what it cost", _ => job.GetCreditsAsync(cancellationToken)).ConfigureAwait(false);
        return Create(results, job.Name ?? $"Job {job.Id}", $"job {job.Id} at {up42.Endpoint.Host}", job.Snapshot);
    }

    private sealed class ShareOfBytes(IProgress<double> share) : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value)
        {
            if (value.TotalBytes is > 0 and var total)
            {
                share.Report((double)value.BytesTransferred / total);
            }
        }
    }
}
