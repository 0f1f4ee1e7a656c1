using System.Diagnostics;
using System.Globalization;

namespace Up42.Interactive.Bench;

/// <summary>Downloads the results of the job of an <see cref="ArchiveServer"/>, in a process of its own.</summary>
internal static class DownloadTask
{
    /// <summary>Downloads; 0 when the results are there, 1 with a message where that failed.</summary>
    /// <param name="endpoint">The server.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="unpack">Unpack, or keep the archive.</param>
    /// <param name="cancelAt">Cancel when so many bytes have arrived, and say how long it took to end; null: do not.</param>
    public static async Task<int> RunAsync(string endpoint, string folder, bool unpack, long? cancelAt = null)
    {
        using var cancel = new CancellationTokenSource();
        var cancelledAt = 0L;
        try
        {
            using var client = await Up42Client.AuthenticateAsync(
                Up42Credentials.FromProject("project", "key"), new Up42ClientOptions { Endpoint = new Uri(endpoint) });
            var job = await client.GetJobAsync(ArchiveServer.JobId);
            var progress = new Progress<TransferProgress>(report =>
            {
                if (report.BytesTransferred >= cancelAt && Interlocked.CompareExchange(ref cancelledAt, Stopwatch.GetTimestamp(), 0) == 0)
                {
                    cancel.Cancel();
                }
            });
            var results = await job.DownloadResultsAsync(folder, unpack, progress: progress, cancellationToken: cancel.Token);
            Console.WriteLine(results);
            return 0;
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"ended {Stopwatch.GetElapsedTime(cancelledAt).TotalMilliseconds:0} ms after it was cancelled"));
            return 0;
        }
        catch (Up42Exception error)
        {
            Console.WriteLine(error.Message);
            return 1;
        }
    }
}
