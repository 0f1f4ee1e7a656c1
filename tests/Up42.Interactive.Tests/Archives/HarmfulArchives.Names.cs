namespace Up42.Interactive.Tests.Archives;

internal static partial class HarmfulArchives
{
    // Names that lead out of the folder, or nowhere.
    private static readonly Dictionary<string, HarmfulArchive> Names = new()
    {
        ["tar: parent"] = new(Tar("../escaped"), "holds '../escaped'" + Leaves, Tar("escaped"), "escaped|first"),
        ["tar: parent under output"] = new(
            Tar("output/../../escaped"), "holds 'output/../../escaped'" + Leaves, Tar("output/a/escaped"), "a/escaped|first"),
        ["tar: parent inside"] = new(Tar("a/../../escaped"), Leaves, Tar("a/b/c"), "a/b/c|first"),
        ["tar: parent that comes back"] = new(Tar("a/../b"), Leaves, Tar("a/b/c"), "a/b/c|first"),
        ["tar: parent at the end"] = new(Tar("a/.."), Leaves, Tar("a/..b"), "a/..b|first"),
        ["tar: parent alone"] = new(Tar(".."), "holds '..'" + Leaves, Tar("escaped"), "escaped|first"),
        ["tar: parent with backslash"] = new(Tar(@"..\escaped"), Leaves, Tar(@"a\escaped"), "a/escaped|first"),
        ["tar: parent inside with backslashes"] = new(Tar(@"a\..\..\escaped"), Leaves, Tar(@"a\b\escaped"), "a/b/escaped|first"),
        ["tar: parent with a space"] = new(Tar(".. /escaped"), Leaves, Tar("a b/escaped"), "a b/escaped|first"),
        ["tar: three dots"] = new(Tar(".../escaped"), Leaves, Tar("a.../escaped"), "a___/escaped|first"),
        ["tar: full-width dots"] = new(
            () => new CraftedTar().AddPax('x', ("path", "\uFF0E\uFF0E/escaped")).Add("a").Bytes(), Leaves,
            () => new CraftedTar().AddPax('x', ("path", "a\uFF0E/escaped")).Add("a").Bytes(), "a\uFF0E/escaped"),
        ["tar: absolute"] = new(Tar("/tmp/escaped"), "holds '/tmp/escaped'" + Absolute, Tar("escaped"), "escaped|first"),
        ["tar: absolute, two slashes"] = new(
            Tar("//server/share/escaped"), Absolute, Tar("server//share/escaped"), "first|server/share/escaped"),
        ["tar: drive"] = new(Tar(@"C:\escaped"), Absolute, Tar("cc:escaped"), "cc_escaped|first"),
        ["tar: drive without slash"] = new(Tar("c:escaped"), Absolute, Tar("cc:escaped"), "cc_escaped|first"),
        ["tar: server"] = new(Tar(@"\\server\share\escaped"), Absolute, Tar(@"server\share\escaped"), "first|server/share/escaped"),
        ["tar: parent in the prefix"] = new(
            () => new CraftedTar().Add("escaped", prefix: "..").Bytes(), "holds '../escaped'" + Leaves,
            () => new CraftedTar().Add("escaped", prefix: "a").Bytes(), "a/escaped"),
        ["tar: parent in an extended header"] = new(
            () => new CraftedTar().AddPax('x', ("path", "../escaped")).Add("harmless").Bytes(), Leaves,
            () => new CraftedTar().AddPax('x', ("path", "a/escaped")).Add("harmless").Bytes(), "a/escaped"),
        ["tar: parent for all"] = new(
            () => new CraftedTar().AddPax('g', ("path", "../escaped")).Add("harmless").Bytes(), Leaves,
            () => new CraftedTar().AddPax('g', ("path", "a/escaped")).Add("harmless").Bytes(), "a/escaped"),
        ["tar: parent in GNU's long name"] = new(
            () => new CraftedTar().AddLongName("../escaped").Add("harmless").Bytes(), Leaves,
            () => new CraftedTar().AddLongName("a/escaped").Add("harmless").Bytes(), "a/escaped"),
        ["tar: folder outside"] = new(
            () => new CraftedTar().Add("../escaped/", "", '5').Bytes(), Leaves,
            () => new CraftedTar().Add("inside/", "", '5').Add("inside/a").Bytes(), "inside/a"),
        ["tar: no name"] = new(Tar(""), "holds an entry without a name.", Tar("escaped"), "escaped|first"),
        ["tar: only the folder's name"] = new(
            () => new CraftedTar().AddPax('x', ("path", ".")).Add("a").Bytes(), "holds '.', a file without a name.",
            () => new CraftedTar().Add("./", "", '5').Add("a").Bytes(), "a"),
        ["tar: name too long"] = new(
            () => new CraftedTar().AddLongName(new string('a', 5000)).Add("a").Bytes(), "aaa', whose name is too long.",
            () => new CraftedTar().AddLongName(string.Concat(Enumerable.Repeat(new string('a', 100) + "/", 3)) + "b").Add("a").Bytes(),
            string.Join('/', Enumerable.Repeat(new string('a', 100), 3)) + "/b"),
        ["tar: too deep"] = new(
            () => new CraftedTar().AddLongName(string.Concat(Enumerable.Repeat("a/", 70)) + "b").Add("a").Bytes(),
            ", which lies more than 64 folders deep.", () => new CraftedTar().AddLongName("a/a/a/a/b").Add("a").Bytes(), "a/a/a/a/b"),
    };
}
