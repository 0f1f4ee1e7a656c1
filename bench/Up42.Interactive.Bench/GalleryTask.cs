using System.Diagnostics;
using System.Globalization;

namespace Up42.Interactive.Bench;

/// <summary>Searches ten thousand items and shows them with their thumbnails.</summary>
internal static class GalleryTask
{
    /// <summary>The row: no peer shows items.</summary>
    public static Row Row(ItemsServer server, string folder) => new(
        $"gallery, a search of {ItemsServer.Items.ToString("N0", CultureInfo.InvariantCulture)} items ({server.Length / 1e6:0} MB of JSON)",
        [Environment.ProcessPath!, "gallery", $"{server.Endpoint}", Path.Combine(folder, "ours.html")],
        null);

    /// <summary>Does it three times in a process: what is paid once in it shows in the first.</summary>
    /// <param name="endpoint">The server.</param>
    /// <param name="output">The fragment to write.</param>
    public static async Task<int> RunAsync(Uri endpoint, string output)
    {
        using var client = await Up42Client.AuthenticateAsync(Up42Credentials.FromAccount("user", "word"), new Up42ClientOptions { Endpoint = endpoint });
        var times = new List<string>();
        for (var run = 0; run < 3; run++)
        {
            var start = Stopwatch.GetTimestamp();
            var items = await client.Storage.SearchAsync(limit: ItemsServer.Items);
            var found = Stopwatch.GetElapsedTime(start).TotalSeconds;
            var shown = await items.WithThumbnailsAsync();
            var fetched = Stopwatch.GetElapsedTime(start).TotalSeconds;
            await File.WriteAllTextAsync(output, shown.ToHtml());
            times.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{Stopwatch.GetElapsedTime(start).TotalSeconds:0.00} s (search {found:0.00}, thumbnails {fetched - found:0.00})"));
        }

        Console.WriteLine($"in process {string.Join(", again ", times)}; {new FileInfo(output).Length / 1e3:0} kB");
        return 0;
    }
}
