namespace Up42.Interactive;

/// <summary>Ways in which a request goes wrong.</summary>
public enum SandboxFault
{
    /// <summary>500 with an error in UP42's first form.</summary>
    InternalServerError,

    /// <summary>502 with a gateway's HTML.</summary>
    BadGateway,

    /// <summary>503 with a problem document.</summary>
    ServiceUnavailable,

    /// <summary>503 with <c>Retry-After</c> in seconds.</summary>
    ServiceUnavailableRetryAfter,

    /// <summary>429 without a hint.</summary>
    TooManyRequests,

    /// <summary>429 with <c>Retry-After</c> as a date by the sandbox's clock.</summary>
    TooManyRequestsRetryAfter,

    /// <summary>The connection ends before any response.</summary>
    DroppedConnection,

    /// <summary>The right response, late.</summary>
    SlowResponse,

    /// <summary>The right response's beginning; then the connection ends.</summary>
    TruncatedBody,

    /// <summary>The token is declared expired: 401.</summary>
    ExpiredToken,

    /// <summary>The signed URL of an archive is declared expired: 400, 401 and 403 in turn.</summary>
    ExpiredUrl,

    /// <summary>307 to the same path on the same host, with one more query parameter.</summary>
    Redirect,

    /// <summary>200 with half of the JSON, as if it were whole.</summary>
    MalformedJson,

    /// <summary>200 with an HTML page instead of the answer.</summary>
    HtmlPage,
}
