namespace Up42.Interactive.Bench;

/// <summary>Downloads the results of the job of an <see cref="ArchiveServer"/>, in a process of its own.</summary>
internal static class DownloadTask
{
    /// <summary>Downloads; 0 when the results are there, 1 with a message where that failed.</summary>
    /// <param name="endpoint">The server.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="unpack">Unpack, or keep the archive.</param>
    public static async Task<int> RunAsync(string endpoint, string folder, bool unpack)
    {
        try
        {
            using var client = await Up42Client.AuthenticateAsync(Up42Credentials.FromProject("project", "key"), new Up42ClientOptions { Endpoint = new Uri(endpoint) });
            var job = await client.GetJobAsync(ArchiveServer.JobId);
            var results = await job.DownloadResultsAsync(folder, unpack, progress: new Progress<DownloadProgress>());
            Console.WriteLine(results);
            return 0;
        }
        catch (Up42Exception error)
        {
            Console.WriteLine(error.Message);
            return 1;
        }
    }
}
