using System.Text.Json;

namespace Up42.Interactive.Cli;

/// <summary>What a report is about: results that lie here, or those of a job on the server.</summary>
/// <param name="Name">The job's name, or that of the folder or archive.</param>
/// <param name="Origin">Where the results came from, for the line under the title.</param>
/// <param name="Job">What is known of the job: from the server, or from the facts saved beside the results; null where there are none.</param>
/// <param name="Results">The results.</param>
internal sealed record ReportSource(string Name, string Origin, JobSnapshot? Job, JobResults Results)
{
    private static readonly string[] ArchiveExtensions = [".tar.gz", ".tgz", ".tar", ".zip"];

    /// <summary>Opens a folder or an archive; of anything else that looks like an id, fetches the job and its results.</summary>
    /// <param name="source">A path or a job's id.</param>
    /// <param name="downloads">Where results are downloaded to, if they are not here already.</param>
    /// <param name="steps">Told what is done.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Up42Exception">It can't be opened, or the server refuses.</exception>
    public static async Task<ReportSource> OpenAsync(string source, string downloads, StepReporter steps, CancellationToken cancellationToken) =>
        Guid.TryParse(source, out _) && !Path.Exists(source)
            ? await FetchAsync(source, downloads, steps, cancellationToken).ConfigureAwait(false)
            : Of(await steps.StepAsync($"Open {source}", _ => Task.Run(() => JobResults.Open(source), cancellationToken)).ConfigureAwait(false));

    private static ReportSource Of(JobResults results)
    {
        var job = SavedFacts(results);
        var extension = ArchiveExtensions.FirstOrDefault(end => results.Name.EndsWith(end, StringComparison.OrdinalIgnoreCase)) ?? "";
        return new ReportSource(job?.Info.Name ?? results.Name[..^extension.Length], results.Name, job, results);
    }

    // A download saves them; a file of the same name that is something else is just a file.
    private static JobSnapshot? SavedFacts(JobResults results)
    {
        if (results.Files.FirstOrDefault(file => file.Name == "job.json") is not { } file)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file.Path));
            return JobSnapshot.Parse(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<ReportSource> FetchAsync(string jobId, string downloads, StepReporter steps, CancellationToken cancellationToken)
    {
        using var up42 = await steps.StepAsync("Log in", _ => Up42Client.AuthenticateAsync(cancellationToken: cancellationToken)).ConfigureAwait(false);
        var job = await steps.StepAsync($"Get job {jobId}", _ => up42.GetJobAsync(jobId, cancellationToken: cancellationToken)).ConfigureAwait(false);
        var results = job.Results ?? await steps.StepAsync(
            "Download its results",
            share => job.DownloadResultsAsync(downloads, progress: new ShareOfBytes(share), cancellationToken: cancellationToken)).ConfigureAwait(false);
        await steps.StepAsync("Ask what it cost", _ => job.GetCreditsAsync(cancellationToken)).ConfigureAwait(false);
        return new ReportSource(job.Name ?? $"Job {job.Id}", $"job {job.Id} at {up42.Endpoint.Host}", job.Snapshot, results);
    }

    private sealed class ShareOfBytes(IProgress<double> share) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value)
        {
            if (value.TotalBytes is > 0 and var total)
            {
                share.Report((double)value.BytesReceived / total);
            }
        }
    }
}
