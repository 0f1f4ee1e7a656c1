using System.Net;

namespace Up42.Interactive;

/// <summary>Brings the quicklooks of tasks to files.</summary>
internal sealed class QuicklookDownloader(AnalyticsApi api)
{
    private const int ConcurrentPictures = 4;

    /// <summary>Downloads every quicklook of the tasks into one folder. Tasks without quicklooks have none.</summary>
    /// <returns>The files' full paths, in the order of tasks and pictures.</returns>
    public async Task<IReadOnlyList<string>> DownloadAsync(
        IReadOnlyList<JobTask> tasks, string folder, IProgress<TransferProgress>? progress, CancellationToken cancellationToken)
    {
        var lists = await tasks.SelectConcurrentlyAsync(ConcurrentPictures, ListAsync, cancellationToken).ConfigureAwait(false);
        var taken = new HashSet<string>();
        var pictures = lists.SelectMany(list => list)
            .Select(picture => (picture.Path, File: System.IO.Path.Combine(folder, Unique(picture.Id, taken)))).ToList();
        if (pictures.Count == 0)
        {
            return [];
        }

        return await pictures
            .SelectConcurrentlyAsync(ConcurrentPictures, (picture, token) => FetchAsync(picture.Path, picture.File, progress, token), cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<(string Id, string Path)>> ListAsync(JobTask task, CancellationToken cancellationToken)
    {
        try
        {
            var ids = await api.Tasks.GetQuicklookIdsAsync(task.ProjectId, task.JobId, task.Id, cancellationToken).ConfigureAwait(false);
            return [.. ids.Select(id => (id, TasksApi.Quicklook(task.ProjectId, task.JobId, task.Id, id)))];
        }
        catch (Up42ApiException error) when (error.Status == HttpStatusCode.NotFound)
        {
            return [];
        }
    }

    private async Task<string> FetchAsync(string path, string file, IProgress<TransferProgress>? progress, CancellationToken cancellationToken)
    {
        return await new FileDownload(api.Connection, new ApiSource(api.Connection, path), progress).GetAsync(file, cancellationToken).ConfigureAwait(false);
    }

    // Two tasks may have pictures of one name, and a server may name one without its kind, or like a file that is not a picture.
    private static string Unique(string id, HashSet<string> taken)
    {
        var safe = SafeFileName.Create(SecretText.Hide(id));
        return UniqueNames.Add(ResultsLayout.IsPicture(safe) ? safe : safe + ".png", taken);
    }
}
