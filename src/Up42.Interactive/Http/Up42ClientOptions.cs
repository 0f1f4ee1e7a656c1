namespace Up42.Interactive;

/// <summary>How a client reaches the server and where it puts files.</summary>
public sealed class Up42ClientOptions
{
    /// <summary>The region of the account: it says which of UP42's servers are meant where no endpoint is named.</summary>
    /// <value>The default value is <see cref="Up42Region.Eu"/>.</value>
    public Up42Region Region { get; init; }

    /// <summary>The server's URL; https, or http on this machine.</summary>
    /// <value>The default value is the variable <c>UP42_ENDPOINT</c>, else the server of <see cref="Region"/>, <c>https://api.up42.com</c>.</value>
    public Uri? Endpoint { get; init; }

    /// <summary>The URL of the server where accounts log in to today's platform; https, or http on this machine. The password goes there.</summary>
    /// <value>
    /// The default value is the variable <c>UP42_AUTH_ENDPOINT</c> where <see cref="Endpoint"/> is not set; else that which belongs to the
    /// endpoint: UP42's own (<c>https://auth.up42.com</c>), and for any other server, such as the sandbox, the endpoint itself.
    /// </value>
    public Uri? AuthEndpoint { get; init; }

    /// <summary>
    /// How long one request may take with all its attempts, at most a day; also the longest wait that a server may ask for. Transfers of
    /// archives are not bound by it.
    /// </summary>
    /// <value>The default value is 5 minutes.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How a request that only reads is repeated after an error.</summary>
    /// <value>The default value is up to 8 attempts, with waits from half a second to 30 seconds.</value>
    public RetryOptions Retry { get; init; } = new();

    /// <summary>The clock of every wait and every date that this library sets.</summary>
    /// <value>The default value is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The handler that sends requests, for proxies and recordings. Who passes it disposes it.</summary>
    /// <value>The default value is null: a handler of the library's own, with the system's proxy.</value>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>The folder below which downloads get their own folders.</summary>
    /// <value>The default value is null: the working directory.</value>
    public string? OutputDirectory { get; init; }

    /// <summary>How much the archives of results may hold that are unpacked.</summary>
    /// <value>The default value leaves room for scenes of tens of gigabytes.</value>
    public UnpackLimits UnpackLimits { get; init; } = new();

    /// <summary>Where tracking says what goes on; null is the console as it is at that time.</summary>
    internal TextWriter? Output { get; init; }

    internal void Validate()
    {
        RetryOptions.RequireUpToADay(Timeout, RetryOptions.MinTimeout);
        ArgumentNullException.ThrowIfNull(Retry);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        ArgumentNullException.ThrowIfNull(UnpackLimits);
        Retry.Validate();
    }
}
