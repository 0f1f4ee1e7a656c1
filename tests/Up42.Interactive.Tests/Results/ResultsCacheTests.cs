using System.Runtime.Versioning;
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
        File.SetLastWriteTimeUtc(_folder["a.tar"], time);
        return _folder["a.tar"];
    }
}
