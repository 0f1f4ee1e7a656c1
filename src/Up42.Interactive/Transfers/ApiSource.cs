using System.Net.Http.Headers;

namespace Up42.Interactive;

/// <summary>A file of the API itself, a quicklook for one. It is small, so it is fetched as a whole.</summary>
internal sealed class ApiSource(ApiConnection connection, string path) : ITransferSource
{
    public string Operation => $"GET /{path}";

    public Task<HttpResponseMessage> OpenAsync(RangeHeaderValue? range, EntityTagHeaderValue? version, CancellationToken cancellationToken) =>
        connection.OpenAsync(path, cancellationToken);
}
