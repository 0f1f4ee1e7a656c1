using System.Text.Json;
using System.Text.Json.Nodes;

namespace Up42.Interactive;

/// <summary>The account's storage on today's platform: what orders and processing jobs brought, as STAC items with their files.</summary>
public sealed class Up42Storage
{
    private const int DefaultLimit = 500;
    private const int MaxItems = 10_000;

    private readonly StacApi _stac;

    internal Up42Storage(StacApi stac) => _stac = stac;

    /// <summary>Searches the storage. One request for each 100 items or fewer.</summary>
    /// <param name="area">Items that touch this area: a table, a geometry in EPSG:4326, GeoJSON text or a path.</param>
    /// <param name="from">Items taken at that time or later.</param>
    /// <param name="to">Items taken at that time or earlier.</param>
    /// <param name="text">A part of title, id, product or satellite, in any case; this library looks for it in what the server gives.</param>
    /// <param name="tags">Tags that items must all have; this library looks for them in what the server gives.</param>
    /// <param name="orderId">Items that this order brought.</param>
    /// <param name="jobId">Items that this processing job made.</param>
    /// <param name="collection">Items of the collection of this id.</param>
    /// <param name="filter">CQL2, as JSON text or as an object: <c>new { op = "&lt;", args = … }</c>.</param>
    /// <param name="sortBy">A property, for example <c>datetime</c> or <c>eo:cloud_cover</c>; null: as the server has them.</param>
    /// <param name="descending">The largest first.</param>
    /// <param name="limit">How many items at most.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    public Task<StacItems> SearchAsync(
        Aoi? area = null,
        DateTimeOffset? from = null,
        DateTimeOffset? to = null,
        string? text = null,
        IEnumerable<string>? tags = null,
        string? orderId = null,
        string? jobId = null,
        string? collection = null,
        object? filter = null,
        string? sortBy = null,
        bool descending = false,
        int limit = DefaultLimit,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return SearchAsync(
            _stac,
            new StacSearch
            {
                Area = area,
                From = from,
                To = to,
                Text = text,
                Tags = [.. tags ?? []],
                OrderId = orderId,
                JobId = jobId,
                Collection = collection,
                Filter = filter,
                SortBy = sortBy,
                Descending = descending,
                Limit = limit,
            },
            cancellationToken);
    }

    /// <summary>Gets an item. One request.</summary>
    /// <param name="item">Its id, or its own URL.</param>
    /// <param name="collection">Its collection's id; null: it is searched for.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="Up42Exception">The item does not exist, or the server refuses.</exception>
    public async Task<StacItem> GetItemAsync(string item, string? collection = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(item);
        if (item.Contains('/', StringComparison.Ordinal))
        {
            return await _stac.GetItemAsync(item, Read, cancellationToken).ConfigureAwait(false);
        }

        if (collection is not null)
        {
            return await _stac.GetItemAsync(collection, item, Read, cancellationToken).ConfigureAwait(false);
        }

        var found = await SearchAsync(_stac, new StacSearch { Ids = [item], Limit = 1 }, cancellationToken).ConfigureAwait(false);
        return found is [var only] && only.Id == item.Trim() ? only : throw new Up42Exception(SingleLine.Format($"There is no item {item} in storage."));
    }

    /// <summary>Gets a collection with its items, 10,000 at most. Two requests or more.</summary>
    /// <param name="id">The collection's id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="Up42ApiException">The server refuses, for instance because the collection does not exist.</exception>
    public Task<StacCollection> GetCollectionAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return GetCollectionAsync(_stac, id, cancellationToken);
    }

    /// <summary>Changes the title and the tags of an item. One request.</summary>
    /// <param name="item">The item.</param>
    /// <param name="title">The new title; null: it stays.</param>
    /// <param name="tags">The new tags in place of all that it has; null: they stay.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The item as it is now.</returns>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    public Task<StacItem> UpdateItemAsync(
        StacItem item, string? title = null, IEnumerable<string>? tags = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(item);
        var body = new JsonObject();
        if (title is not null)
        {
            body["up42-user:title"] = title;
        }

        if (tags is not null)
        {
            body["up42-user:tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]);
        }

        if (body.Count == 0)
        {
            throw new ArgumentException("Nothing is to be changed: name a title, tags, or both.", nameof(title));
        }

        var collection = item.CollectionId ?? throw new Up42Exception($"Item {item.Id} names no collection.");
        return _stac.UpdateItemAsync(collection, item.Id, JsonSerializer.SerializeToUtf8Bytes<JsonNode>(body, JsonText.AnyType), Read, cancellationToken);
    }

    /// <inheritdoc cref="StacDownloads.OpenAsync(StacItem, CancellationToken)"/>
    public Task<JobResults> OpenAsync(StacItem item, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(item);
        return StacDownloads.OpenAsync(_stac, item, cancellationToken);
    }

    /// <inheritdoc cref="StacDownloads.DownloadAsync(StacItem, string, bool, IProgress{TransferProgress}, CancellationToken)"/>
    public Task<JobResults> DownloadAsync(
        StacItem item,
        string? outputDirectory = null,
        bool overwrite = false,
        IProgress<TransferProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        StacDownloads.DownloadAsync(_stac, item, outputDirectory, overwrite, progress, cancellationToken);

    /// <inheritdoc cref="StacDownloads.DownloadAsync(StacAsset, string, IProgress{TransferProgress}, CancellationToken)"/>
    public Task<string> DownloadAsync(
        StacAsset asset, string? outputDirectory = null, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default) =>
        StacDownloads.DownloadAsync(_stac, asset, outputDirectory, progress, cancellationToken);

    /// <summary>What the storage is, in one line.</summary>
    public override string ToString() => SingleLine.Format($"Storage at {_stac.Connection.Endpoint.Authority}: await up42.Storage.SearchAsync()");

    internal static async Task<StacItems> SearchAsync(StacApi stac, StacSearch search, CancellationToken cancellationToken)
    {
        var (items, remarks) = (new List<StacItem>(), new List<string>());
        await foreach (var page in stac.SearchAsync(search.ToJson(), cancellationToken).ConfigureAwait(false))
        {
            var found = new List<StacItem>();
            StacItems.Add(page, found, remarks, stac);
            items.AddRange(found.Where(search.Includes));
            if (items.Count >= search.Limit)
            {
                break;
            }
        }

        return new StacItems([.. items.DistinctBy(item => (item.CollectionId, item.Id)).Take(search.Limit)], remarks);
    }

    internal static async Task<StacCollection> GetCollectionAsync(StacApi stac, string id, CancellationToken cancellationToken)
    {
        var collection = await stac.GetCollectionAsync(id, json => StacCollection.Parse(json), cancellationToken).ConfigureAwait(false);
        var (items, remarks) = (new List<StacItem>(), new List<string>());
        await foreach (var page in stac.ListItemsAsync(id, cancellationToken).ConfigureAwait(false))
        {
            StacItems.Add(page, items, remarks, stac);
            if (items.Count >= MaxItems)
            {
                remarks.Add($"Only the first {DisplayText.Count(items.Count, "item")} are here.");
                break;
            }
        }

        return collection.WithItems(new StacItems(items, remarks));
    }

    private StacItem Read(JsonElement json) => StacItem.Parse(json, _stac);
}
