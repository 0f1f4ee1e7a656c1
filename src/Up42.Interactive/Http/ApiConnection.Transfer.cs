using System.Net;
using System.Net.Http.Headers;

namespace Up42.Interactive;

internal sealed partial class ApiConnection
{
    /// <summary>
    /// Repeats a whole transfer after a fault. There is no total time, since an archive may be of any size; the receiver
    /// watches that bytes keep coming.
    /// </summary>
    public Task<T> TransferAsync<T>(string what, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken) =>
        _transfers.RunUnboundedAsync(what, attempt, cancellationToken);

    /// <summary>Opens a signed address, which takes no token and appears in no message.</summary>
    /// <param name="what">The thing in words, for messages.</param>
    /// <param name="address">The address.</param>
    /// <param name="range">The bytes to send; null: all.</param>
    /// <param name="version">Send the range only while this is the current version, else all; null: whatever the version.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A successful answer (200, or 206 with a range) whose body is still to be read, as it is stored.</returns>
    public async Task<HttpResponseMessage> OpenSignedAsync(
        string what, Uri address, RangeHeaderValue? range, EntityTagHeaderValue? version, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Range = range;
        request.Headers.IfRange = version is null ? null : new RangeConditionHeaderValue(version);
        var response = await _transfers.RunOnceAsync(what, token => SendAsync(what, _storage, request, access: null, token), cancellationToken)
            .ConfigureAwait(false);
        if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.PartialContent)
        {
            return response;
        }

        using (response)
        {
            var status = response.StatusCode;
            var text = ApiError.Bare(response).Describe(status, response.ReasonPhrase);
            // 403 is how storage says that a signed address has expired: the next attempt asks for a new one.
            throw TransientErrors.IsTransient(status) || status is HttpStatusCode.Forbidden or HttpStatusCode.RequestedRangeNotSatisfiable
                ? new TransientException($"{what} failed: {text}") { Status = status, RetryAfter = response.RetryAfter(Time) }
                : new Up42ApiException($"{what} was refused: {text}", status, null, null, null);
        }
    }

    /// <summary>Opens a file of the server's own, for pictures. An error in its place is thrown.</summary>
    /// <returns>A successful answer whose body is still to be read.</returns>
    public async Task<HttpResponseMessage> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var what = $"GET /{path}";
        var access = await _tokens.GetAsync(refused: null, cancellationToken).ConfigureAwait(false);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        var response = await _transfers.RunOnceAsync(what, token => SendAsync(what, _http, request, access, token), cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.OK && response.Content.Headers.ContentType?.MediaType is not ("text/html" or "application/json"))
        {
            return response;
        }

        using (response)
        {
            if (response.StatusCode == HttpStatusCode.Unauthorized)
            {
                await _tokens.GetAsync(access, cancellationToken).ConfigureAwait(false);
                throw new TransientException($"{what} failed: [401] The token was refused.") { Status = response.StatusCode, RetryAfter = TimeSpan.Zero };
            }

            var answer = await _transfers.RunOnceAsync(what, token => BufferAsync(what, response, token), cancellationToken).ConfigureAwait(false);
            using var json = answer.ReadJson();
            throw new TransientException($"{what} was answered with JSON instead of a file.");
        }
    }

    /// <summary>Reads what has arrived of a body, for as long as bytes keep coming.</summary>
    public async Task<int> ReadBytesAsync(string what, Stream body, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await _transfers.RunOnceAsync(what, token => body.ReadAsync(buffer, token).AsTask(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (NetworkErrors.IsNetwork(error))
        {
            throw NetworkErrors.Describe(what, error);
        }
    }
}
