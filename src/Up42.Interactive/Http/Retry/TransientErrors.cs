using System.Net;

namespace Up42.Interactive;

/// <summary>Which failures pass.</summary>
internal static class TransientErrors
{
    /// <summary>Whether a request that failed like this may succeed later: a lost connection, or a status that says so.</summary>
    public static bool IsSoft(Exception error) =>
        error is Up42ConnectionException || (error is Up42ApiException refusal && IsTransient(refusal.Status));

    /// <summary>Whether the same request may be answered well a little later.</summary>
    public static bool IsTransient(HttpStatusCode status) => status is
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or (HttpStatusCode)425 or HttpStatusCode.InternalServerError
        or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
}
