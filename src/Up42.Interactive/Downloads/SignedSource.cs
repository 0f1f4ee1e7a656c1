using System.Net.Http.Headers;

namespace Up42.Interactive;

/// <summary>An archive in the server's storage behind a signed URL. After any error, such as an expired URL, it gets a new one.</summary>
internal sealed class SignedSource(ApiConnection connection, ResultsSource results) : ITransferSource
{
    private Uri? _url;

    public string Operation => $"The download of {results.Of}";

    public async Task<HttpResponseMessage> OpenAsync(RangeHeaderValue? range, EntityTagHeaderValue? version, CancellationToken cancellationToken)
    {
        try
        {
            _url ??= await results.GetUrlAsync(cancellationToken).ConfigureAwait(false);
            return await connection.OpenSignedAsync(Operation, _url, range, version, cancellationToken).ConfigureAwait(false);
        }
        catch (TransientException)
        {
            _url = null;
            throw;
        }
    }
}
