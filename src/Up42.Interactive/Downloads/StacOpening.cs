namespace Up42.Interactive;

/// <summary>
/// Opens the assets of items where they lie: rasters are read by range when they are looked at, and what is small, vectors and pictures, is
/// fetched into a folder of the user's cache.
/// </summary>
/// <param name="stac">The storage.</param>
/// <param name="name">What their folder is called: <c>item_7b…</c>.</param>
/// <param name="cancellationToken">Cancels it.</param>
internal sealed class StacOpening(StacApi stac, string name, CancellationToken cancellationToken)
{
    /// <summary>Opens the assets; those that cannot be opened leave a remark.</summary>
    /// <param name="items">The items.</param>
    /// <param name="saveFacts">Puts into a folder what is known besides.</param>
    /// <exception cref="Up42Exception">Not one asset can be opened.</exception>
    public async Task<JobResults> OpenAsync(IReadOnlyList<StacItem> items, Action<string> saveFacts)
    {
        var assets = items.SelectMany(item => item.Assets.Values).Where(asset => asset.Href is not null).ToList();
        var looked = await assets.SelectConcurrentlyAsync(StacDownload.ConcurrentAssets, LookAsync, cancellationToken).ConfigureAwait(false);
        var opened = looked.Where(one => one.Reader is not null).ToList();
        var remarks = looked.Select(one => one.Remark).OfType<string>().ToList();
        if (opened.Count == 0)
        {
            throw new Up42Exception(remarks.FirstOrDefault() ?? $"{name} has no files.");
        }

        var layout = new StacLayout(items, opened.ToDictionary(one => one.Asset, one => one.Name), stac.Connection.WithoutSecrets);
        var cache = ResultsCache.OfUser;
        var folder = cache.CreateFolder(name);
        try
        {
            layout.Write(folder);
            saveFacts(folder);
            foreach (var one in opened.Where(one => !one.Asset.IsRaster))
            {
                AtomicFile.Write(Path.Combine(folder, layout.Paths[one.Asset]), file => Copy(one.Reader!, file));
            }
        }
        catch (Exception error) when (DiskErrors.IsDisk(error))
        {
            throw DiskErrors.Describe($"What belongs to {name}", folder, error, DiskAdvice.Cache);
        }

        ResultFile[] remote = [.. opened.Where(one => one.Asset.IsRaster).Select(one => RemoteFile.Create(layout.Paths[one.Asset], one.Reader!, one.Host))];
        var opening = new ResultsOpening(cache, null, FollowLinks: false, cancellationToken) { Remote = remote, Remarks = remarks };
        try
        {
            return await Task.Run(() => JobResults.Open(folder, opening), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Array.ForEach(remote, file => file.LetGo());
            throw;
        }
    }

    private async Task<(StacAsset Asset, string Name, string Host, RangeReader? Reader, string? Remark)> LookAsync(
        StacAsset asset, CancellationToken cancellation)
    {
        if (!asset.IsRaster && !asset.IsVector && !asset.IsPicture)
        {
            return Left("is not shown in storage: download it.");
        }

        try
        {
            var download = await AssetDownload.CreateAsync(stac, asset, cancellation).ConfigureAwait(false);
            var reader = await download.OpenAsync(cancellation).ConfigureAwait(false);
            return asset.IsRaster || reader.Length <= Limits.Default.FetchedBytes
                ? (asset, download.Name, download.Host, reader, null)
                : Left($"has {FileSize.Format(reader.Length)}, and only rasters are read by range: download it.");
        }
        catch (Up42Exception error)
        {
            return Left($"cannot be opened: {error.Message}");
        }

        (StacAsset, string, string, RangeReader?, string?) Left(string reason) =>
            (asset, string.Empty, string.Empty, null, SingleLine.Format($"{asset.Title ?? asset.Key} of item {asset.Item.Id} {reason}"));
    }

    private void Copy(RangeReader reader, Stream file)
    {
        var buffer = new byte[1 << 20];
        for (long at = 0; at < reader.Length; at += buffer.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var part = buffer.AsSpan(0, (int)Math.Min(buffer.Length, reader.Length - at));
            reader.Read(at, part, cancellationToken);
            file.Write(part);
        }
    }
}
