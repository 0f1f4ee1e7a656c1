namespace Up42.Interactive;

/// <summary>The pictures of items, for their display.</summary>
public static class StacThumbnails
{
    private const int DefaultLimit = 12;

    /// <summary>
    /// Fetches the thumbnails of the first items, six at a time, so that the items show as a gallery beside their map and table. The pictures are
    /// drawn anew and stand in the display itself, 28 kB in all. Two requests for each.
    /// </summary>
    /// <param name="items">Items from storage.</param>
    /// <param name="limit">How many thumbnails, 48 at most: the fewer, the finer.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The items with their thumbnails; <see cref="StacItems.Remarks"/> says which are missing.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is not from 1 to 48.</exception>
    public static Task<StacItems> WithThumbnailsAsync(this StacItems items, int limit = DefaultLimit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, ThumbnailFetch.MaxPictures);
        return ThumbnailFetch.AddAsync(items, limit, cancellationToken);
    }

    /// <summary>The collection with the thumbnails of its first items: see the other.</summary>
    /// <param name="collection">A collection from storage.</param>
    /// <param name="limit">How many thumbnails, 48 at most: the fewer, the finer.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is not from 1 to 48.</exception>
    public static async Task<StacCollection> WithThumbnailsAsync(
        this StacCollection collection, int limit = DefaultLimit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(collection);
        return collection.WithItems(await collection.Items.WithThumbnailsAsync(limit, cancellationToken).ConfigureAwait(false));
    }
}
