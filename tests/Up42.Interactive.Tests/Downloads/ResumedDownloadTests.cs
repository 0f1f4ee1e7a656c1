using System.Formats.Tar;
using System.Text;
using Up42.Interactive.Tests.Archives;
using Up42.Interactive.Tests.Http;

namespace Up42.Interactive.Tests.Downloads;

/// <summary>Downloads of several parts that break off, expire, change or come damaged.</summary>
public sealed class ResumedDownloadTests : IDisposable
{
    private const string Data = """{"type":"FeatureCollection","features":[]}""";
    private const int Size = 11_000_000;

    private readonly TempFolder _folder = new();
    private readonly byte[] _scene = new byte[Size];

    public ResumedDownloadTests() => new Random(1).NextBytes(_scene);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Download_that_breaks_off_goes_on_where_it_ended(bool unpack)
    {
        var archive = new StoredArchive(Tar(_scene));
        await using var server = await DownloadServer.StartAsync((count, context) => archive.SendAsync(context, limit: count is 2 or 4 ? 2_500_000 : null));

        await (await GetJobAsync(server)).DownloadResultsAsync(_folder["out"], unpack, cancellationToken: Cancel);

        AssertWhole(archive, unpack);
        archive.Starts.Count(start => start == 0).ShouldBe(1);
        archive.Starts.Distinct().Count().ShouldBeGreaterThan(3);
        _folder.Files.ShouldNotContain(file => WorkFiles.Contains(file) && !file.EndsWith(DownloadManifest.FileName));
    }

    [Fact]
    public async Task Download_whose_address_expires_asks_for_another_and_goes_on()
    {
        var archive = new StoredArchive(Tar(_scene));
        await using var server = await DownloadServer.StartAsync((count, context) =>
            count == 2 ? LoopbackServer.StatusAsync(context, 403) : archive.SendAsync(context));

        await (await GetJobAsync(server)).DownloadResultsAsync(_folder["out"], cancellationToken: Cancel);

        AssertWhole(archive, unpack: true);
        server.Count(DownloadServer.AddressCall).ShouldBe(2);
        archive.Starts.Count(start => start == 0).ShouldBe(1);
    }

    [Fact]
    public async Task Download_of_what_changes_meanwhile_begins_again_with_the_new_version()
    {
        var old = new StoredArchive(Tar(new byte[Size]));
        var current = new StoredArchive(Tar(_scene));
        await using var server = await DownloadServer.StartAsync((count, context) => (count == 1 ? old : current).SendAsync(context));

        await (await GetJobAsync(server)).DownloadResultsAsync(_folder["out"], cancellationToken: Cancel);

        AssertWhole(current, unpack: true);
        current.Starts.ShouldContain(0);
    }

    [Fact]
    public async Task Download_that_was_given_up_is_taken_up_by_a_later_one()
    {
        var archive = new StoredArchive(Tar(_scene));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await using var server = await DownloadServer.StartAsync(async (count, context) =>
        {
            if (count == 3)
            {
                await stop.CancelAsync();
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }

            await archive.SendAsync(context);
        });

        await Should.ThrowAsync<OperationCanceledException>(async () => await (await GetJobAsync(server))
            .DownloadResultsAsync(_folder["out"], cancellationToken: stop.Token));
        _folder.Files.ShouldBe(["out/job_j.part", "out/job_j.part.json"]);
        var arrived = new FileInfo(_folder["out/job_j.part"]).Length;
        archive.Starts.Clear();
        await (await GetJobAsync(server)).DownloadResultsAsync(_folder["out"], cancellationToken: Cancel);

        arrived.ShouldBeGreaterThan(0);
        archive.Starts.Min().ShouldBe(arrived);
        AssertWhole(archive, unpack: true);
    }

    [Theory]
    [InlineData("CRC-32C", true)]
    [InlineData("CRC-32C", false)]
    [InlineData("MD5", true)]
    [InlineData("MD5", false)]
    public async Task Download_with_one_byte_flipped_fails_by_each_checksum_alone(string checksum, bool unpack)
    {
        var tar = Tar(_scene);
        var archive = new StoredArchive(tar) { Hashes = checksum == "MD5" ? StoredArchive.Md5Of(tar) : StoredArchive.Crc32COf(tar), Sent = [.. tar] };
        archive.Sent[7_654_321] ^= 1;
        await using var server = await DownloadServer.StartAsync((_, context) => archive.SendAsync(context));
        var job = await GetJobAsync(server);

        var error = await Should.ThrowAsync<Up42Exception>(() => job.DownloadResultsAsync(_folder["out"], unpack, cancellationToken: Cancel));

        error.Message.ShouldBe($"The download of job j arrived damaged twice: its {checksum} checksum is not the one that the server tells. Try again later.");
        _folder.Files.ShouldBeEmpty();
        archive.Starts.Count(start => start == 0).ShouldBe(2);
    }

    [Fact]
    public async Task Download_damaged_once_on_the_way_is_fetched_again()
    {
        var archive = new StoredArchive(new CraftedTar().Add("a", "aaa").Gzipped());
        await using var server = await DownloadServer.StartAsync((count, context) =>
        {
            archive.Sent = [.. archive.Bytes];
            archive.Sent[30] ^= (byte)(count == 1 ? 1 : 0);
            return archive.SendAsync(context);
        });

        await (await GetJobAsync(server)).DownloadResultsAsync(_folder["out"], cancellationToken: Cancel);

        File.ReadAllText(_folder["out/a"]).ShouldBe("aaa");
    }

    [Fact]
    public async Task Downloads_to_one_folder_at_a_time_fetch_once()
    {
        var archive = new StoredArchive(Tar(_scene));
        await using var server = await DownloadServer.StartAsync((_, context) => archive.SendAsync(context));

        await Task.WhenAll(
            Enumerable.Range(0, 4)
                .Select(async _ => await (await GetJobAsync(server)).DownloadResultsAsync(_folder["out"], cancellationToken: Cancel)));

        AssertWhole(archive, unpack: true);
        archive.Starts.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Download_into_the_folder_of_another_job_is_refused_before_a_byte_is_fetched()
    {
        var archive = new StoredArchive(Tar(_scene));
        await using var server = await DownloadServer.StartAsync((_, context) => archive.SendAsync(context));
        Directory.CreateDirectory(_folder["out"]);
        File.WriteAllText(_folder["out/theirs.tif"], "theirs");
        new DownloadManifest { Of = "job other", Files = new Dictionary<string, long> { ["theirs.tif"] = 6 } }.Save(_folder["out"]);
        var job = await GetJobAsync(server);

        var error = await Should.ThrowAsync<Up42Exception>(() => job.DownloadResultsAsync(_folder["out"], cancellationToken: Cancel));

        error.Message.ShouldBe($"{_folder["out"]} holds the results of job other: pass another outputDirectory, or overwrite: true to replace them.");
        File.ReadAllText(_folder["out/theirs.tif"]).ShouldBe("theirs");
        archive.Starts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Download_whose_process_died_while_files_got_their_places_goes_on()
    {
        var archive = new StoredArchive(Tar(_scene));
        await using var server = await DownloadServer.StartAsync((_, context) => archive.SendAsync(context));
        Directory.CreateDirectory(_folder["out/.up42-unpacked"]);
        File.WriteAllText(_folder["out/data.json"], Data);
        new DownloadManifest { Of = "job j", Files = new Dictionary<string, long> { ["data.json"] = Data.Length, ["scene.bin"] = Size } }.Save(_folder["out"]);

        await (await GetJobAsync(server)).DownloadResultsAsync(_folder["out"], cancellationToken: Cancel);

        AssertWhole(archive, unpack: true);
    }

    [Fact]
    public async Task Download_to_a_path_that_is_too_long_says_so()
    {
        var archive = new StoredArchive(Tar(_scene));
        await using var server = await DownloadServer.StartAsync((_, context) => archive.SendAsync(context));
        var job = await GetJobAsync(server);

        var error = await Should.ThrowAsync<Up42Exception>(() => job.DownloadResultsAsync(_folder[new string('x', 300)], cancellationToken: Cancel));

        error.Message.ShouldContain("is too long for this system. Choose a shorter outputDirectory.");
        _folder.Files.ShouldBeEmpty();
    }

    // No gzip: nothing but the checksums notices a flipped byte.
    private static byte[] Tar(byte[] scene)
    {
        var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, leaveOpen: true))
        {
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "output/data.json") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(Data)) });
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "output/scene.bin") { DataStream = new MemoryStream(scene) });
        }

        return tar.ToArray();
    }

    private void AssertWhole(StoredArchive archive, bool unpack)
    {
        if (unpack)
        {
            archive.Bytes.AsSpan().IndexOf(File.ReadAllBytes(_folder["out/scene.bin"])).ShouldBeGreaterThan(0);
            new FileInfo(_folder["out/scene.bin"]).Length.ShouldBe(Size);
        }
        else
        {
            File.ReadAllBytes(_folder["out/job_j.tar"]).AsSpan().SequenceEqual(archive.Bytes).ShouldBeTrue();
        }
    }

    private Task<Job> GetJobAsync(LoopbackServer server) => DownloadServer.GetJobAsync(server, _folder.Path);
}
