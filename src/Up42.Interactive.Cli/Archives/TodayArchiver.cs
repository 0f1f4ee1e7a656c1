namespace Up42.Interactive.Cli;

/// <summary>
/// What an archive holds of today's platform: a processing job with its results, an order with what it delivered, an item with its files; each in a
/// folder of its own, which opens without an account.
/// </summary>
internal sealed class TodayArchiver(Up42Client up42, string folder)
{
    /// <summary>Saves it.</summary>
    /// <param name="source">The id of a processing job or an order, or an item's URL.</param>
    /// <param name="cancellationToken">Cancels it; what was saved stays.</param>
    /// <returns>What was saved, in words, and whether that is all; null where the account has no such job or order.</returns>
    /// <exception cref="Up42Exception">The server refuses, or a file is not available.</exception>
    public async Task<(string Line, bool IsComplete)?> SaveAsync(string source, CancellationToken cancellationToken)
    {
        if (IsUrl(source))
        {
            var item = await up42.Storage.GetItemAsync(source, null, cancellationToken).ConfigureAwait(false);
            return await SaveAsync(item, cancellationToken).ConfigureAwait(false);
        }

        if (await up42.GetProcessingJobAsync(source, cancellationToken).OrNullAsync().ConfigureAwait(false) is { } job)
        {
            return await SaveAsync(job, cancellationToken).ConfigureAwait(false);
        }

        return await up42.GetOrderAsync(source, cancellationToken).OrNullAsync().ConfigureAwait(false) is { } order
            ? await SaveAsync(order, cancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <summary>Whether it names an item.</summary>
    public static bool IsUrl(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out var url) && url.Scheme.StartsWith("http", StringComparison.Ordinal);

    private Task<(string Line, bool IsComplete)?> SaveAsync(StacItem item, CancellationToken cancellationToken) => SaveAsync(
        ResultsLayout.ItemFolder(item.Id),
        $"item {item.Title ?? item.Id}",
        hasEnded: true,
        async place => (await item.DownloadAsync(place, progress: new Silent(), cancellationToken: cancellationToken).ConfigureAwait(false)).Contents);

    private Task<(string Line, bool IsComplete)?> SaveAsync(ProcessingJob job, CancellationToken cancellationToken) => SaveAsync(
        ResultsLayout.JobFolder(job.Id),
        $"processing job {job.Title ?? job.ProcessId}",
        job.Status.IsTerminal,
        async place =>
        {
            if (!job.IsSucceeded)
            {
                job.SaveFacts(Directory.CreateDirectory(place).FullName);
                return $"{job.Status}, without results";
            }

            RemoveEarlierFacts(job, place);
            return (await job.DownloadResultsAsync(place, progress: new Silent(), cancellationToken: cancellationToken).ConfigureAwait(false)).Contents;
        });

    // What an earlier run wrote while the job was on its way: a download replaces no file that another wrote.
    private static void RemoveEarlierFacts(ProcessingJob job, string place)
    {
        if (ProcessingJobFile.Find(place)?.Info.Id == job.Id && !File.Exists(Path.Combine(place, ResultsLayout.DownloadJson)))
        {
            File.Delete(Path.Combine(place, ProcessingJobFile.Name));
        }
    }

    private Task<(string Line, bool IsComplete)?> SaveAsync(Order order, CancellationToken cancellationToken) => SaveAsync(
        ResultsLayout.OrderFolder(order.Id),
        $"order {order.DisplayName ?? order.Id}",
        order.Status.IsTerminal,
        async place =>
        {
            order.SaveFacts(Directory.CreateDirectory(place).FullName);
            return await order.DownloadAsync(place, new Silent(), cancellationToken).ConfigureAwait(false) is { } results
                ? results.Contents
                : $"{order.Status}, without items in storage";
        });

    private async Task<(string Line, bool IsComplete)?> SaveAsync(string name, string what, bool hasEnded, Func<string, Task<string>> saveAsync)
    {
        var place = Path.Combine(folder, name);
        var list = new ArchiveList(place);
        if (list.IsComplete)
        {
            return ($"{what}: complete already", true);
        }

        var said = await saveAsync(place).ConfigureAwait(false);
        if (!hasEnded)
        {
            return ($"{what}: {said}; it has not ended and is not complete", false);
        }

        list.Save();
        return ($"{what}: {said}", true);
    }
}
