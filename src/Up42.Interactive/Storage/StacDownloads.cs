namespace Up42.Interactive;

/// <summary>The files of storage, on the disk.</summary>
public static class StacDownloads
{
    /// <summary>
    /// Downloads all assets of an item, with the item's JSON and a <c>data.json</c> beside them, as results that have every display verb. A
    /// complete earlier download is not fetched again.
    /// </summary>
    /// <param name="item">An item from storage.</param>
    /// <param name="outputDirectory">Where to; null: <c>item_…</c> below the client's output directory.</param>
    /// <param name="overwrite">Fetch again and replace what an earlier download brought.</param>
    /// <param name="progress">Receives the progress; null: a bar in the notebook shows them, or lines on a terminal.</param>
    /// <param name="cancellationToken">Cancels the download; what has arrived stays, and a later download goes on from there.</param>
    /// <exception cref="Up42Exception">The item did not come from storage, the server refuses, or a file of another origin would be overwritten.</exception>
    public static Task<JobResults> DownloadAsync(
        this StacItem item,
        string? outputDirectory = null,
        bool overwrite = false,
        IProgress<TransferProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        DownloadAsync(Origin(item), item, outputDirectory, overwrite, progress, cancellationToken);

    /// <summary>
    /// Opens the files of an item where they lie, without downloading them: the results have every display verb, and of the rasters only those
    /// bytes are fetched that a display or a value needs. Vectors and pictures are fetched as a whole, into the user's cache folder.
    /// </summary>
    /// <param name="item">An item from storage.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>
    /// The results; <see cref="JobResults.Remarks"/> names assets that were left out. Their rasters can be read for as long as this process and
    /// its client live.
    /// </returns>
    /// <exception cref="Up42Exception">The item did not come from storage, the server refuses, or sends no parts of files.</exception>
    public static Task<JobResults> OpenAsync(this StacItem item, CancellationToken cancellationToken = default) =>
        OpenAsync(Origin(item), item, cancellationToken);

    /// <summary>Downloads one asset to a file. No file of yours is replaced.</summary>
    /// <param name="asset">An asset of an item from storage.</param>
    /// <param name="outputDirectory">Where to; null: <c>item_…</c> below the client's output directory.</param>
    /// <param name="progress">Receives the progress; null: a bar in the notebook shows them, or lines on a terminal.</param>
    /// <param name="cancellationToken">Cancels the download; what has arrived stays, and a later download goes on from there.</param>
    /// <returns>The file's full path.</returns>
    /// <exception cref="Up42Exception">The item did not come from storage, or the server refuses.</exception>
    public static Task<string> DownloadAsync(
        this StacAsset asset, string? outputDirectory = null, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(asset);
        return DownloadAsync(Origin(asset.Item), asset, outputDirectory, progress, cancellationToken);
    }

    internal static Task<JobResults> OpenAsync(StacApi stac, StacItem item, CancellationToken cancellationToken) =>
        new StacOpening(stac, ResultsLayout.ItemFolder(item.Id), cancellationToken).OpenAsync([item], _ => { });

    internal static Task<JobResults> DownloadAsync(
        StacApi stac, StacItem item, string? outputDirectory, bool overwrite, IProgress<TransferProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        var folder = Folder(stac, item, outputDirectory);
        return LiveTransfer.ShowAsync(
            stac.Connection,
            $"Item {item.Title ?? item.Id}",
            progress,
            async listener =>
            {
                await new StacDownload(stac, $"item {item.Id}", folder)
                    .GetAsync(_ => Task.FromResult<IReadOnlyList<StacItem>>([item]), _ => { }, overwrite, listener, cancellationToken).ConfigureAwait(false);
                return await Task.Run(() => JobResults.Open(folder), cancellationToken).ConfigureAwait(false);
            });
    }

    internal static Task<string> DownloadAsync(
        StacApi stac, StacAsset asset, string? outputDirectory, IProgress<TransferProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asset);
        return LiveTransfer.ShowAsync(
            stac.Connection,
            $"Asset {asset.Title ?? asset.Key}",
            progress,
            async listener =>
            {
                var download = await AssetDownload.CreateAsync(stac, asset, cancellationToken).ConfigureAwait(false);
                var path = Path.Combine(Folder(stac, asset.Item, outputDirectory), download.Name);
                return await download.GetAsync(path, listener, cancellationToken).ConfigureAwait(false);
            });
    }

    private static string Folder(StacApi stac, StacItem item, string? outputDirectory) => outputDirectory is null
        ? DownloadFolders.OfItem(stac.Connection.Options.OutputDirectory, item.Id)
        : Path.GetFullPath(outputDirectory);

    private static StacApi Origin(StacItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Origin as StacApi
            ?? throw new Up42Exception($"Item {item.Id} was read from JSON: await up42.Storage.GetItemAsync(\"{item.Id}\") gets it from storage.");
    }
}
