using System.Diagnostics;
using System.Globalization;

namespace Up42.Interactive.Bench;

/// <summary>Plots the scene of an <see cref="ArchiveServer"/> without downloading it.</summary>
internal static class RangeTask
{
    public static IReadOnlyList<string> Names { get; } = ["range", "range-again"];

    /// <summary>The row: a plot by range against <c>gdal_translate</c> on <c>/vsicurl/</c> of the same server.</summary>
    /// <param name="server">The server.</param>
    /// <param name="folder">Where both write to.</param>
    /// <param name="task">One of <see cref="Names"/>: <c>range-again</c> plots twice in a process, as a notebook does.</param>
    public static Row Row(ArchiveServer server, string folder, string task) => new(
        $"{task}, plot of a cloud-optimized scene ({new FileInfo(server.File).Length / 1e6:0} MB)",
        [Environment.ProcessPath!, task, $"{server.Item}", Path.Combine(folder, "ours.html")],
        ["env", "GDAL_DISABLE_READDIR_ON_OPEN=EMPTY_DIR", "gdal_translate", "-q", "-outsize", "1024", "0", "-b", "3", "-b", "2", "-b", "1",
            $"/vsicurl/{server.Address}", Path.Combine(folder, "peer.tif")]);

    /// <summary>Does it, in a process of its own.</summary>
    /// <param name="item">The item's URL.</param>
    /// <param name="output">The page to write.</param>
    /// <param name="runs">How often.</param>
    public static async Task<int> RunAsync(Uri item, string output, int runs)
    {
        var times = new List<string>();
        while (times.Count < runs)
        {
            var start = Stopwatch.GetTimestamp();
            using var client = await Up42Client.AuthenticateAsync(
                Up42Credentials.FromAccount("user", "word"), new Up42ClientOptions { Endpoint = new Uri(item, "/") });
            using var results = await (await client.Storage.GetItemAsync($"{item}")).OpenAsync();
            results.PlotResults(bands: [3, 2, 1]).SaveHtml(output);
            times.Add(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(start).TotalSeconds:0.00} s"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"in process {string.Join(", again ", times)}; {new FileInfo(output).Length / 1e6:0.00} MB"));
        return 0;
    }
}
