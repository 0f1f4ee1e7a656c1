using System.Net;
using System.Net.Http.Headers;

namespace Up42.Interactive;

/// <content>Requests that may be repeated, because they only read or say how a thing is to be.</content>
internal sealed partial class ApiConnection
{
    /// <summary>A response of a server that this connection's login belongs to, the one that says who has logged in for instance.</summary>
    public Task<T> GetAsync<T>(Uri url, Func<ApiResponse, T> read, CancellationToken cancellationToken) =>
        GetAsync(Operation(HttpMethod.Get, url), url, read, cancellationToken);

    /// <summary>Sends a question, or a wish that may be sent twice, with a JSON body.</summary>
    /// <param name="method">POST or PATCH.</param>
    /// <param name="url">One of <see cref="Resolve"/>.</param>
    /// <param name="json">The body.</param>
    /// <param name="read">Reads the response.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<T> AskAsync<T>(HttpMethod method, Uri url, ReadOnlyMemory<byte> json, Func<ApiResponse, T> read, CancellationToken cancellationToken)
    {
        var operation = Operation(method, url);
        return ReadAsync(
            operation,
            async (access, token) =>
            {
                using var request = new HttpRequestMessage(method, url) { Content = new ReadOnlyMemoryContent(json) };
                request.Content.Headers.ContentType = json.IsEmpty ? null : new MediaTypeHeaderValue("application/json");
                request.Headers.Authorization = access.ToHeader();
                return await _api.SendAsync(operation, request, token).ConfigureAwait(false);
            },
            read,
            cancellationToken);
    }

    /// <summary>A URL that the server gave, relative or absolute. The token goes to no other host than the endpoint's.</summary>
    /// <exception cref="Up42Exception">It is on another host.</exception>
    public Uri Resolve(string href)
    {
        var isBelow = Endpoint.AbsolutePath.Length > 1 && !href.StartsWith(Endpoint.AbsolutePath, StringComparison.Ordinal);
        var relative = isBelow && href.StartsWith('/') && !href.StartsWith("//", StringComparison.Ordinal) ? href[1..] : href;
        return Uri.TryCreate(Endpoint, relative, out var url) && RedirectPolicy.IsSameOrigin(Endpoint, url)
            ? url
            : throw new Up42Exception(
                $"{SingleLine.Format(WithoutSecrets(href))} is not on {Endpoint.Authority}, where this client has logged in: it is not followed.");
    }

    private Task<T> GetAsync<T>(string operation, Uri url, Func<ApiResponse, T> read, CancellationToken cancellationToken) =>
        ReadAsync(operation, (access, token) => _api.GetAsync(operation, url, access, token), read, cancellationToken);

    private async Task<T> ReadAsync<T>(
        string operation,
        Func<AccessToken, CancellationToken, Task<HttpResponseMessage>> send,
        Func<ApiResponse, T> read,
        CancellationToken cancellationToken)
    {
        AccessToken? refused = null;
        var refusals = 0;
        return await _reads.RunAsync(
            operation,
            async token =>
            {
                var access = await _tokens.GetAsync(refused, token).ConfigureAwait(false);
                using var response = await send(access, token).ConfigureAwait(false);
                var whole = await _api.BufferAsync(operation, response, Time, token).ConfigureAwait(false);
                if (whole.Status == HttpStatusCode.Unauthorized && ++refusals < MaxTokensPerRequest)
                {
                    refused = access;
                    throw new TransientException($"{operation} failed: [401] The token was refused.") { Status = whole.Status, RetryAfter = TimeSpan.Zero };
                }

                return read(whole);
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static string Operation(HttpMethod method, Uri url) => $"{method} {url.AbsolutePath}";
}
