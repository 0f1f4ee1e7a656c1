namespace Up42.Interactive;

/// <summary>Today's platform: its resources behind one connection.</summary>
internal sealed class PlatformApi
{
    private PlatformApi(ApiConnection connection, AccountLogin login)
    {
        (Connection, Account) = (connection, new AccountApi(connection, login));
        (Processing, Stac, Orders) = (new ProcessingApi(connection), new StacApi(connection), new OrdersApi(connection));
    }

    public ApiConnection Connection { get; }

    public AccountApi Account { get; }

    public ProcessingApi Processing { get; }

    public StacApi Stac { get; }

    public OrdersApi Orders { get; }

    /// <param name="credentials">An account's.</param>
    /// <param name="options">Times, handler and clock.</param>
    /// <param name="endpoint">The API's URL; it ends with a slash.</param>
    /// <param name="authEndpoint">The URL of the server of logins; it ends with a slash.</param>
    public static PlatformApi Create(Up42Credentials credentials, Up42ClientOptions options, Uri endpoint, Uri authEndpoint)
    {
        var login = new AccountLogin(credentials, authEndpoint);
        return new PlatformApi(new ApiConnection(login, options, endpoint), login);
    }
}
