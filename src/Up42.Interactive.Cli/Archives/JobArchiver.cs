using System.Net;
using System.Text.Json;

namespace Up42.Interactive.Cli;

/// <summary>
/// One job's folder in an archive: results as a download brings them, quicklooks, a table for each task, and last <c>job.json</c> with facts,
/// tasks, logs and cost.
/// </summary>
internal sealed class JobArchiver(Job job, string folder)
{
    private readonly ArchiveList _list = new(folder);

    /// <summary>Whether an earlier run saved all of the job, and it is still there.</summary>
    public bool IsComplete => _list.IsComplete;

    /// <summary>Saves the job as it is now.</summary>
    /// <returns>What was saved, in words.</returns>
    /// <exception cref="Up42Exception">A part of it is not available; what was saved stays.</exception>
    public async Task<string> SaveAsync(CancellationToken cancellationToken)
    {
        await job.RefreshAsync(cancellationToken).ConfigureAwait(false);
        Directory.CreateDirectory(folder);
        await job.GetLogsAsync(cancellationToken).ConfigureAwait(false);
        await UnlessMissingAsync(() => job.GetCreditsAsync(cancellationToken)).ConfigureAwait(false);
        job.SaveFacts(folder);
        var said = job.IsSucceeded
            ? (await job.DownloadResultsAsync(folder, progress: new Silent(), cancellationToken: cancellationToken).ConfigureAwait(false)).Contents
            : $"{job.Status}, without results";
        await job.DownloadQuicklooksAsync(folder, new Silent(), cancellationToken).ConfigureAwait(false);
        await SaveTablesAsync(cancellationToken).ConfigureAwait(false);
        job.SaveFacts(folder);
        if (job.Status.IsTerminal)
        {
            _list.Save();
        }

        return said;
    }

    private async Task SaveTablesAsync(CancellationToken cancellationToken)
    {
        foreach (var task in (await job.GetJobTasksAsync(cancellationToken).ConfigureAwait(false)).Where(task => task.Status.IsSucceeded))
        {
            if (await UnlessMissingAsync(() => task.GetResultsJsonAsync(cancellationToken)).ConfigureAwait(false) is { } table)
            {
                using (table)
                {
                    var below = Directory.CreateDirectory(Path.Combine(folder, ResultsLayout.TaskFolder(task.Id)));
                    AtomicFile.Write(Path.Combine(below.FullName, ResultsLayout.DataJson), file =>
                    {
                        using var writer = new Utf8JsonWriter(file);
                        table.WriteTo(writer);
                    });
                }
            }
        }
    }

    // What the server does not have of a job cannot be saved; that is not a failure.
    private static async Task<T?> UnlessMissingAsync<T>(Func<Task<T>> get)
        where T : class
    {
        try
        {
            return await get().ConfigureAwait(false);
        }
        catch (Up42ApiException error) when (error.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }
}
