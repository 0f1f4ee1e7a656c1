using System.Net;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Fetches access tokens. The request carries the credentials: it goes to the login's URL and is never redirected.</summary>
internal sealed class TokenRequest(ILogin login, HttpSender sender, RetryPipeline reads, SecretFilter secrets, TimeProvider time)
{
    private readonly string _operation = $"POST {login.TokenUrl.AbsolutePath}";

    public Task<AccessToken> SendAsync() => reads.RunAsync(_operation, SendOnceAsync, CancellationToken.None);

    private async Task<AccessToken> SendOnceAsync(CancellationToken cancellationToken)
    {
        var requestedAt = time.GetUtcNow();
        using var request = login.CreateRequest();
        using var response = await sender.SendAsync(_operation, request, cancellationToken).ConfigureAwait(false);
        if (RedirectPolicy.Target(response, login.TokenUrl) is { } target)
        {
            throw new Up42Exception(
                $"{login.TokenUrl.Host} redirected the login to {target.Host}: the credentials were not sent there. Check Up42ClientOptions.Endpoint.");
        }

        var whole = await sender.BufferAsync(_operation, response, time, cancellationToken, isToken: true).ConfigureAwait(false);
        return Read(whole, requestedAt);
    }

    private AccessToken Read(ApiResponse response, DateTimeOffset requestedAt)
    {
        if (response.Status is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest or HttpStatusCode.Forbidden)
        {
            throw Refused(response);
        }

        if (response.Status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.Gone)
        {
            throw Missing(response);
        }

        var token = Parse(response);
        var value = token?.AccessToken ?? token?.Data?.AccessToken;
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new TransientException($"{_operation} was answered without a token.");
        }

        secrets.Learn(value);
        var lifetime = token?.ExpiresIn is > 0 and < 1e9 and var seconds ? TimeSpan.FromSeconds(seconds) : login.DefaultLifetime;
        var reserve = lifetime / 5 < login.RenewAhead ? lifetime / 5 : login.RenewAhead;
        return new AccessToken(value, requestedAt + lifetime - reserve);
    }

    private TokenResponse? Parse(ApiResponse response)
    {
        using var document = response.ReadJson();
        try
        {
            return document.RootElement.Deserialize(TokenJson.Default.TokenResponse);
        }
        catch (JsonException error)
        {
            throw new TransientException($"{_operation} was answered with another JSON than a token's.", error);
        }
    }

    private Up42ApiException Missing(ApiResponse response)
    {
        var (error, text) = response.ErrorText();
        return new Up42ApiException(
            $"{login.TokenUrl.Host} has no login at {login.TokenUrl.AbsolutePath}. {login.IfThereIsNone} {text}",
            response.Status, error.Code, error.Title, error.RequestId);
    }

    private Up42ApiException Refused(ApiResponse response)
    {
        var check = login.Credentials.Username is null ? "the project id and the project API key" : "the username and the password";
        var (error, text) = response.ErrorText();
        return new Up42ApiException(
            $"{login.TokenUrl.Host} refused the credentials of {login.Credentials}: check {check}. {text}",
            response.Status, error.Code, error.Title, error.RequestId);
    }
}
