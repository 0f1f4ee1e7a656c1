using System.Text;

namespace Up42.Interactive.Tests.Archives;

/// <summary>Archives made to harm: each ends in its own error, and nothing changes anywhere.</summary>
public class HarmfulArchiveTests
{
    private const string Leaves = ", which would leave the folder.";
    private const string Absolute = ", whose name is absolute.";
    private const string OneFile = ", which would be one file on some systems.";
    private const string Damaged = "is damaged and was not unpacked; fetch it again.";
    private const string CutOff = "is cut off and was not unpacked; fetch it again.";

    private static readonly UnpackLimits Small = new() { Entries = 5, TotalBytes = 50_000, FileBytes = 20_000, Ratio = 10, RatioFromBytes = 5_000 };

    private static readonly Dictionary<string, (Func<byte[]> Archive, string Message, Func<byte[]> Control, string Files)> Kinds = new()
    {
        ["tar: parent"] = (Tar("../escaped"), "holds '../escaped'" + Leaves, Tar("escaped"), "escaped|first"),
        ["tar: parent under output"] = (Tar("output/../../escaped"), "holds 'output/../../escaped'" + Leaves, Tar("output/a/escaped"), "a/escaped|first"),
        ["tar: parent inside"] = (Tar("a/../../escaped"), Leaves, Tar("a/b/c"), "a/b/c|first"),
        ["tar: parent that comes back"] = (Tar("a/../b"), Leaves, Tar("a/b/c"), "a/b/c|first"),
        ["tar: parent at the end"] = (Tar("a/.."), Leaves, Tar("a/..b"), "a/..b|first"),
        ["tar: parent alone"] = (Tar(".."), "holds '..'" + Leaves, Tar("escaped"), "escaped|first"),
        ["tar: parent with backslash"] = (Tar(@"..\escaped"), Leaves, Tar(@"a\escaped"), "a/escaped|first"),
        ["tar: parent inside with backslashes"] = (Tar(@"a\..\..\escaped"), Leaves, Tar(@"a\b\escaped"), "a/b/escaped|first"),
        ["tar: parent with a space"] = (Tar(".. /escaped"), Leaves, Tar("a b/escaped"), "a b/escaped|first"),
        ["tar: three dots"] = (Tar(".../escaped"), Leaves, Tar("a.../escaped"), "a___/escaped|first"),
        ["tar: full-width dots"] = (() => new CraftedTar().AddPax('x', ("path", "\uFF0E\uFF0E/escaped")).Add("a")
            .Bytes(), Leaves, () => new CraftedTar().AddPax('x', ("path", "a\uFF0E/escaped")).Add("a").Bytes(), "a\uFF0E/escaped"),
        ["tar: absolute"] = (Tar("/tmp/escaped"), "holds '/tmp/escaped'" + Absolute, Tar("escaped"), "escaped|first"),
        ["tar: absolute, two slashes"] = (Tar("//server/share/escaped"), Absolute, Tar("server//share/escaped"), "first|server/share/escaped"),
        ["tar: drive"] = (Tar(@"C:\escaped"), Absolute, Tar("cc:escaped"), "cc_escaped|first"),
        ["tar: drive without slash"] = (Tar("c:escaped"), Absolute, Tar("cc:escaped"), "cc_escaped|first"),
        ["tar: server"] = (Tar(@"\\server\share\escaped"), Absolute, Tar(@"server\share\escaped"), "first|server/share/escaped"),
        ["tar: parent in the prefix"] = (() => new CraftedTar().Add("escaped", prefix: "..").Bytes(), "holds '../escaped'"
            + Leaves, () => new CraftedTar().Add("escaped", prefix: "a").Bytes(), "a/escaped"),
        ["tar: parent in an extended header"] = (() => new CraftedTar().AddPax('x', ("path", "../escaped")).Add("harmless")
            .Bytes(), Leaves, () => new CraftedTar().AddPax('x', ("path", "a/escaped")).Add("harmless").Bytes(), "a/escaped"),
        ["tar: parent for all"] = (() => new CraftedTar().AddPax('g', ("path", "../escaped")).Add("harmless")
            .Bytes(), Leaves, () => new CraftedTar().AddPax('g', ("path", "a/escaped")).Add("harmless").Bytes(), "a/escaped"),
        ["tar: parent in GNU's long name"] = (() => new CraftedTar().AddLongName("../escaped").Add("harmless")
            .Bytes(), Leaves, () => new CraftedTar().AddLongName("a/escaped").Add("harmless").Bytes(), "a/escaped"),
        ["tar: folder outside"] = (() => new CraftedTar().Add("../escaped/", "", '5').Bytes(), Leaves, () => new CraftedTar()
            .Add("inside/", "", '5').Add("inside/a").Bytes(), "inside/a"),
        ["tar: no name"] = (Tar(""), "holds an entry without a name.", Tar("escaped"), "escaped|first"),
        ["tar: only the folder's name"] = (() => new CraftedTar().AddPax('x', ("path", ".")).Add("a")
            .Bytes(), "holds '.', a file without a name.", () => new CraftedTar().Add("./", "", '5').Add("a").Bytes(), "a"),
        ["tar: name too long"] = (() => new CraftedTar().AddLongName(new string('a', 5000)).Add("a")
            .Bytes(), "aaa', whose name is too long.", () =>
            new CraftedTar().AddLongName(string.Concat(Enumerable.Repeat(new string('a', 100) + "/", 3)) + "b").Add("a")
                .Bytes(), string.Join('/', Enumerable.Repeat(new string('a', 100), 3)) + "/b"),
        ["tar: too deep"] = (() => new CraftedTar().AddLongName(string.Concat(Enumerable.Repeat("a/", 70)) + "b").Add("a")
            .Bytes(), ", which lies more than 64 folders deep.", () =>
            new CraftedTar().AddLongName("a/a/a/a/b").Add("a").Bytes(), "a/a/a/a/b"),
        ["tar: link out"] = (() => new CraftedTar().Add("link", "", '2', "/etc/passwd")
            .Bytes(), "holds 'link', a link to '/etc/passwd'.", () =>
            new CraftedTar().Add("link", "", '0', "/etc/passwd").Add("old", type: '\0').Add("tight", type: '7').Bytes(), "link|old|tight"),
        ["tar: link inside"] = (() => new CraftedTar().Add("a").Add("link", "", '2', "a")
            .Bytes(), "holds 'link', a link to 'a'.", () =>
            new CraftedTar().Add("link", "", '0', "/etc/passwd").Add("old", type: '\0').Add("tight", type: '7').Bytes(), "link|old|tight"),
        ["tar: write through a link"] = (() => new CraftedTar().Add("d", "", '2', "..").Add("d/escaped")
            .Bytes(), "holds 'd', a link to '..'.", () =>
            new CraftedTar().Add("link", "", '0', "/etc/passwd").Add("old", type: '\0').Add("tight", type: '7').Bytes(), "link|old|tight"),
        ["tar: long link"] = (() => new CraftedTar().AddPax('x', ("linkpath", "../../escaped")).Add("link", "", '2')
            .Bytes(), "a link to '../../escaped'.", () =>
            new CraftedTar().Add("link", "", '0', "/etc/passwd").Add("old", type: '\0').Add("tight", type: '7').Bytes(), "link|old|tight"),
        ["tar: hard link"] = (() => new CraftedTar().Add("hard", "", '1', "/etc/passwd")
            .Bytes(), "holds 'hard', a hard link to '/etc/passwd', which is not a file before it in the archive.", () =>
            new CraftedTar().Add("link", "", '0', "/etc/passwd").Add("old", type: '\0').Add("tight", type: '7').Bytes(), "link|old|tight"),
        ["tar: character device"] = (() => new CraftedTar().Add("dev", "", '3').Bytes(), "holds 'dev', a device.", () => new CraftedTar()
            .Add("link", "", '0', "/etc/passwd").Add("old", type: '\0').Add("tight", type: '7').Bytes(), "link|old|tight"),
        ["tar: block device"] = (() => new CraftedTar().Add("dev", "", '4').Bytes(), "holds 'dev', a device.", () => new CraftedTar()
            .Add("link", "", '0', "/etc/passwd").Add("old", type: '\0').Add("tight", type: '7').Bytes(), "link|old|tight"),
        ["tar: pipe"] = (() => new CraftedTar().Add("pipe", "", '6').Bytes(), "holds 'pipe', a pipe.", () => new CraftedTar()
            .Add("link", "", '0', "/etc/passwd").Add("old", type: '\0').Add("tight", type: '7').Bytes(), "link|old|tight"),
        ["tar: sparse"] = (() => new CraftedTar().Add("sparse", type: 'S')
            .Bytes(), "holds 'sparse', a sparse file of GNU tar; pack it again without --sparse.", () =>
            new CraftedTar().Add("link", "", '0', "/etc/passwd").Add("old", type: '\0').Add("tight", type: '7').Bytes(), "link|old|tight"),
        ["tar: sparse by extended header"] = (() => new CraftedTar().AddPax('x', ("GNU.sparse.major", "1"), ("GNU.sparse.name", "s"))
            .Add("sparse").Bytes(), "a sparse file of GNU tar", () =>
            new CraftedTar().AddPax('x', ("comment", "GNU.sparse.major")).Add("sparse").Bytes(), "sparse"),
        ["tar: second volume"] = (() => new CraftedTar().Add("rest", type: 'M')
            .Bytes(), "holds 'rest', the rest of a file that begins in another volume.", () =>
            new CraftedTar().Add("link", "", '0', "/etc/passwd").Add("old", type: '\0').Add("tight", type: '7').Bytes(), "link|old|tight"),
        ["tar: unknown kind"] = (() => new CraftedTar().Add("odd", type: 'Q')
            .Bytes(), "holds 'odd', an entry of a kind that is not a file ('Q').", () =>
            new CraftedTar().Add("link", "", '0', "/etc/passwd").Add("old", type: '\0').Add("tight", type: '7').Bytes(), "link|old|tight"),
        ["tar: twice by output"] = (() => new CraftedTar().Add("output/a").Add("a").Bytes(), "holds 'a' and 'a'"
            + OneFile, () => new CraftedTar().Add("output/a").Add("b").Bytes(), "a|b"),
        ["tar: differs by case"] = (() => new CraftedTar().Add("Scene.tif").Add("scene.TIF").Bytes(), "holds 'scene.TIF' and 'Scene.tif'"
            + OneFile, () => new CraftedTar().Add("Scene.tif").Add("scene2.TIF").Bytes(), "Scene.tif|scene2.TIF"),
        ["tar: folders differ by case"] = (() => new CraftedTar().Add("A/x").Add("a/y").Bytes(), OneFile, () => new CraftedTar().Add("A/x")
            .Add("A/y").Bytes(), "A/x|A/y"),
        ["tar: differs by Unicode form"] = (() => new CraftedTar().AddPax('x', ("path", "\u00e4")).Add("1").AddPax('x', ("path", "a\u0308"))
            .Add("2").Bytes(), OneFile, () =>
            new CraftedTar().AddPax('x', ("path", "\u00e4")).Add("1").AddPax('x', ("path", "\u00f6")).Add("2").Bytes(), "\u00e4|\u00f6"),
        ["tar: same safe name"] = (() => new CraftedTar().Add("a*b").Add("a?b").Bytes(), "holds 'a?b' and 'a_b'"
            + OneFile, () => new CraftedTar().Add("a*b").Add("a?c").Bytes(), "a_b|a_c"),
        ["tar: file and folder"] = (() => new CraftedTar().Add("a").Add("a/b").Bytes(), OneFile, () => new CraftedTar().Add("a/", "", '5')
            .Add("a/b").Bytes(), "a/b"),
        ["tar: folder and file"] = (() => new CraftedTar().Add("a/", "", '5').Add("a").Bytes(), OneFile, () => new CraftedTar()
            .Add("a/", "", '5').Add("a/b").Bytes(), "a/b"),
        ["tar: too many entries"] = (() => Enumerable.Range(0, 9).Aggregate(new CraftedTar(), (tar, i) => tar.Add($"f{i}"))
            .Bytes(), "holds more than 5 entries.", () =>
            Enumerable.Range(0, 4).Aggregate(new CraftedTar(), (tar, i) => tar.Add($"f{i}")).Bytes(), "f0|f1|f2|f3"),
        ["tar: too many headers"] = (() => Enumerable.Range(0, 9).Aggregate(new CraftedTar(), (tar, _) => tar.AddPax('g', ("comment", "x")))
            .Bytes(), "holds more than 5 entries.", () =>
            Enumerable.Range(0, 3).Aggregate(new CraftedTar(), (tar, _) => tar.AddPax('g', ("comment", "x"))).Add("a").Bytes(), "a"),
        ["tar: too large together"] = (() => Enumerable.Range(0, 4)
            .Aggregate(new CraftedTar(), (tar, i) => tar.Add($"f{i}", new string('x', 15_000))).Bytes(), "holds more than 50000 bytes.", () =>
            Enumerable.Range(0, 3).Aggregate(new CraftedTar(), (tar, i) => tar.Add($"f{i}", new string('x', 15_000))).Bytes(), "f0|f1|f2"),
        ["tar: one too large"] = (() => new CraftedTar().Add("huge", size: 1L << 32)
            .Bytes(), "holds 'huge', a file of 4294967296 bytes; 20000 is the limit.", () =>
            new CraftedTar().Add("huge", new string('x', 20_000)).Bytes(), "huge"),
        ["tar: size by extended header too large"] = (() => new CraftedTar().AddPax('x', ("size", "99999999999")).Add("huge")
            .Bytes(), "holds 'huge', a file of 99999999999 bytes; 20000 is the limit.", () =>
            new CraftedTar().AddPax('x', ("size", "5")).Add("huge", "12345").Bytes(), "huge"),
        ["tar: extended header of 2 GB"] = (() => new CraftedTar().Add("x", "", 'x', size: 2_000_000_000)
            .Bytes(), "holds an extended header of 2000000000 bytes.", () =>
            new CraftedTar().Add("x", "10 path=b\n", 'x').Add("a").Bytes(), "b"),
        ["tar: long name of 2 GB"] = (() => new CraftedTar().Add("x", "", 'L', size: 2_000_000_000)
            .Bytes(), "holds an extended header of 2000000000 bytes.", () => new CraftedTar().AddLongName("b").Add("a").Bytes(), "b"),
        ["tar: negative size"] = (() => new CraftedTar().Add("a", sizeField: new string('\u00FF', 12))
            .Bytes(), Damaged, () => new CraftedTar().Add("huge", new string('x', 20_000)).Bytes(), "huge"),
        ["tar: size that is not a number"] = (() => new CraftedTar().Add("a", sizeField: "9zz").Bytes(), Damaged, () => new CraftedTar()
            .Add("huge", new string('x', 20_000)).Bytes(), "huge"),
        ["tar: wrong checksum"] = (() => new CraftedTar().Add("a").Add("b", goodChecksum: false).Bytes(), Damaged
            + " (The checksum of a header is wrong.)", () => new CraftedTar().Add("a").Add("b").Bytes(), "a|b"),
        ["tar: broken extended header"] = (() => new CraftedTar().Add("x", "99 path=a\n", 'x').Add("a").Bytes(), Damaged
            + " (An extended header is damaged.)", () => new CraftedTar().Add("x", "10 path=b\n", 'x').Add("a").Bytes(), "b"),
        ["tar: extended header without key"] = (() => new CraftedTar().Add("x", "5 =a\n", 'x').Add("a")
            .Bytes(), Damaged, () => new CraftedTar().Add("x", "10 path=b\n", 'x').Add("a").Bytes(), "b"),
        ["tar: extended size that is not a number"] = (() => new CraftedTar().AddPax('x', ("size", "-5")).Add("a")
            .Bytes(), Damaged, () => new CraftedTar().AddPax('x', ("size", "5")).Add("huge", "12345").Bytes(), "huge"),
        ["tar: cut in a header"] = (() => new CraftedTar().Add("a").Add("b").Bytes()[..1300], CutOff, () => new CraftedTar().Add("a").Add("b").Bytes(), "a|b"),
        ["tar: cut in content"] = (() => new CraftedTar().Add("a", new string('x', 3000)).Bytes()[..1300], CutOff, () => new CraftedTar()
            .Add("a", new string('x', 3000)).Bytes(), "a"),
        ["tar: no end"] = (() => new CraftedTar().Add("a").Bytes(withEnd: false), CutOff, () => new CraftedTar().Add("a").Add("b").Bytes(), "a|b"),
        ["tar: says more than there is"] = (() => new CraftedTar().Add("a", size: 9000).Bytes(), CutOff, () => new CraftedTar()
            .Add("a", new string('x', 3000)).Bytes(), "a"),
        ["tgz: bomb"] = (() => new CraftedTar().Add("a", new string('x', 19_000))
            .Gzipped(), "more than 10 bytes for each of its own, as archives do that are made to fill disks.", () =>
            new CraftedTar().Add("a", new string('x', 2_000)).Gzipped(), "a"),
        ["tgz: bomb after the end"] = (() => CraftedTar.Gzip([.. new CraftedTar().Add("a").Bytes(), .. new byte[40_000]]),
            "more than 10 bytes for each of its own", () =>
            CraftedTar.Gzip([.. new CraftedTar().Add("a").Bytes(), .. new byte[2_000]]), "a"),
        ["tgz: checksum missing"] = (() => new CraftedTar().Add("a").Gzipped()[..^8], CutOff, () => new CraftedTar().Add("a").Gzipped(), "a"),
        ["tgz: cut in the middle"] = (() => new CraftedTar().Add("a").Gzipped()[..60], CutOff, () => new CraftedTar().Add("a").Gzipped(), "a"),
        ["tgz: wrong checksum"] = (() => CraftedZip.Patched(new CraftedTar().Add("a").Gzipped(), bytes => bytes[^6] ^= 1), Damaged,
            () => new CraftedTar().Add("a").Gzipped(), "a"),
        ["tgz: no tar inside"] = (() => CraftedTar.Gzip(Encoding.ASCII.GetBytes(new string('x', 2000))), Damaged
            + " (The checksum of a header is wrong.)", () => new CraftedTar().Add("a").Gzipped(), "a"),
        ["tgz: nothing inside"] = (() => CraftedTar.Gzip(new byte[100]), CutOff, () => new CraftedTar().Add("a").Gzipped(), "a"),
        ["tgz: only its header"] = (() => new CraftedTar().Add("a").Gzipped()[..10], CutOff, () => new CraftedTar().Add("a").Gzipped(), "a"),
        ["zip: parent"] = (() => CraftedZip.Of("../escaped"), "holds '../escaped'" + Leaves, () => CraftedZip.Of("escaped"), "escaped"),
        ["zip: parent under output"] = (() => CraftedZip.Of("output/../../escaped"), Leaves, () => CraftedZip.Of("output/escaped"), "escaped"),
        ["zip: absolute"] = (() => CraftedZip.Of("/tmp/escaped"), "holds '/tmp/escaped'" + Absolute, () => CraftedZip.Of("escaped"), "escaped"),
        ["zip: drive"] = (() => CraftedZip.Of(@"C:\escaped"), @"holds 'C:\escaped'" + Absolute, () => CraftedZip.Of("escaped"), "escaped"),
        ["zip: backslashes"] = (() => CraftedZip.Of(@"a\..\..\escaped"), Leaves, () => CraftedZip.Of(@"a\b\escaped"), "a/b/escaped"),
        ["zip: link"] = (() => CraftedZip.WithAttributes("link", 0xA1FF), "holds 'link', a link.", () => CraftedZip.WithAttributes("file", 0x81FF), "file"),
        ["zip: pipe"] = (() => CraftedZip.WithAttributes("pipe", 0x11FF), "holds 'pipe', an entry of a kind that is not a file.",
            () => CraftedZip.WithAttributes("file", 0x81FF), "file"),
        ["zip: encrypted"] = (() => CraftedZip.WithField(CraftedZip.Of("a"), 6, 8, 1), "holds 'a', which is encrypted.", () => CraftedZip.Of("a"), "a"),
        ["zip: unknown method"] = (() => CraftedZip.WithField(CraftedZip.Of("a"), 8, 10, 97), "holds 'a', packed by an unknown method (97).",
            () => CraftedZip.Of("a"), "a"),
        ["zip: differs by case"] = (() => CraftedZip.Of("a", "A"), "holds 'A' and 'a'" + OneFile, () => CraftedZip.Of("a", "b"), "a|b"),
        ["zip: too many entries"] = (() => CraftedZip.Of("1", "2", "3", "4", "5", "6"), "holds more than 5 entries.",
            () => CraftedZip.Of("1", "2", "3", "4", "5"), "1|2|3|4|5"),
        ["zip: wrong checksum"] = (() => CraftedZip.Patched(CraftedZip.Of("a"), bytes => bytes[CraftedZip.Central(bytes) + 16] ^= 1), Damaged,
            () => CraftedZip.Of("a"), "a"),
        ["zip: longer than it says"] = (() => CraftedZip.Patched(CraftedZip.Of("a"), bytes => bytes[CraftedZip.Central(bytes) + 24] -= 1),
            Damaged, () => CraftedZip.Of("a"), "a"),
        ["zip: cut"] = (() => CraftedZip.Of("a", "b")[..^30], Damaged, () => CraftedZip.Of("a", "b"), "a|b"),
        ["zip: only its beginning"] = (() => CraftedZip.Of("a")[..40], Damaged, () => CraftedZip.Of("a"), "a"),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Unpack_harmful_archive_says_why_and_changes_nothing(string kind)
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder["in"]);
        File.WriteAllBytes(folder["in/x.bin"], Kinds[kind].Archive());

        var error = Should.Throw<Up42Exception>(() => Unpack(folder["in/x.bin"], folder["in/out"], Small));

        Kinds[kind].Message.ShouldNotBeEmpty();
        error.Message.ShouldStartWith("x.bin is ");
        error.Message.ShouldContain(Kinds[kind].Message);
        Directory.EnumerateFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories).ShouldBe([folder["in"], folder["in/x.bin"]]);
        File.Exists("/tmp/escaped").ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Unpack_clean_archive_of_the_same_kind_extracts(string kind)
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder["x.bin"], Kinds[kind].Control());

        Unpack(folder["x.bin"], folder["out"], Small);

        var expected = Kinds[kind].Files.Split('|');
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
            _ => CraftedZip.Of("output/a", "b"),
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
        var archive = kind == "tgz" ? new CraftedTar().Add("a", "aaa").Gzipped() : CraftedZip.Of("a");

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
                : CraftedZip.Of("a", "b", "a"));

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

    private static Func<byte[]> Tar(string name) => () => new CraftedTar().Add("first").Add(name).Bytes();

    private static void Unpack(string archive, string target, UnpackLimits limits) =>
        Archive.Unpack(archive, target, limits, TestContext.Current.CancellationToken);
}
