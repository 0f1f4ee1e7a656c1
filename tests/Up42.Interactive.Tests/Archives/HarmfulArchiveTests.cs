namespace Up42.Interactive.Tests.Archives;

/// <summary>Archives made to harm: each ends in its own error, and nothing changes anywhere.</summary>
public class HarmfulArchiveTests
{
    private static readonly UnpackLimits Small = new() { Entries = 5, TotalBytes = 50_000, FileBytes = 20_000, Ratio = 10, RatioFromBytes = 5_000 };

    public static TheoryData<string> Names => [.. HarmfulArchives.Kinds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Unpack_harmful_archive_says_why_and_changes_nothing(string kind)
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder["in"]);
        File.WriteAllBytes(folder["in/x.bin"], HarmfulArchives.Kinds[kind].Archive());

        var error = Should.Throw<Up42Exception>(() => Unpack(folder["in/x.bin"], folder["in/out"], Small));

        HarmfulArchives.Kinds[kind].Message.ShouldNotBeEmpty();
        error.Message.ShouldStartWith("x.bin is ");
        error.Message.ShouldContain(HarmfulArchives.Kinds[kind].Message);
        Directory.EnumerateFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories).ShouldBe([folder["in"], folder["in/x.bin"]]);
        File.Exists("/tmp/escaped").ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Unpack_clean_archive_of_the_same_kind_extracts(string kind)
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder["x.bin"], HarmfulArchives.Kinds[kind].Control());

        Unpack(folder["x.bin"], folder["out"], Small);

        var expected = HarmfulArchives.Kinds[kind].Files.Split('|');
        folder.Files.ShouldBe([.. expected.Select(file => $"out/{file}"), "x.bin"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("tar")]
    [InlineData("tgz")]
    [InlineData("zip")]
    public void Unpack_archive_cut_at_any_byte_is_refused_or_whole(string kind)
    {
        using var folder = new TempFolder();
        var whole = kind switch
        {
            "tar" => new CraftedTar().Add("output/a", "aaa").AddPax('x', ("path", "b")).Add("x", "bbb").Bytes(),
            "tgz" => new CraftedTar().Add("output/a", "aaa").AddPax('x', ("path", "b")).Add("x", "bbb").Gzipped(),
            _ => CraftedZip.Create("output/a", "b"),
        };
        var step = kind == "tar" ? 37 : 1;
        for (var length = 0; length < whole.Length; length += step)
        {
            File.WriteAllBytes(folder["x"], whole[..length]);
            try
            {
                Unpack(folder["x"], folder["out"], Small);
                (kind, length).ShouldSatisfyAllConditions(_ => kind.ShouldBe("tar"), _ => length.ShouldBeGreaterThanOrEqualTo(whole.Length - 512));
                folder.Files.ShouldBe(["out/a", "out/b", "x"]);
                Directory.Delete(folder["out"], recursive: true);
            }
            catch (Up42Exception)
            {
                Directory.EnumerateFileSystemEntries(folder.Path).ShouldBe([folder["x"]]);
            }
        }

        File.WriteAllBytes(folder["x"], whole);
        Unpack(folder["x"], folder["out"], Small);
        folder.Files.ShouldBe(["out/a", "out/b", "x"]);
    }

    [Theory]
    [InlineData("tgz")]
    [InlineData("zip")]
    public void Unpack_archive_with_a_bit_flipped_is_refused_or_whole(string kind)
    {
        using var folder = new TempFolder();
        var archive = kind == "tgz" ? new CraftedTar().Add("a", "aaa").Gzipped() : CraftedZip.Create("a");

        // Every byte or the next, and each of the eight places in turn.
        for (var bit = 0; bit < archive.Length * 8; bit += 11)
        {
            archive[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(folder["x"], archive);
            archive[bit / 8] ^= (byte)(1 << (bit % 8));
            try
            {
                Unpack(folder["x"], folder["out"], Small);
                folder.Files.Count.ShouldBe(2);
                Directory.Delete(folder["out"], recursive: true);
            }
            catch (Up42Exception)
            {
                Directory.EnumerateFileSystemEntries(folder.Path).ShouldBe([folder["x"]]);
            }
        }
    }

    [Theory]
    [InlineData("tar")]
    [InlineData("zip")]
    public void Unpack_file_that_comes_twice_is_the_later_one(string kind)
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(
            folder["x"], kind == "tar"
                ? new CraftedTar().Add("output/a", "1").Add("b").Add("output/a", "22").Bytes()
                : CraftedZip.Create("a", "b", "a"));

        Unpack(folder["x"], folder["out"], new UnpackLimits());

        folder.Files.ShouldBe(["out/a", "out/b", "x"]);
        new FileInfo(folder["out/a"]).Length.ShouldBe(kind == "tar" ? 2 : 400);
    }

    [Fact]
    public void Unpack_hard_link_counts_as_the_bytes_it_brings()
    {
        using var folder = new TempFolder();
        var tar = Enumerable.Range(0, 4).Aggregate(new CraftedTar().Add("a", new string('x', 19_000)), (all, number) => all.Add($"b{number}", "", '1', "a"));
        File.WriteAllBytes(folder["x"], tar.Bytes());

        Should.Throw<Up42Exception>(() => Unpack(folder["x"], folder["out"], Small with { Entries = 50, Ratio = 1000 }))
            .Message.ShouldContain("more than 50000 bytes");
    }

    [Fact]
    public void Hard_links_beyond_the_limits_are_refused_before_one_is_copied()
    {
        using var folder = new TempFolder();
        var target = new ExtractionTarget(folder.Path, () => 6_000, isWhole: true, Small, CancellationToken.None);
        target.AddFile("a", 19_000, new MemoryStream(new byte[19_000]), time: null);
        target.AddCopy("b", "a", time: null);

        Should.Throw<UnpackException>(() => target.AddCopy("c", "b", time: null)).Message.ShouldBe("more than 50000 bytes");
        folder.Files.ShouldBe(["a"]);
    }

    [Fact]
    public void Unpack_hard_link_is_the_file_as_it_was_when_the_link_came()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder["x"], new CraftedTar().Add("a", "1").Add("b", "", '1', "a").Add("c", "", '1', "b").Add("a", "22").Add("d", "", '1', "a")
            .Add("b", "333").Add("e", "", '1', "b").Add("e", "", '1', "e").Bytes());

        Unpack(folder["x"], folder["out"], new UnpackLimits());

        string.Join('|', "abcde".Select(name => File.ReadAllText(folder[$"out/{name}"]))).ShouldBe("22|333|1|22|333");
    }

    [Fact]
    public void Unpack_gzip_of_something_else_says_what_it_is()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder["x"], CraftedTar.Gzip([.. "II*\0"u8, .. new byte[600]]));

        Should.Throw<Up42Exception>(() => Unpack(folder["x"], folder["out"], new UnpackLimits())).Message
            .ShouldBe("x is not unpacked: it holds a TIFF, not a tar archive.");
    }

    [Fact]
    public void Unpack_gzip_in_several_parts_is_whole_only_with_all_of_them()
    {
        using var folder = new TempFolder();
        var tar = new CraftedTar().Add("a", "aaa").Bytes();
        byte[] parts = [.. CraftedTar.Gzip(tar[..700]), .. CraftedTar.Gzip(tar[700..])];
        File.WriteAllBytes(folder["x"], parts);
        File.WriteAllBytes(folder["cut"], parts[..^3]);

        Unpack(folder["x"], folder["out"], new UnpackLimits());

        File.ReadAllText(folder["out/a"]).ShouldBe("aaa");
        Should.Throw<Up42Exception>(() => Unpack(folder["cut"], folder["out2"], new UnpackLimits()));
    }

    [Fact]
    public void Unpack_names_that_only_look_bad_stay_inside()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder["x"], new CraftedTar().Add("%2e%2e/a").Add("..a/b..").Add("./c//d").Add("nul.tif").Add("output/output/e").Bytes());

        Unpack(folder["x"], folder["out"], new UnpackLimits());

        folder.Files.ShouldBe(["out/%2e%2e/a", "out/..a/b__", "out/_nul.tif", "out/c/d", "out/output/e", "x"]);
    }

    [Fact]
    public void Unpack_size_of_an_extended_header_counts_over_the_short_one()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder["x"], new CraftedTar().AddPax('x', ("size", "700")).Add("a", new string('y', 700), size: 0).Add("b").Bytes());

        Unpack(folder["x"], folder["out"], new UnpackLimits());

        new FileInfo(folder["out/a"]).Length.ShouldBe(700);
        new FileInfo(folder["out/b"]).Length.ShouldBe(1);
    }

    [Fact]
    public void Unpack_error_shows_a_hostile_name_harmlessly()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder["x"], new CraftedTar().AddPax('x', ("path", "/a\u202Efdp\u001b[31m\nb" + new string('z', 300))).Add("a").Bytes());

        var message = Should.Throw<Up42Exception>(() => Unpack(folder["x"], folder["out"], new UnpackLimits())).Message;

        message.ShouldStartWith("x is not unpacked: it holds '/a\uFFFDfdp\uFFFD[31m\uFFFDbzz");
        message.Length.ShouldBeLessThan(200);
    }

    private static void Unpack(string archive, string target, UnpackLimits limits) =>
        Archive.Unpack(archive, target, limits, TestContext.Current.CancellationToken);
}
