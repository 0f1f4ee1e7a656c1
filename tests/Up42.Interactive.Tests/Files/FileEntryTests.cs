namespace Up42.Interactive.Tests.Files;

public sealed class FileEntryTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Find_tells_files_folders_links_and_pipes()
    {
        File.WriteAllText(_folder["file"], "");
        Directory.CreateDirectory(_folder["folder"]);
        File.CreateSymbolicLink(_folder["link"], _folder["file"]);
        Tool.Run("mkfifo", _folder["pipe"]);

        FileEntry.Find(_folder["file"])!.Kind.ShouldBe(FileKind.File);
        FileEntry.Find(_folder["folder"])!.Kind.ShouldBe(FileKind.Folder);
        FileEntry.Find(_folder["link"])!.Kind.ShouldBe(FileKind.Link);
        FileEntry.Follow(_folder["link"])!.Kind.ShouldBe(FileKind.File);
        FileEntry.Find(_folder["pipe"])!.Kind.ShouldBe(FileKind.Special);
        FileEntry.Find(_folder["nothing"]).ShouldBeNull();
        FileEntry.Find("/dev/null")!.Kind.ShouldBe(FileKind.Special);
    }

    [Fact]
    public void Find_owner_is_what_stat_says()
    {
        File.WriteAllText(_folder["file"], "");

        FileEntry.Find(
            _folder["file"])!.Owner.ShouldBe(
                uint.Parse(Tool.Run("stat", "-c", "%u", _folder["file"]), System.Globalization.CultureInfo.InvariantCulture));
        FileEntry.CurrentUser.ShouldBe(uint.Parse(Tool.Run("id", "-u"), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Identity_is_the_file_s_and_changes_with_its_content()
    {
        File.WriteAllText(_folder["file"], "aaa");
        File.WriteAllText(_folder["other"], "aaa");
        var before = FileEntry.Find(_folder["file"])!.Identity;
        using (var open = File.OpenHandle(_folder["file"]))
        {
            FileEntry.Find(open)!.Identity.ShouldBe(before);
        }

        FileEntry.Find(_folder["other"])!.Identity.ShouldNotBe(before);
        File.SetLastWriteTimeUtc(_folder["file"], new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        FileEntry.Find(_folder["file"])!.Identity.ShouldNotBe(before);
    }
}
