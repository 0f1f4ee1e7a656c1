namespace Up42.Interactive;

/// <summary>The login of today's platform: an account's password by a form, at a server of its own.</summary>
internal sealed class AccountLogin(Up42Credentials credentials, Uri authEndpoint) : ILogin
{
    private const string Realm = "realms/public/protocol/openid-connect/";

    public Up42Credentials Credentials => credentials;

    public Uri TokenUrl { get; } = new(authEndpoint, Realm + "token");

    /// <summary>Where the server says who has logged in.</summary>
    public Uri UserInfoUrl { get; } = new(authEndpoint, Realm + "userinfo");

    public TimeSpan DefaultLifetime => TimeSpan.FromMinutes(5);

    public TimeSpan RenewAhead => TimeSpan.FromSeconds(30);

    public string IfThereIsNone => "Check Up42ClientOptions.Endpoint and AuthEndpoint.";

    public HttpRequestMessage CreateRequest() => new(HttpMethod.Post, TokenUrl)
    {
        Content = new FormUrlEncodedContent(
        [
            new("grant_type", "password"), new("username", credentials.Username), new("password", credentials.Secret),
            new("client_id", "up42-sdk"), new("scope", "openid"),
        ]),
    };
}
