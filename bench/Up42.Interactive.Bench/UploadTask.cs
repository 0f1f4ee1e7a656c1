using System.Globalization;

namespace Up42.Interactive.Bench;

/// <summary>An object of 1 GB into a bucket on loopback, against curl, which sends it in one request.</summary>
internal static class UploadTask
{
    private const long Length = 1_000_000_000;

    /// <summary>The row; the object is made here.</summary>
    public static Row Row(string path, Uri endpoint)
    {
        Make(path, Length);
        return new Row(
            "upload, 1 GB", [Environment.ProcessPath!, "task", "upload", path, endpoint.AbsoluteUri],
            ["curl", "-sSf", "-o", "/dev/null", "-T", path, $"{endpoint}results-1/object.tgz"]);
    }

    /// <summary>Uploads a file and says what memory the process took at most.</summary>
    public static async Task<int> RunAsync(string path, Uri endpoint)
    {
        var bucket = GoogleCloudBucket.Connect("results-1", new() { Endpoint = endpoint });
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        var stored = await bucket.UploadAsync("v0/bench/object.tgz", file, "application/gzip");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stored.Md5}; peak {PeakMegabytes():0} MB"));
        return 0;
    }

    /// <summary>Writes a file of bytes that do not repeat.</summary>
    public static void Make(string path, long length)
    {
        var (random, block) = (new Random(42), new byte[1 << 20]);
        using var file = File.Create(path);
        while (file.Length < length)
        {
            random.NextBytes(block);
            file.Write(block, 0, (int)Math.Min(block.Length, length - file.Length));
        }
    }

    // VmHWM is in units of 1024 bytes, whatever its label says.
    private static double PeakMegabytes() =>
        double.Parse(
            File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
}
