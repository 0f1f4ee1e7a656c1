using System.Net;

namespace Up42.Interactive;

/// <summary>An attempt failed in a way that may pass: the pipeline repeats it, and in the end makes an <see cref="Up42Exception"/> of it.</summary>
internal sealed class TransientException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    public HttpStatusCode? Status { get; init; }

    public ApiError? Error { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public Up42Exception ToException(string ending)
    {
        var message = $"{Message} {ending}";
        return Status is { } status
            ? new Up42ApiException(message, status, Error?.Code, Error?.Title, Error?.RequestId, InnerException)
            : new Up42ConnectionException(message, InnerException);
    }
}
