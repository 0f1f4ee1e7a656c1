using System.Text.Json;

namespace Up42.Interactive;

/// <summary>The STAC API of today's storage.</summary>
internal sealed class StacApi(ApiConnection connection)
{
    private const string Root = "v2/assets/stac";

    public ApiConnection Connection => connection;

    /// <summary>The pages of a search, requested as far as they are read.</summary>
    public IAsyncEnumerable<JsonElement> SearchAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        new PagedList(connection).PagesAsync(new PageRequest(HttpMethod.Post, connection.Resolve($"{Root}/search"), body), cancellationToken);

    /// <summary>The pages of a collection's items.</summary>
    public IAsyncEnumerable<JsonElement> ListItemsAsync(string collectionId, CancellationToken cancellationToken) => new PagedList(connection).PagesAsync(
        new PageRequest(HttpMethod.Get, connection.Resolve($"{Collection(collectionId)}/items?limit=100"), default), cancellationToken);

    public Task<T> GetCollectionAsync<T>(string collectionId, Func<JsonElement, T> read, CancellationToken cancellationToken) =>
        connection.GetAsync(Collection(collectionId), response => response.ReadRoot(read), cancellationToken);

    public Task<T> GetItemAsync<T>(string collectionId, string itemId, Func<JsonElement, T> read, CancellationToken cancellationToken) =>
        connection.GetAsync(Item(collectionId, itemId), response => response.ReadRoot(read), cancellationToken);

    /// <summary>An item by its own URL.</summary>
    public Task<T> GetItemAsync<T>(string url, Func<JsonElement, T> read, CancellationToken cancellationToken) =>
        connection.GetAsync(connection.Resolve(url), response => response.ReadRoot(read), cancellationToken);

    /// <summary>Says how title and tags are to be, which may be said twice.</summary>
    public Task<T> UpdateItemAsync<T>(
        string collectionId, string itemId, ReadOnlyMemory<byte> body, Func<JsonElement, T> read, CancellationToken cancellationToken) =>
        connection.AskAsync(
            HttpMethod.Patch, connection.Resolve(Item(collectionId, itemId)), body, response => response.ReadRoot(read), cancellationToken);

    /// <summary>A new signed URL of an asset.</summary>
    public Task<Uri> GetAssetUrlAsync(string href, CancellationToken cancellationToken) =>
        connection.AskSignedUrlAsync(connection.Resolve($"{href.TrimEnd('/')}/download-url"), cancellationToken);

    private static string Collection(string collectionId) => $"{Root}/collections/{ApiPath.Segment(collectionId, nameof(collectionId))}";

    private static string Item(string collectionId, string itemId) => $"{Collection(collectionId)}/items/{ApiPath.Segment(itemId, nameof(itemId))}";
}
