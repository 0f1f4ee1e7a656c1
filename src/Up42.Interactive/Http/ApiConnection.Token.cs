using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Up42.Interactive;

internal sealed partial class ApiConnection
{
    private static readonly TimeSpan UsualLifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestReserve = TimeSpan.FromMinutes(1);

    /// <summary>Proves the credentials by fetching a token.</summary>
    public Task AuthenticateAsync(CancellationToken cancellationToken) => _tokens.GetAsync(refused: null, cancellationToken);

    private Task<AccessToken> RequestTokenAsync()
    {
        const string what = $"POST /{ApiPaths.Token}";
        return _calls.RunAsync(
            what,
            async cancellationToken =>
            {
                var requestedAt = Time.GetUtcNow();
                using var request = CreateTokenRequest();
                using var response = await SendAsync(what, _http, request, access: null, cancellationToken).ConfigureAwait(false);
                var answer = await BufferAsync(what, response, cancellationToken).ConfigureAwait(false);
                return ReadToken(what, answer, requestedAt);
            },
            CancellationToken.None);
    }

    private HttpRequestMessage CreateTokenRequest()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, ApiPaths.Token);
        if (_credentials.Username is { } username)
        {
            request.Content = new FormUrlEncodedContent(
                [new("grant_type", "password"), new("username", username), new("password", _credentials.Secret)]);
        }
        else
        {
            var pair = Encoding.UTF8.GetBytes($"{_credentials.ProjectId}:{_credentials.Secret}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(pair));
            request.Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]);
        }

        return request;
    }

    private AccessToken ReadToken(string what, ApiResponse answer, DateTimeOffset requestedAt)
    {
        if (answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest or HttpStatusCode.Forbidden)
        {
            throw Refused(answer);
        }

        using var document = answer.ReadJson();
        TokenResponse? token;
        try
        {
            token = document.RootElement.Deserialize(WireJson.Default.TokenResponse);
        }
        catch (JsonException error)
        {
            throw new TransientException($"{what} was answered with another JSON than a token's.", error);
        }

        var value = token?.AccessToken ?? token?.Data?.AccessToken;
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new TransientException($"{what} was answered without a token.");
        }

        _secrets.Learn(value);
        var lifetime = token?.ExpiresIn is > 0 and < 1e9 and var seconds ? TimeSpan.FromSeconds(seconds) : UsualLifetime;
        var reserve = lifetime / 5 < LongestReserve ? lifetime / 5 : LongestReserve;
        return new AccessToken(value, requestedAt + lifetime - reserve);
    }

    private Up42ApiException Refused(ApiResponse answer)
    {
        var check = _credentials.Username is null ? "the project id and the project API key" : "the username and the password";
        var said = answer.ErrorText();
        return new Up42ApiException(
            $"{Endpoint.Host} refused the credentials of {_credentials}: check {check}. {said.Text}",
            answer.Status, said.Error.Code, said.Error.Title, said.Error.RequestId);
    }
}
