namespace Up42.Interactive;

/// <summary>How one platform gives an access token: where, and in which form of request.</summary>
internal interface ILogin
{
    /// <summary>Who logs in.</summary>
    Up42Credentials Credentials { get; }

    /// <summary>Where tokens come from; it may be another host than the API's.</summary>
    Uri TokenUrl { get; }

    /// <summary>How long a token lives where the response does not say.</summary>
    TimeSpan DefaultLifetime { get; }

    /// <summary>How long before its end a token is renewed, at most; never longer than a fifth of its life.</summary>
    TimeSpan RenewAhead { get; }

    /// <summary>What to do where the server knows no such login.</summary>
    string IfThereIsNone { get; }

    /// <summary>A new request to <see cref="TokenUrl"/> with the credentials.</summary>
    HttpRequestMessage CreateRequest();
}
