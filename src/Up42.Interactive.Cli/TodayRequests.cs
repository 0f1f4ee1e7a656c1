using System.Net;

namespace Up42.Interactive.Cli;

/// <summary>Requests for what may not exist. An id does not tell of what it is: where it is not a job's, it may be an order's.</summary>
internal static class TodayRequests
{
    /// <summary>What was asked for; null where the server has none.</summary>
    public static async Task<T?> OrNullAsync<T>(this Task<T> request)
        where T : class
    {
        try
        {
            return await request.ConfigureAwait(false);
        }
        catch (Up42ApiException error) when (error.Status is HttpStatusCode.NotFound)
        {
            return null;
        }
    }
}
