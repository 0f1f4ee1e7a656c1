namespace Up42.Interactive.Tests.Downloads;

public class ArchiveTests
{
    private const string BerlinRaster = "7e17f023-a8e3-43bd-aaac-5bbef749c7f4/7e17f023-a8e3-43bd-aaac-5bbef749c7f4_0-0.tif";

    [Theory]
    [InlineData("tgz")]
    [InlineData("zip")]
    public void Unpack_a_real_result_drops_the_leading_output_and_keeps_bytes_and_times(string kind)
    {
        using var folder = new TempFolder();

        Unpack(kind == "zip" ? Samples.BerlinZip : Samples.BerlinTgz, folder["results"]);

        folder.Files.ShouldBe([$"results/{BerlinRaster}", "results/data.json"]);
        new FileInfo(folder[$"results/{BerlinRaster}"]).Length.ShouldBe(2362759);
        File.ReadAllText(folder["results/data.json"]).ShouldBe(Tool.Run("tar", "xOzf", Samples.BerlinTgz, "output/data.json"));
        File.GetLastWriteTimeUtc(folder["results/data.json"]).Date.ShouldBe(new DateTime(2020, 3, 30));
    }

    [Theory]
    [InlineData("gnu")]
    [InlineData("pax")]
    [InlineData("ustar")]
    [InlineData("v7")]
    public void Unpack_what_tar_writes_in_any_format(string format)
    {
        using var folder = new TempFolder();
        var name = format is "gnu" or "pax" ? $"{new string('d', 90)}/{new string('e', 90)}/ä.txt" : "d/a.txt";
        Directory.CreateDirectory(Path.GetDirectoryName(folder[$"in/output/{name}"])!);
        File.WriteAllText(folder[$"in/output/{name}"], "content");
        File.WriteAllText(folder["in/output/empty"], "");
        Tool.Run("tar", $"--format={format}", "-cf", folder["a.bin"], "-C", folder["in"], "output");

        Unpack(folder["a.bin"], folder["out"]);

        File.ReadAllText(folder[$"out/{name}"]).ShouldBe("content");
        File.ReadAllText(folder["out/empty"]).ShouldBeEmpty();
    }

    [Fact]
    public void Unpack_tells_the_kind_by_content()
    {
        using var folder = new TempFolder();
        File.Copy(Samples.BerlinZip, folder["really-a-zip.tgz"]);

        Unpack(folder["really-a-zip.tgz"], folder["out"]);

        folder.Files.ShouldContain("out/data.json");
    }

    [Theory]
    [InlineData("", "x.tgz is empty, neither a tar, a gzipped tar nor a zip archive.")]
    [InlineData("<!doctype html><title>403", "x.tgz is a web page or XML, neither a tar, a gzipped tar nor a zip archive.")]
    [InlineData("{\"error\":1}", "x.tgz is JSON, neither a tar, a gzipped tar nor a zip archive.")]
    [InlineData("hello", "x.tgz is a file of another kind, neither a tar, a gzipped tar nor a zip archive.")]
    public void Unpack_what_is_no_archive_says_what_it_is(string content, string message)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["x.tgz"], content);

        Should.Throw<Up42Exception>(() => Unpack(folder["x.tgz"], folder["out"])).Message.ShouldBe(message);

        folder.Files.ShouldBe(["x.tgz"]);
        Directory.Exists(folder["out"]).ShouldBeFalse();
    }

    [Fact]
    public void Unpack_into_a_folder_that_holds_something_changes_nothing()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder["out"]);
        File.WriteAllText(folder["out/mine.txt"], "mine");

        Should.Throw<Up42Exception>(() => Unpack(Samples.BerlinTgz, folder["out"])).Message.ShouldContain("could not be unpacked");

        folder.Files.ShouldBe(["out/mine.txt"]);
    }

    [Fact]
    public void Unpack_cancelled_leaves_nothing()
    {
        using var folder = new TempFolder();

        Should.Throw<OperationCanceledException>(() => Archive.Unpack(Samples.BerlinTgz, folder["out"], null, new CancellationToken(canceled: true)));

        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    private static void Unpack(string archive, string target) => Archive.Unpack(archive, target, null, TestContext.Current.CancellationToken);
}
