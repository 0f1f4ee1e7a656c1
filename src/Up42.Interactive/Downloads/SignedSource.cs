using System.Net.Http.Headers;
using System.Text.Json;

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
            _address ??= await AddressAsync(cancellationToken).ConfigureAwait(false);
            return await connection.OpenSignedAsync(What, _address, range, version, cancellationToken).ConfigureAwait(false);
        }
        catch (TransientException)
        {
            _address = null;
            throw;
        }
    }

    private async Task<Uri> AddressAsync(CancellationToken cancellationToken)
    {
        var data = await connection.GetDataAsync(results.Path, cancellationToken).ConfigureAwait(false);
        return data.ValueKind == JsonValueKind.Object && data.TryGetProperty("url", out var url) && url.ValueKind == JsonValueKind.String
            && Uri.TryCreate(url.GetString(), UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address
            : throw new Up42Exception($"GET /{results.Path} was answered without an address to download from.");
    }
}
