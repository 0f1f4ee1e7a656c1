using System.Text.Json;

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
    private const int ConcurrentAssets = 4;
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
        var folders = UniqueNames.Create(items.Select(item => SafeFileName.Create(item.Id)));
        var assets = items.Zip(folders).SelectMany(pair => pair.First.Assets.Values.Where(asset => asset.Href is not null)
            .Select(asset => (Asset: asset, Folder: pair.Second))).ToList();
        var downloads = await assets.SelectConcurrentlyAsync(
            ConcurrentAssets, (asset, token) => AssetDownload.CreateAsync(stac, asset.Asset, token), cancellationToken).ConfigureAwait(false);
        var paths = Places(assets.Zip(downloads, (asset, download) => (asset.Asset, asset.Folder, download.Name)));
        await assets.Zip(downloads).SelectConcurrentlyAsync(
            ConcurrentAssets, (asset, token) => FetchAsync(asset.Second, paths[asset.First.Asset], progress, token), cancellationToken).ConfigureAwait(false);
        foreach (var (item, name) in items.Zip(folders))
        {
            Directory.CreateDirectory(Path.Combine(Staging, name));
            AtomicFile.Write(
                Path.Combine(Staging, name, ResultsLayout.ItemJson), file => Write(file, writer => JsonSanitizer.Write(writer, item.Raw, Clean)));
        }

        AtomicFile.Write(Path.Combine(Staging, ResultsLayout.DataJson), file => Write(file, writer => WriteTable(writer, items, paths)));
    }

    private static Dictionary<StacAsset, string> Places(IEnumerable<(StacAsset Asset, string Folder, string Name)> assets)
    {
        var taken = new HashSet<string>();
        return assets.ToDictionary(
            asset => asset.Asset,
            asset =>
            {
                taken.Add(SafeFileName.CollisionKey($"{asset.Folder}/{ResultsLayout.ItemJson}"));
                return UniqueNames.Add($"{asset.Folder}/{asset.Name}", taken);
            });
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

    private string Clean(string text) => stac.Connection.WithoutSecrets(text);

    private void WriteTable(Utf8JsonWriter writer, IReadOnlyList<StacItem> items, Dictionary<StacAsset, string> paths)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "FeatureCollection");
        writer.WriteStartArray("features");
        foreach (var item in items)
        {
            var rasters = item.Assets.Values.Where(asset => paths.TryGetValue(asset, out var path) && ResultsLayout.IsRaster(path)).ToList();
            foreach (var raster in rasters.Count == 0 ? [null] : rasters.Cast<StacAsset?>())
            {
                StacFeatures.WriteTo(writer, item, more => WriteNames(more, item, raster, raster is null ? null : paths[raster]), Clean);
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteNames(Utf8JsonWriter writer, StacItem item, StacAsset? raster, string? path)
    {
        writer.WriteString("uid", item.Id);
        writer.WriteString("sceneId", Clean(item.Title ?? item.Id));
        if (raster is not null)
        {
            writer.WriteString("asset", Clean(raster.Title ?? raster.Key));
            writer.WriteString(ResultsLayout.DataPathColumn, path);
        }
    }

    private static void Write(Stream file, Action<Utf8JsonWriter> write)
    {
        using var writer = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        write(writer);
    }
}
