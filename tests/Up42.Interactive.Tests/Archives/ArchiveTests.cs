namespace Up42.Interactive.Tests.Archives;

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

    [Theory]
    [InlineData("tar")]
    [InlineData("zip")]
    public void Unpack_keeps_the_times_of_files_and_folders(string kind)
    {
        using var folder = new TempFolder();
        Tool.Run("/usr/bin/python3", "-c", Times, kind, folder["x"]);

        Unpack(folder["x"], folder["out"]);

        foreach (var name in new[] { "scene", "scene/tiles", "scene/tiles/a.tif" })
        {
            File.GetLastWriteTimeUtc(folder[$"out/{name}"]).ShouldBe(DateTime.UnixEpoch.AddSeconds(1_600_000_000), name);
        }
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

    [Theory]
    [InlineData("pax")]
    [InlineData("gnu")]
    [Trait("Tier", "Long")]
    public void Unpack_member_over_8_GB_as_tar_writes_it(string format)
    {
        using var folder = new TempFolder();
        const long size = 9_000_000_000;
        Directory.CreateDirectory(folder["in"]);
        using (var scene = File.Create(folder["in/scene.tif"]))
        {
            scene.SetLength(size);
            scene.Position = size - 3;
            scene.Write("end"u8);
        }

        File.WriteAllText(folder["in/zz"], "after");
        Tool.Run(
            "sh", "-c",
            $"cd '{folder["in"]}' && tar --format={format} -cf - scene.tif zz | dd of='{folder["a.tar"]}' bs=1M iflag=fullblock "
            + $"conv=sparse status=none");

        Unpack(folder["a.tar"], folder["out"]);

        using var unpacked = File.OpenRead(folder["out/scene.tif"]);
        unpacked.Length.ShouldBe(size);
        unpacked.Position = size - 3;
        new StreamReader(unpacked).ReadToEnd().ShouldBe("end");
        File.ReadAllText(folder["out/zz"]).ShouldBe("after");
    }

    [Fact]
    public void Unpack_sparse_file_of_GNU_tar_is_refused_by_name()
    {
        using var folder = new TempFolder();
        using (var scene = File.Create(folder["scene.tif"]))
        {
            scene.SetLength(50_000_000);
        }

        Tool.Run("tar", "--sparse", "--format=gnu", "-cf", folder["a.tar"], "-C", folder.Path, "scene.tif");

        Should.Throw<Up42Exception>(() => Unpack(folder["a.tar"], folder["out"])).Message
            .ShouldBe("a.tar is not unpacked: it holds 'scene.tif', a sparse file of GNU tar; pack it again without --sparse.");
    }

    [Fact]
    public void Unpack_zip64_by_its_sizes() => AssertZip64(others: 3);

    [Fact]
    [Trait("Tier", "Long")]
    public void Unpack_zip64_by_its_number_of_entries() => AssertZip64(others: 66_000);

    private static void AssertZip64(int others)
    {
        using var folder = new TempFolder();
        Tool.Run(
            "/usr/bin/python3",
            "-c",
            "import sys, zipfile\nwith zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z:\n with z.open('output/a', 'w', "
                + "force_zip64=True) as f: f.write(b'x' * 1000)\n for i in range(int(sys.argv[2])): z.writestr(f'f{i}', '')",
            folder["a.zip"],
            $"{others}");

        Unpack(folder["a.zip"], folder["out"]);

        new FileInfo(folder["out/a"]).Length.ShouldBe(1000);
        Directory.GetFiles(folder["out"]).Length.ShouldBe(others + 1);
    }

    // In a zip the plain time is another day's, and the extended timestamp tells.
    private const string Times = """
        import io, struct, sys, tarfile, zipfile
        names = ["output/", "output/scene/", "output/scene/tiles/", "output/scene/tiles/a.tif"]
        if sys.argv[1] == "tar":
            with tarfile.open(sys.argv[2], "w") as tar:
                for name in names:
                    entry = tarfile.TarInfo(name)
                    entry.type, entry.mtime = tarfile.DIRTYPE if name.endswith("/") else tarfile.REGTYPE, 1600000000
                    tar.addfile(entry)
        else:
            with zipfile.ZipFile(sys.argv[2], "w") as archive:
                for name in names:
                    entry = zipfile.ZipInfo(name, (2001, 2, 3, 4, 5, 6))
                    entry.extra = struct.pack("<HHBI", 0x5455, 5, 1, 1600000000)
                    archive.writestr(entry, b"")
        """;

    private static void Unpack(string archive, string target) => Archive.Unpack(archive, target, null, TestContext.Current.CancellationToken);
}
