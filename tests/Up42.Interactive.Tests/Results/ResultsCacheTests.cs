using System.Runtime.Versioning;
using Microsoft.Extensions.Time.Testing;
using Up42.Interactive.Tests.Archives;

namespace Up42.Interactive.Tests.Results;

public sealed class ResultsCacheTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Unpack_archive_of_the_same_size_and_time_is_another()
    {
        var time = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var first = Write("aaa", time);
        var one = Unpack(first);
        var two = Unpack(Write("bbb", time));

        File.ReadAllText(Path.Combine(one, "x")).ShouldBe("aaa");
        File.ReadAllText(Path.Combine(two, "x")).ShouldBe("bbb");
    }

    [Fact]
    public void Unpack_limits_count_on_a_hit()
    {
        var archive = Write("aaa", TimeProvider.System.GetUtcNow().UtcDateTime);
        Unpack(archive);

        Should.Throw<Up42Exception>(() => Unpack(archive, new UnpackLimits { FileBytes = 2 })).Message.ShouldContain("a file of 3 bytes; 2 is the limit");
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Unpack_folders_are_the_user_s_alone()
    {
        var folder = Unpack(Write("aaa", TimeProvider.System.GetUtcNow().UtcDateTime));

        foreach (var path in new[] { _folder["cache"], folder })
        {
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Unpack_closes_a_folder_that_was_open_to_others()
    {
        const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(_folder["cache"], Mine | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

        Unpack(Write("aaa", TimeProvider.System.GetUtcNow().UtcDateTime));

        File.GetUnixFileMode(_folder["cache"]).ShouldBe(Mine);
    }

    /// <summary>What was unpacked is kept for thirty days, what was being unpacked for one.</summary>
    [Theory]
    [InlineData("a.tgz-0123456789abcdef", 30 * TimeSpan.TicksPerDay, true)]
    [InlineData("a.tgz-0123456789abcdef", 30 * TimeSpan.TicksPerDay + 1, false)]
    [InlineData("a.tgz-0123456789abcdef0123456789abcdef", 30 * TimeSpan.TicksPerDay + 1, false)]
    [InlineData("a.tgz-0123456789abcdef01234567", 31 * TimeSpan.TicksPerDay, true)]
    [InlineData("a.tgz-0123456789abcdef.x1.part", TimeSpan.TicksPerDay, true)]
    [InlineData("a.tgz-0123456789abcdef.x1.part", TimeSpan.TicksPerDay + 1, false)]
    [InlineData("a.tgz-0123456789abcdef.x1.y2.part", TimeSpan.TicksPerDay + 1, false)]
    public void Unpack_removes_what_is_older(string name, long age, bool isKept)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Directory.CreateDirectory(_folder[$"cache/{name}/below"]);
        Directory.SetLastWriteTimeUtc(_folder[$"cache/{name}"], time.GetUtcNow().UtcDateTime - TimeSpan.FromTicks(age));

        new ResultsCache(_folder["cache"], time).Unpack(Write("aaa", default), null, TestContext.Current.CancellationToken);

        Directory.Exists(_folder[$"cache/{name}"]).ShouldBe(isKept);
    }

    [Fact]
    public void Unpack_of_what_is_there_counts_as_opened_now()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var (cache, archive) = (new ResultsCache(_folder["cache"], time), Write("aaa", time.GetUtcNow().UtcDateTime));
        cache.Unpack(archive, null, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromDays(20));

        var folder = cache.Unpack(archive, null, TestContext.Current.CancellationToken);

        Directory.GetLastWriteTimeUtc(folder).ShouldBe(time.GetUtcNow().UtcDateTime);
    }

    /// <summary>Of an archive this small each byte is looked at: the one before the end of a sample, those after it, and the last.</summary>
    [Theory]
    [InlineData(512)]
    [InlineData((64 << 10) - 1)]
    [InlineData(64 << 10)]
    [InlineData((128 << 10) - 1)]
    [InlineData(128 << 10)]
    [InlineData(199_999)]
    public void Unpack_of_an_archive_with_another_byte_is_another(int at)
    {
        var time = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var content = new string('a', 200_000);
        var one = Unpack(Write(content, time));
        var bytes = File.ReadAllBytes(_folder["a.tar"]);
        bytes[at] = (byte)'b';
        using (var file = File.OpenWrite(_folder["a.tar"]))
        {
            file.Write(bytes);
        }

        File.SetLastWriteTimeUtc(_folder["a.tar"], time);

        Unpack(_folder["a.tar"]).ShouldNotBe(one);
    }

    /// <summary>Of a large archive samples are taken, the last of which is its end.</summary>
    [Fact]
    public void Unpack_of_a_large_archive_looks_at_its_end()
    {
        var time = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var one = Unpack(Write(new string('a', 40_000_000), time));
        using (var file = File.OpenWrite(_folder["a.tar"]))
        {
            file.Position = file.Length - 1;
            file.WriteByte(1);
        }

        File.SetLastWriteTimeUtc(_folder["a.tar"], time);

        Unpack(_folder["a.tar"]).ShouldNotBe(one);
    }

    [Fact]
    public void Unpack_removes_nothing_that_is_not_its_own()
    {
        foreach (var name in new[] { "thesis", "data-2020", "abc.part" })
        {
            Directory.CreateDirectory(_folder[$"cache/{name}"]);
            Directory.SetLastWriteTimeUtc(_folder[$"cache/{name}"], new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        Unpack(Write("aaa", TimeProvider.System.GetUtcNow().UtcDateTime));

        Directory.GetDirectories(_folder["cache"]).Length.ShouldBe(4);
    }

    [Fact]
    public void Unpack_into_a_folder_of_another_user_is_refused()
    {
        Assert.SkipUnless(FileEntry.CurrentUser == 0, "Only root may give a folder to another user.");
        Directory.CreateDirectory(_folder["cache"]);
        Tool.Run("chown", "65534", _folder["cache"]);

        Should.Throw<Up42Exception>(() => Unpack(Write("aaa", TimeProvider.System.GetUtcNow().UtcDateTime))).Message
            .ShouldBe($"The cache folder {_folder["cache"]} belongs to another user and is not used; name another in the variable UP42_CACHE.");
    }

    [Fact]
    public void Unpack_of_what_another_user_put_into_the_folder_is_refused()
    {
        Assert.SkipUnless(FileEntry.CurrentUser == 0, "Only root may give a folder to another user.");
        var archive = Write("aaa", TimeProvider.System.GetUtcNow().UtcDateTime);
        var folder = Unpack(archive);
        Tool.Run("chown", "65534", folder);

        Should.Throw<Up42Exception>(() => Unpack(archive)).Message.ShouldStartWith($"The cache folder {folder} belongs to another user");
        Directory.Delete(folder, recursive: true);
        Directory.CreateSymbolicLink(folder, Directory.CreateDirectory(_folder["elsewhere"]).FullName);
        Tool.Run("chown", "65534", _folder["elsewhere"]);
        Should.Throw<Up42Exception>(() => Unpack(archive)).Message.ShouldStartWith($"The cache folder {folder} belongs to another user");
    }

    [Theory]
    [InlineData("/shared", null, null, "/shared/up42-interactive")]
    [InlineData(null, "/x", "/home/a", "/x/up42-interactive")]
    [InlineData(null, "relative", "/home/a", "/home/a/.cache/up42-interactive")]
    [InlineData(null, null, "/home/a", "/home/a/.cache/up42-interactive")]
    [InlineData(null, null, null, "TEMP/up42-interactive-USER")]
    [InlineData(null, null, "", "TEMP/up42-interactive-USER")]
    public void UserFolder_is_never_the_working_directory(string? chosen, string? xdg, string? home, string expected)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The paths are those of Linux.");

        ResultsCache.UserFolder(name => name switch { "UP42_CACHE" => chosen, "XDG_CACHE_HOME" => xdg, "HOME" => home, _ => null })
            .ShouldBe(
                expected.Replace("TEMP/", Path.GetTempPath(), StringComparison.Ordinal)
                    .Replace("USER", $"{FileEntry.CurrentUser}", StringComparison.Ordinal));
    }

    private string Unpack(string archive, UnpackLimits? limits = null) =>
        new ResultsCache(_folder["cache"], TimeProvider.System).Unpack(archive, limits, TestContext.Current.CancellationToken);

    private string Write(string content, DateTime time)
    {
        File.WriteAllBytes(_folder["a.tar"], new CraftedTar().Add("x", content).Bytes());
        File.SetLastWriteTimeUtc(_folder["a.tar"], time == default ? new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc) : time);
        return _folder["a.tar"];
    }
}
