using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Up42.Interactive;

internal sealed partial class ApiConnection
{
    /// <summary>
    /// Repeats a whole transfer after an error. There is no total time, since an archive may be of any size; the receiver
    /// watches that bytes keep coming.
    /// </summary>
    public Task<T> TransferAsync<T>(string operation, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken) =>
        _transfers.RunUnboundedAsync(operation, attempt, cancellationToken);

    /// <summary>The signed URL that a request gives: https, or http where the endpoint itself is http.</summary>
    /// <exception cref="Up42Exception">The response has no such URL.</exception>
    public Task<Uri> GetSignedUrlAsync(string path, CancellationToken cancellationToken) =>
        GetAsync(path, response => response.ReadData(data => ReadSignedUrl($"GET /{path}", data)), cancellationToken);

    /// <summary>The signed URL that today's platform gives when it is asked for one.</summary>
    /// <inheritdoc cref="GetSignedUrlAsync"/>
    public Task<Uri> AskSignedUrlAsync(Uri url, CancellationToken cancellationToken) => AskAsync(
        HttpMethod.Post, url, default, response => response.ReadRoot(data => ReadSignedUrl(Operation(HttpMethod.Post, url), data)), cancellationToken);

    /// <summary>Opens a signed URL, which takes no token and appears in no message.</summary>
    /// <param name="operation">The transfer in words, for messages.</param>
    /// <param name="url">The URL.</param>
    /// <param name="range">The bytes to send; null: all.</param>
    /// <param name="version">Send the range only while this is the current version, else all; null: whatever the version.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A successful response (200, or 206 with a range) whose body is still to be read, as it is stored.</returns>
    public async Task<HttpResponseMessage> OpenSignedAsync(
        string operation, Uri url, RangeHeaderValue? range, EntityTagHeaderValue? version, CancellationToken cancellationToken)
    {
        void Prepare(HttpRequestMessage request)
        {
            request.Headers.Range = range;
            request.Headers.IfRange = version is null ? null : new RangeConditionHeaderValue(version);
        }

        var response = await _transfers
            .RunOnceAsync(operation, token => _storage.GetAsync(operation, url, access: null, token, Prepare), cancellationToken).ConfigureAwait(false);
        if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.PartialContent)
        {
            return response;
        }

        using (response)
        {
            var status = response.StatusCode;
            var text = ApiError.Bare(response, _secrets).Describe(status);

            // Storage services say 400, 401 or 403 where a signed URL has expired: the next attempt gets a new one.
            throw TransientErrors.IsTransient(status) || status is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized
                or HttpStatusCode.Forbidden or HttpStatusCode.RequestedRangeNotSatisfiable
                ? new TransientException($"{operation} failed: {text}") { Status = status, RetryAfter = response.RetryAfter(Time) }
                : new Up42ApiException($"{operation} was refused: {text}", status, null, null, null);
        }
    }

    /// <summary>Opens a file of the server's own, for pictures. An error in its place is thrown.</summary>
    /// <returns>A successful response whose body is still to be read.</returns>
    public async Task<HttpResponseMessage> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var operation = $"GET /{path}";
        var access = await _tokens.GetAsync(refused: null, cancellationToken).ConfigureAwait(false);
        var response = await _transfers
            .RunOnceAsync(operation, token => _api.GetAsync(operation, new Uri(Endpoint, path), access, token), cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.OK && response.Content.Headers.ContentType?.MediaType is not ("text/html" or "application/json"))
        {
            return response;
        }

        using (response)
        {
            if (response.StatusCode == HttpStatusCode.Unauthorized)
            {
                await _tokens.GetAsync(access, cancellationToken).ConfigureAwait(false);
                throw new TransientException($"{operation} failed: [401] The token was refused.") { Status = response.StatusCode, RetryAfter = TimeSpan.Zero };
            }

            var whole = await _transfers.RunOnceAsync(operation, token => _api.BufferAsync(operation, response, Time, token), cancellationToken)
                .ConfigureAwait(false);
            using var json = whole.ReadJson();
            throw new TransientException($"{operation} was answered with JSON instead of a file.");
        }
    }

    /// <summary>Reads what has arrived of a body, for as long as bytes keep coming.</summary>
    public async Task<int> ReadBytesAsync(string operation, Stream body, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await _transfers.RunOnceAsync(operation, token => body.ReadAsync(buffer, token).AsTask(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (NetworkErrors.IsNetwork(error))
        {
            throw NetworkErrors.Describe(operation, _secrets.Clean(error));
        }
    }

    private Uri ReadSignedUrl(string operation, JsonElement data)
    {
        var text = data.ValueKind == JsonValueKind.Object && data.TryGetProperty("url", out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
        {
            throw new Up42Exception($"{operation} was answered without a URL to download from.");
        }

        return url.Scheme == Uri.UriSchemeHttps || Endpoint.Scheme == Uri.UriSchemeHttp
            ? url
            : throw new Up42Exception($"{operation} was answered with an http URL on {url.Host}, which is not encrypted: it was not opened.");
    }
}
