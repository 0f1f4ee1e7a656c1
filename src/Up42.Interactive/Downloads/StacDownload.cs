namespace Up42.Interactive;

/// <summary>
/// Brings the assets of items to a folder, each item's below its own, with the item's JSON beside them and a <c>data.json</c> whose features
/// point at the rasters: results as any others.
/// </summary>
/// <param name="stac">The storage.</param>
/// <param name="of">Whose results they are, in words: <c>processing job 7b…</c>.</param>
/// <param name="folder">The folder.</param>
internal sealed class StacDownload(StacApi stac, string of, string folder)
{
    /// <summary>How many assets are asked for at a time.</summary>
    public const int ConcurrentAssets = 4;

    private const string WorkFolder = AtomicFile.OwnPrefix + "assets";

    private readonly ResultsPlacement _placement = new(folder, of);

    private string Staging => Path.Combine(folder, WorkFolder);

    /// <summary>
    /// Downloads the assets. A complete earlier download stays as it is, unless it is to be overwritten; of one that broke off, whole files are
    /// not fetched again and the others go on where they ended.
    /// </summary>
    /// <param name="getItemsAsync">Gets the items; not called where they are here already.</param>
    /// <param name="saveFacts">Puts into a folder what is known besides.</param>
    /// <param name="overwrite">Replace what is there.</param>
    /// <param name="progress">Receives reports of arriving bytes.</param>
    /// <param name="cancellationToken">Cancels it; nothing half-written stays under a final name.</param>
    /// <exception cref="Up42Exception">The server refuses, or a file would be overwritten.</exception>
    public async Task GetAsync(
        Func<CancellationToken, Task<IReadOnlyList<StacItem>>> getItemsAsync,
        Action<string> saveFacts,
        bool overwrite,
        IProgress<TransferProgress>? progress,
        CancellationToken cancellationToken)
    {
        if (!overwrite && DownloadManifest.IsComplete(folder, of))
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(folder);
            using var heldLock = await DownloadLock.TakeAsync(WorkFiles.Lock(folder), stac.Connection.Time, cancellationToken).ConfigureAwait(false);
            if (!overwrite && DownloadManifest.IsComplete(folder, of))
            {
                return;
            }

            if (!overwrite)
            {
                _placement.RefuseFolderOfOthers();
            }

            await FetchAsync(await getItemsAsync(cancellationToken).ConfigureAwait(false), progress, cancellationToken).ConfigureAwait(false);
            saveFacts(Staging);
            _placement.Put(Staging, overwrite);
            Directory.Delete(Staging, recursive: true);
        }
        catch (Exception error) when (DiskErrors.IsDisk(error))
        {
            throw DiskErrors.Describe($"The download of {of}", folder, error, DiskAdvice.Download);
        }
    }

    private async Task FetchAsync(IReadOnlyList<StacItem> items, IProgress<TransferProgress>? progress, CancellationToken cancellationToken)
    {
        PrepareStaging();
        var assets = items.SelectMany(item => item.Assets.Values).Where(asset => asset.Href is not null).ToList();
        var downloads = await assets.SelectConcurrentlyAsync(
            ConcurrentAssets, (asset, token) => AssetDownload.CreateAsync(stac, asset, token), cancellationToken).ConfigureAwait(false);
        var layout = new StacLayout(
            items, assets.Zip(downloads).ToDictionary(pair => pair.First, pair => pair.Second.Name), stac.Connection.WithoutSecrets);
        await assets.Zip(downloads).SelectConcurrentlyAsync(
            ConcurrentAssets, (asset, token) => FetchAsync(asset.Second, layout.Paths[asset.First], progress, token), cancellationToken).ConfigureAwait(false);
        layout.Write(Staging);
    }

    // What an attempt before this one brought as a whole has its name already.
    private async Task<bool> FetchAsync(AssetDownload asset, string place, IProgress<TransferProgress>? progress, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Staging, place);
        if (!FileEntry.IsFile(path))
        {
            await asset.GetAsync(path, progress, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    // A folder of that name may be somebody's link to elsewhere.
    private void PrepareStaging()
    {
        if (FileEntry.Find(Staging) is { Kind: not FileKind.Folder })
        {
            throw new Up42Exception($"'{Staging}' is a link or a file, through which results are not written: remove it.");
        }

        Directory.CreateDirectory(Staging);
    }
}
