using System.Net.Http.Headers;

namespace Up42.Interactive;

/// <summary>An archive in the server's storage behind a signed address. After any fault, an expired address for one, a new address is asked for.</summary>
internal sealed class SignedSource(ApiConnection connection, ResultsSource results) : ITransferSource
{
    private Uri? _address;

    public string What => $"The download of {results.Of}";

    public async Task<HttpResponseMessage> OpenAsync(RangeHeaderValue? range, EntityTagHeaderValue? version, CancellationToken cancellationToken)
    {
        try
        {
            _address ??= await results.GetUrlAsync(cancellationToken).ConfigureAwait(false);
            return await connection.OpenSignedAsync(What, _address, range, version, cancellationToken).ConfigureAwait(false);
        }
        catch (TransientException)
        {
            _address = null;
            throw;
        }
    }
}
