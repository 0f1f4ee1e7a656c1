using System.Net;

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
    /// <returns>A successful answer whose body is still to be read.</returns>
    public async Task<HttpResponseMessage> OpenSignedAsync(string what, Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var response = await _transfers.RunOnceAsync(what, token => SendAsync(what, request, access: null, token), cancellationToken)
            .ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.OK)
        {
            return response;
        }

        using (response)
        {
            var status = response.StatusCode;
            var text = ApiError.Bare(response).Describe(status, response.ReasonPhrase);
            // 403 is how storage says that a signed address has expired: the next attempt asks for a new one.
            throw FaultyStatus.IsTransient(status) || status == HttpStatusCode.Forbidden
                ? new TransientFault($"{what} failed: {text}") { Status = status, RetryAfter = response.RetryAfter(Time) }
                : new Up42ApiException($"{what} was refused: {text}", status, null, null, null);
        }
    }

    /// <summary>Reads what has arrived of a body, for as long as bytes keep coming.</summary>
    public async Task<int> ReadBytesAsync(string what, Stream body, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await _transfers.RunOnceAsync(what, token => body.ReadAsync(buffer, token).AsTask(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (HttpFaults.IsNetwork(error))
        {
            throw HttpFaults.Describe(what, error);
        }
    }
}
