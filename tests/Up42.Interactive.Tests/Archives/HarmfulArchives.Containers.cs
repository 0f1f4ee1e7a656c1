using System.Text;

namespace Up42.Interactive.Tests.Archives;

internal static partial class HarmfulArchives
{
    // What is around the entries: gzip and zip.
    private static readonly Dictionary<string, HarmfulArchive> Containers = new()
    {
        ["tgz: bomb"] = new(
            () => new CraftedTar().Add("a", new string('x', 19_000)).Gzipped(),
            "more than 10 bytes for each of its own, as archives do that are made to fill disks.",
            () => new CraftedTar().Add("a", new string('x', 2_000)).Gzipped(), "a"),
        ["tgz: announces more than it can hold"] = new(
            () => CraftedTar.Gzip(new CraftedTar().Add("a", new string('x', 19_000)).Bytes(withEnd: false)[..1024]), "more than 10 bytes for each of its own",
            () => new CraftedTar().Add("a", new string('x', 400)).Gzipped(), "a"),
        ["tgz: bomb after the end"] = new(
            () => CraftedTar.Gzip([.. new CraftedTar().Add("a").Bytes(), .. new byte[40_000]]), "more than 10 bytes for each of its own",
            () => CraftedTar.Gzip([.. new CraftedTar().Add("a").Bytes(), .. new byte[2_000]]), "a"),
        ["tgz: checksum missing"] = new(
            () => new CraftedTar().Add("a").Gzipped()[..^8], CutOff, () => new CraftedTar().Add("a").Gzipped(), "a"),
        ["tgz: cut in the middle"] = new(
            () => new CraftedTar().Add("a").Gzipped()[..60], CutOff, () => new CraftedTar().Add("a").Gzipped(), "a"),
        ["tgz: wrong checksum"] = new(
            () => CraftedZip.Patched(new CraftedTar().Add("a").Gzipped(), bytes => bytes[^6] ^= 1), Damaged,
            () => new CraftedTar().Add("a").Gzipped(), "a"),
        ["tgz: no tar inside"] = new(
            () => CraftedTar.Gzip(Encoding.ASCII.GetBytes(new string('x', 2000))), Damaged + " (The checksum of a header is wrong.)",
            () => new CraftedTar().Add("a").Gzipped(), "a"),
        ["tgz: nothing inside"] = new(() => CraftedTar.Gzip(new byte[100]), CutOff, () => new CraftedTar().Add("a").Gzipped(), "a"),
        ["tgz: only its header"] = new(
            () => new CraftedTar().Add("a").Gzipped()[..10], CutOff, () => new CraftedTar().Add("a").Gzipped(), "a"),
        ["zip: parent"] = new(() => CraftedZip.Create("../escaped"), "holds '../escaped'" + Leaves, () => CraftedZip.Create("escaped"), "escaped"),
        ["zip: parent under output"] = new(
            () => CraftedZip.Create("output/../../escaped"), Leaves, () => CraftedZip.Create("output/escaped"), "escaped"),
        ["zip: absolute"] = new(
            () => CraftedZip.Create("/tmp/escaped"), "holds '/tmp/escaped'" + Absolute, () => CraftedZip.Create("escaped"), "escaped"),
        ["zip: drive"] = new(
            () => CraftedZip.Create(@"C:\escaped"), @"holds 'C:\escaped'" + Absolute, () => CraftedZip.Create("escaped"), "escaped"),
        ["zip: backslashes"] = new(() => CraftedZip.Create(@"a\..\..\escaped"), Leaves, () => CraftedZip.Create(@"a\b\escaped"), "a/b/escaped"),
        ["zip: link"] = new(
            () => CraftedZip.WithAttributes("link", 0xA1FF), "holds 'link', a link.", () => CraftedZip.WithAttributes("file", 0x81FF),
            "file"),
        ["zip: pipe"] = new(
            () => CraftedZip.WithAttributes("pipe", 0x11FF), "holds 'pipe', an entry of a kind that is not a file.",
            () => CraftedZip.WithAttributes("file", 0x81FF), "file"),
        ["zip: encrypted"] = new(
            () => CraftedZip.WithField(CraftedZip.Create("a"), 6, 8, 1), "holds 'a', which is encrypted.", () => CraftedZip.Create("a"), "a"),
        ["zip: unknown method"] = new(
            () => CraftedZip.WithField(CraftedZip.Create("a"), 8, 10, 97), "holds 'a', packed by an unknown method (97).",
            () => CraftedZip.Create("a"), "a"),
        ["zip: differs by case"] = new(() => CraftedZip.Create("a", "A"), "holds 'A' and 'a'" + OneFile, () => CraftedZip.Create("a", "b"), "a|b"),
        ["zip: too many entries"] = new(
            () => CraftedZip.Create("1", "2", "3", "4", "5", "6"), "holds more than 5 entries.", () => CraftedZip.Create("1", "2", "3", "4", "5"),
            "1|2|3|4|5"),
        ["zip: announces entries without end"] = new(
            () => CraftedZip.Announcing(int.MaxValue), "holds more than 5 entries.", () => CraftedZip.Announcing(1), "a"),
        ["zip: wrong checksum"] = new(
            () => CraftedZip.Patched(CraftedZip.Create("a"), bytes => bytes[CraftedZip.Central(bytes) + 16] ^= 1), Damaged,
            () => CraftedZip.Create("a"), "a"),
        ["zip: longer than it says"] = new(
            () => CraftedZip.Patched(CraftedZip.Create("a"), bytes => bytes[CraftedZip.Central(bytes) + 24] -= 1), Damaged,
            () => CraftedZip.Create("a"), "a"),
        ["zip: announces more than it can hold"] = new(
            () => CraftedZip.Patched(CraftedZip.Create("a"), bytes => bytes[CraftedZip.Central(bytes) + 25] = 0x40), "more than 10 bytes for each of its own",
            () => CraftedZip.Create("a"), "a"),
        ["zip: cut"] = new(() => CraftedZip.Create("a", "b")[..^30], Damaged, () => CraftedZip.Create("a", "b"), "a|b"),
        ["zip: only its beginning"] = new(() => CraftedZip.Create("a")[..40], Damaged, () => CraftedZip.Create("a"), "a"),
    };
}
