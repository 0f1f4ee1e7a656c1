namespace Up42.Interactive.Tests.Archives;

internal static partial class HarmfulArchives
{
    private static readonly Func<byte[]> PlainFiles = () =>
        new CraftedTar().Add("link", "", '0', "/etc/passwd").Add("old", type: '\0').Add("tight", type: '7').Bytes();

    // Entries that are no files, that are one file twice, that are too much, or that are damaged.
    private static readonly Dictionary<string, HarmfulArchive> Entries = new()
    {
        ["tar: link out"] = new(
            () => new CraftedTar().Add("link", "", '2', "/etc/passwd").Bytes(), "holds 'link', a link to '/etc/passwd'.", PlainFiles,
            "link|old|tight"),
        ["tar: link inside"] = new(
            () => new CraftedTar().Add("a").Add("link", "", '2', "a").Bytes(), "holds 'link', a link to 'a'.", PlainFiles,
            "link|old|tight"),
        ["tar: write through a link"] = new(
            () => new CraftedTar().Add("d", "", '2', "..").Add("d/escaped").Bytes(), "holds 'd', a link to '..'.", PlainFiles,
            "link|old|tight"),
        ["tar: long link"] = new(
            () => new CraftedTar().AddPax('x', ("linkpath", "../../escaped")).Add("link", "", '2').Bytes(), "a link to '../../escaped'.",
            PlainFiles, "link|old|tight"),
        ["tar: hard link"] = new(
            () => new CraftedTar().Add("hard", "", '1', "/etc/passwd").Bytes(),
            "holds 'hard', a hard link to '/etc/passwd', which is not a file before it in the archive.", PlainFiles, "link|old|tight"),
        ["tar: character device"] = new(
            () => new CraftedTar().Add("dev", "", '3').Bytes(), "holds 'dev', a device.", PlainFiles, "link|old|tight"),
        ["tar: block device"] = new(
            () => new CraftedTar().Add("dev", "", '4').Bytes(), "holds 'dev', a device.", PlainFiles, "link|old|tight"),
        ["tar: pipe"] = new(() => new CraftedTar().Add("pipe", "", '6').Bytes(), "holds 'pipe', a pipe.", PlainFiles, "link|old|tight"),
        ["tar: sparse"] = new(
            () => new CraftedTar().Add("sparse", type: 'S').Bytes(),
            "holds 'sparse', a sparse file of GNU tar; pack it again without --sparse.", PlainFiles, "link|old|tight"),
        ["tar: sparse by extended header"] = new(
            () => new CraftedTar().AddPax('x', ("GNU.sparse.major", "1"), ("GNU.sparse.name", "s")).Add("sparse").Bytes(),
            "a sparse file of GNU tar", () => new CraftedTar().AddPax('x', ("comment", "GNU.sparse.major")).Add("sparse").Bytes(),
            "sparse"),
        ["tar: second volume"] = new(
            () => new CraftedTar().Add("rest", type: 'M').Bytes(), "holds 'rest', the rest of a file that begins in another volume.",
            PlainFiles, "link|old|tight"),
        ["tar: unknown kind"] = new(
            () => new CraftedTar().Add("odd", type: 'Q').Bytes(), "holds 'odd', an entry of a kind that is not a file ('Q').", PlainFiles,
            "link|old|tight"),
        ["tar: twice by output"] = new(
            () => new CraftedTar().Add("output/a").Add("a").Bytes(), "holds 'a' and 'a'" + OneFile,
            () => new CraftedTar().Add("output/a").Add("b").Bytes(), "a|b"),
        ["tar: differs by case"] = new(
            () => new CraftedTar().Add("Scene.tif").Add("scene.TIF").Bytes(), "holds 'scene.TIF' and 'Scene.tif'" + OneFile,
            () => new CraftedTar().Add("Scene.tif").Add("scene2.TIF").Bytes(), "Scene.tif|scene2.TIF"),
        ["tar: folders differ by case"] = new(
            () => new CraftedTar().Add("A/x").Add("a/y").Bytes(), OneFile, () => new CraftedTar().Add("A/x").Add("A/y").Bytes(), "A/x|A/y"),
        ["tar: differs by Unicode form"] = new(
            () => new CraftedTar().AddPax('x', ("path", "\u00e4")).Add("1").AddPax('x', ("path", "a\u0308")).Add("2").Bytes(), OneFile,
            () => new CraftedTar().AddPax('x', ("path", "\u00e4")).Add("1").AddPax('x', ("path", "\u00f6")).Add("2").Bytes(),
            "\u00e4|\u00f6"),
        ["tar: same safe name"] = new(
            () => new CraftedTar().Add("a*b").Add("a?b").Bytes(), "holds 'a?b' and 'a_b'" + OneFile,
            () => new CraftedTar().Add("a*b").Add("a?c").Bytes(), "a_b|a_c"),
        ["tar: file and folder"] = new(
            () => new CraftedTar().Add("a").Add("a/b").Bytes(), OneFile, () => new CraftedTar().Add("a/", "", '5').Add("a/b").Bytes(),
            "a/b"),
        ["tar: folder and file"] = new(
            () => new CraftedTar().Add("a/", "", '5').Add("a").Bytes(), OneFile,
            () => new CraftedTar().Add("a/", "", '5').Add("a/b").Bytes(), "a/b"),
        ["tar: too many entries"] = new(
            () => Enumerable.Range(0, 9).Aggregate(new CraftedTar(), (tar, i) => tar.Add($"f{i}")).Bytes(), "holds more than 5 entries.",
            () => Enumerable.Range(0, 4).Aggregate(new CraftedTar(), (tar, i) => tar.Add($"f{i}")).Bytes(), "f0|f1|f2|f3"),
        ["tar: too many headers"] = new(
            () => Enumerable.Range(0, 9).Aggregate(new CraftedTar(), (tar, _) => tar.AddPax('g', ("comment", "x"))).Bytes(),
            "holds more than 5 entries.",
            () => Enumerable.Range(0, 3).Aggregate(new CraftedTar(), (tar, _) => tar.AddPax('g', ("comment", "x"))).Add("a").Bytes(), "a"),
        ["tar: too large together"] = new(
            () => Enumerable.Range(0, 4).Aggregate(new CraftedTar(), (tar, i) => tar.Add($"f{i}", new string('x', 15_000))).Bytes(),
            "holds more than 50000 bytes.",
            () => Enumerable.Range(0, 3).Aggregate(new CraftedTar(), (tar, i) => tar.Add($"f{i}", new string('x', 15_000))).Bytes(),
            "f0|f1|f2"),
        ["tar: one too large"] = new(
            () => new CraftedTar().Add("huge", size: 1L << 32).Bytes(), "holds 'huge', a file of 4294967296 bytes; 20000 is the limit.",
            () => new CraftedTar().Add("huge", new string('x', 20_000)).Bytes(), "huge"),
        ["tar: size by extended header too large"] = new(
            () => new CraftedTar().AddPax('x', ("size", "99999999999")).Add("huge").Bytes(),
            "holds 'huge', a file of 99999999999 bytes; 20000 is the limit.",
            () => new CraftedTar().AddPax('x', ("size", "5")).Add("huge", "12345").Bytes(), "huge"),
        ["tar: extended header of 2 GB"] = new(
            () => new CraftedTar().Add("x", "", 'x', size: 2_000_000_000).Bytes(), "holds an extended header of 2000000000 bytes.",
            () => new CraftedTar().Add("x", "10 path=b\n", 'x').Add("a").Bytes(), "b"),
        ["tar: long name of 2 GB"] = new(
            () => new CraftedTar().Add("x", "", 'L', size: 2_000_000_000).Bytes(), "holds an extended header of 2000000000 bytes.",
            () => new CraftedTar().AddLongName("b").Add("a").Bytes(), "b"),
        ["tar: negative size"] = new(
            () => new CraftedTar().Add("a", sizeField: new string('\u00FF', 12)).Bytes(), Damaged,
            () => new CraftedTar().Add("huge", new string('x', 20_000)).Bytes(), "huge"),
        ["tar: size that is not a number"] = new(
            () => new CraftedTar().Add("a", sizeField: "9zz").Bytes(), Damaged,
            () => new CraftedTar().Add("huge", new string('x', 20_000)).Bytes(), "huge"),
        ["tar: wrong checksum"] = new(
            () => new CraftedTar().Add("a").Add("b", goodChecksum: false).Bytes(), Damaged + " (The checksum of a header is wrong.)",
            () => new CraftedTar().Add("a").Add("b").Bytes(), "a|b"),
        ["tar: broken extended header"] = new(
            () => new CraftedTar().Add("x", "99 path=a\n", 'x').Add("a").Bytes(), Damaged + " (An extended header is damaged.)",
            () => new CraftedTar().Add("x", "10 path=b\n", 'x').Add("a").Bytes(), "b"),
        ["tar: extended header without key"] = new(
            () => new CraftedTar().Add("x", "5 =a\n", 'x').Add("a").Bytes(), Damaged,
            () => new CraftedTar().Add("x", "10 path=b\n", 'x').Add("a").Bytes(), "b"),
        ["tar: extended size that is not a number"] = new(
            () => new CraftedTar().AddPax('x', ("size", "-5")).Add("a").Bytes(), Damaged,
            () => new CraftedTar().AddPax('x', ("size", "5")).Add("huge", "12345").Bytes(), "huge"),
        ["tar: cut in a header"] = new(
            () => new CraftedTar().Add("a").Add("b").Bytes()[..1300], CutOff, () => new CraftedTar().Add("a").Add("b").Bytes(), "a|b"),
        ["tar: cut in content"] = new(
            () => new CraftedTar().Add("a", new string('x', 3000)).Bytes()[..1300], CutOff,
            () => new CraftedTar().Add("a", new string('x', 3000)).Bytes(), "a"),
        ["tar: no end"] = new(
            () => new CraftedTar().Add("a").Bytes(withEnd: false), CutOff, () => new CraftedTar().Add("a").Add("b").Bytes(), "a|b"),
        ["tar: says more than there is"] = new(
            () => new CraftedTar().Add("a", size: 9000).Bytes(), CutOff, () => new CraftedTar().Add("a", new string('x', 3000)).Bytes(),
            "a"),
    };
}
