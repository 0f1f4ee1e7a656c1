using System.Diagnostics;
using System.Globalization;

namespace Up42.Interactive.Bench;

/// <summary>Plots the scene of an <see cref="ArchiveServer"/> without downloading it.</summary>
internal static class RangeTask
{
    /// <summary>The row: a plot by range against <c>gdal_translate</c> on <c>/vsicurl/</c> of the same server.</summary>
    /// <param name="server">The server.</param>
    /// <param name="folder">Where both write to.</param>
    public static Row Row(ArchiveServer server, string folder) => new(
        $"range, plot of a cloud-optimized scene ({new FileInfo(server.File).Length / 1e6:0} MB)",
        [Environment.ProcessPath!, "range", $"{server.Item}", Path.Combine(folder, "ours.html")],
        ["env", "GDAL_DISABLE_READDIR_ON_OPEN=EMPTY_DIR", "gdal_translate", "-q", "-outsize", "1024", "0", "-b", "3", "-b", "2", "-b", "1",
            $"/vsicurl/{server.Address}", Path.Combine(folder, "peer.tif")]);

    /// <summary>Does it, in a process of its own.</summary>
    /// <param name="item">The item's URL.</param>
    /// <param name="output">The page to write.</param>
    public static async Task<int> RunAsync(Uri item, string output)
    {
        var start = Stopwatch.GetTimestamp();
        using var client = await Up42Client.AuthenticateAsync(
            Up42Credentials.FromAccount("user", "word"), new Up42ClientOptions { Endpoint = new Uri(item, "/") });
        var results = await (await client.Storage.GetItemAsync($"{item}")).OpenAsync();
        results.PlotResults(bands: [3, 2, 1]).SaveHtml(output);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"in process {Stopwatch.GetElapsedTime(start).TotalSeconds:0.00} s; {new FileInfo(output).Length / 1e6:0.00} MB"));
        return 0;
    }
}
