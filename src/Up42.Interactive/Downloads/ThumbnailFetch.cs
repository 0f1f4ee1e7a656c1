namespace Up42.Interactive;

/// <summary>Fetches the pictures of items, a few at a time, and draws each anew, small enough that all of them fit into a display.</summary>
internal static class ThumbnailFetch
{
    /// <summary>How many pictures a display has room for.</summary>
    public const int MaxPictures = 48;

    private const int BytesOfAll = 28_000;
    private const int MaxBytes = 8_000;
    private const int Pixels = 144;
    private const int MaxConcurrency = 6;

    /// <summary>The first items with their pictures, the others as they are.</summary>
    /// <param name="items">The items.</param>
    /// <param name="limit">How many pictures at most.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The items; a remark where pictures are missing.</returns>
    public static async Task<StacItems> AddAsync(StacItems items, int limit, CancellationToken cancellationToken)
    {
        var most = Math.Min(limit, MaxPictures);
        var wanted = items.Select((item, row) => (Row: row, Asset: item.ThumbnailAsset, Stac: item.Origin as StacApi))
            .Where(one => one.Asset is not null && one.Stac is not null).Take(most).ToList();
        var bytes = Math.Min(MaxBytes, BytesOfAll / Math.Max(1, wanted.Count));
        var folder = Directory.CreateTempSubdirectory("up42-thumbnails-");
        try
        {
            var fetched = await wanted.SelectConcurrentlyAsync(
                MaxConcurrency,
                (one, token) => FetchAsync(one.Stac!, one.Asset!, Path.Combine(folder.FullName, $"{one.Row}"), bytes, token),
                cancellationToken).ConfigureAwait(false);
            var all = items.ToArray();
            foreach (var (one, picture) in wanted.Zip(fetched).Where(pair => pair.Second is not null))
            {
                all[one.Row] = all[one.Row].WithThumbnail(picture!);
            }

            return new StacItems(all, [.. items.Remarks, .. Remark(items, wanted.Count, fetched.Count(picture => picture is not null), most)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Remark(StacItems items, int wanted, int fetched, int most)
    {
        if (fetched < wanted)
        {
            yield return $"{DisplayText.CountIs(wanted - fetched, "thumbnail")} missing: storage did not give them, or they are no pictures.";
        }

        if (wanted == most && most < items.Count)
        {
            yield return $"Thumbnails of the first {DisplayText.Count(fetched, "item")} are here.";
        }
        else if (wanted == 0 && items.Count > 0)
        {
            yield return "No item has a thumbnail in storage.";
        }
    }

    private static async Task<StacThumbnail?> FetchAsync(StacApi stac, StacAsset asset, string path, int bytes, CancellationToken cancellationToken)
    {
        try
        {
            var download = await AssetDownload.CreateAsync(stac, asset, cancellationToken).ConfigureAwait(false);
            using var reader = await download.OpenAsync(cancellationToken).ConfigureAwait(false);
            if (!PictureThumbnail.IsSmallEnough(reader.Length))
            {
                return null;
            }

            var content = new byte[reader.Length];
            await Task.Run(() => reader.Read(0, content, cancellationToken), cancellationToken).ConfigureAwait(false);
            await File.WriteAllBytesAsync(path, content, cancellationToken).ConfigureAwait(false);
            var picture = PictureThumbnail.Create(path, Pixels, bytes, out var width, out var height);
            return picture is null ? null : new StacThumbnail(picture, width, height);
        }
        catch (Up42Exception)
        {
            return null;
        }
    }
}
