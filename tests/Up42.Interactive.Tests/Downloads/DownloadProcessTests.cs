using System.Diagnostics;
using Up42.Interactive.Bench;

namespace Up42.Interactive.Tests.Downloads;

/// <summary>Downloads in processes of their own: several at a time, killed, without room.</summary>
public sealed class DownloadProcessTests : IDisposable
{
    private const int MaxPerKill = 8 << 20;

    private readonly TempFolder _folder = new();

    private static string Program => Path.Combine(AppContext.BaseDirectory, "Up42.Interactive.Bench");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task Download_killed_twice_ends_whole_with_little_fetched_twice() => AssertKilledAsync(16_000_000, kills: 2, unpack: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Tier", "Long")]
    public Task Download_of_650_MB_killed_ten_times_ends_whole_with_little_fetched_twice(bool unpack) => AssertKilledAsync(650_000_000, kills: 10, unpack);

    [Fact]
    public async Task Download_by_two_processes_to_one_folder_is_fetched_once_and_whole()
    {
        var archive = MakeArchive(9_000_000);
        await using var server = await ArchiveServer.StartAsync(archive);

        using var first = Start(server, unpack: true);
        using var second = Start(server, unpack: true);
        await first.WaitForEndAsync();
        await second.WaitForEndAsync();

        (first.ExitCode, second.ExitCode).ShouldBe((0, 0));
        server.BytesServed.ShouldBe(new FileInfo(archive).Length);
        AssertSame(archive, unpack: true);
    }

    [Theory]
    [InlineData("mount -t tmpfs -o size=5m none", "the disk is full. Make room and call again: what has arrived is not fetched again.")]
    [InlineData("mount -t tmpfs -o ro none", "Read-only file system")]
    public async Task Download_that_the_disk_refuses_says_why_and_leaves_what_was_there(string mount, string message)
    {
        await using var server = await ArchiveServer.StartAsync(MakeArchive(6_000_000));
        Directory.CreateDirectory(_folder["out"]);

        var output = Tool.Run(
            "unshare", "--user", "--map-root-user", "--mount", "sh", "-c",
            $"{mount} \"$1\" && {{ echo mine > \"$1/mine\" || true; }} 2>/dev/null; \"$0\" download {server.Endpoint} \"$1/job\" || "
                + $"find \"$1\" -type f ! -name '*.part*' -printf ' left %f'",
            Program, _folder["out"]);

        output.ShouldContain(message);
        output.Split(" left ")[1..].ShouldAllBe(left => left == "mine");
    }

    private async Task AssertKilledAsync(int size, int kills, bool unpack)
    {
        var archive = MakeArchive(size);
        var length = new FileInfo(archive).Length;
        await using var server = await ArchiveServer.StartAsync(archive);
        var random = new Random(kills);
        foreach (var point in Enumerable.Range(0, kills).Select(_ => random.NextInt64(length)).Order())
        {
            using var process = Start(server, unpack);
            server.Served = served => _ = served >= point && Kill(process);
            await process.WaitForEndAsync();
            process.ExitCode.ShouldBe(137);
            server.Served = null;
        }

        using var last = Start(server, unpack);
        await last.WaitForEndAsync();

        last.ExitCode.ShouldBe(0);
        AssertSame(archive, unpack);
        server.BytesServed.ShouldBeInRange(length, length + (long)kills * MaxPerKill);
    }

    private static bool Kill(System.Diagnostics.Process process)
    {
        process.Kill();
        return true;
    }

    private string MakeArchive(int size)
    {
        Directory.CreateDirectory(_folder["in/output/scene"]);
        var (random, block) = (new Random(size), new byte[1_000_000]);
        using (var scene = File.Create(_folder["in/output/scene/scene.bin"]))
        {
            for (var i = 0; i < size / block.Length; i++)
            {
                random.NextBytes(block);
                scene.Write(block);
            }
        }

        File.WriteAllText(_folder["in/output/data.json"], """{"type":"FeatureCollection","features":[]}""");
        Tool.Run("tar", "--use-compress-program=gzip -1", "-cf", _folder["in/results.tgz"], "-C", _folder["in"], "output");
        return _folder["in/results.tgz"];
    }

    private System.Diagnostics.Process Start(ArchiveServer server, bool unpack) =>
        System.Diagnostics.Process.Start(
            new ProcessStartInfo(
                Program, ["download", $"{server.Endpoint}", _folder["out"], .. unpack
                    ? []
                    : new[] { "keep" }])
            { RedirectStandardOutput = true })!;

    private void AssertSame(string archive, bool unpack)
    {
        if (unpack)
        {
            Tool.Run("diff", "-r", "-x", "job.json", "-x", DownloadManifest.FileName, _folder["in/output"], _folder["out"]).ShouldBeEmpty();
        }
        else
        {
            Tool.Run("cmp", archive, _folder[$"out/job_{ArchiveServer.JobId}.tgz"]).ShouldBeEmpty();
        }
    }
}
