namespace Up42.Interactive;

/// <summary>Failures below HTTP, and the server's wish to wait.</summary>
internal static class NetworkErrors
{
    /// <summary>Whether this is a failure of the network or a body that broke off.</summary>
    public static bool IsNetwork(Exception error) => error is HttpRequestException or IOException or InvalidDataException;

    /// <summary>The failure as one that is repeated, or as the final one where repeating cannot help.</summary>
    public static Exception Describe(string operation, Exception error) => error switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded, Message: var text }
            when text.Contains("header", StringComparison.OrdinalIgnoreCase) =>
            new Up42Exception($"{operation} was answered with longer headers than are allowed, which is refused.", error),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            new Up42Exception($"{operation} was answered with more than {Limits.Default.ResponseBytes >> 20} MB, which is refused.", error),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            new Up42Exception($"{operation} found no secure connection: {Innermost(error)}", error),
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } or IOException or InvalidDataException =>
            new TransientException($"{operation} failed: the response broke off.", error),
        HttpRequestException { InnerException: IOException } => new TransientException($"{operation} failed: the connection broke.", error),
        _ => new TransientException($"{operation} failed: {error.Message.TrimEnd('.')}.", error),
    };

    /// <summary>The wait that the server asks for; null where it asks for none.</summary>
    public static TimeSpan? RetryAfter(this HttpResponseMessage response, TimeProvider time)
    {
        var wish = response.Headers.RetryAfter;
        return wish?.Delta ?? (wish?.Date is { } date ? WaitUntil(date, time.GetUtcNow(), response.Headers.Date) : null);
    }

    // A date means a wait by the server's clock as it shows in the answer, or by ours where they agree: the shorter that is one.
    private static TimeSpan? WaitUntil(DateTimeOffset date, params IEnumerable<DateTimeOffset?> clocks) =>
        clocks.Select(now => date - now).Where(wait => wait >= TimeSpan.Zero).Min();

    private static string Innermost(Exception error) => error.GetBaseException().Message;
}
