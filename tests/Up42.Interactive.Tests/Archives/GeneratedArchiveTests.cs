using CsCheck;
using Up42.Interactive.Tests.Text;

namespace Up42.Interactive.Tests.Archives;

/// <summary>Archives of random entries: whatever they hold, it stays inside the folder or is refused.</summary>
public class GeneratedArchiveTests
{
    private const int MaxMemory = 8 << 20;

    private static readonly Gen<string> Part = Gen.OneOf(
        "..", ".", "", "output", "a", "A", "b.tif", "C:", "nul", "\u00e4", "a\u0308", "x\0y", "\\", "..\\..", " ", "...", "a:b", "\u202E",
        "~", "-rf", new string('l', 300), "LPT1.txt", "𝒳");

    private static readonly Gen<string> Name = Gen.Select(
        Gen.OneOf("", "/", "//", "./", "../", "\\"), Part.Array[1, 4], (start, parts) => start + string.Join('/', parts));

    private static readonly Gen<(string Name, char Type, int Size, int Way)> Entry = Gen.Select(
        Name, Gen.OneOf('0', '0', '0', '0', '5', '1', '2', '3', '6', 'S', 'x', 'L', '\0', '7', 'Z'), Gen.Int[-1, 700], Gen.Int[0, 3]);

    private static readonly Gen<(byte[] Archive, int Damage)> Archives = Gen.Select(Entry.Array[0, 5], Gen.Int[0, 2], Gen.Int[0, 20], (entries, kind, damage) =>
    {
        var tar = new CraftedTar();
        foreach (var (name, type, size, way) in entries)
        {
            var content = new string('c', Math.Max(size, 0));
            _ = way switch
            {
                0 => tar.AddPax('x', ("path", name)).Add("short", content, type, name),
                1 => tar.AddLongName(name).Add("short", content, type, name),
                _ => tar.Add(name, content, type, name, size: size < 0 ? 5 : null),
            };
        }

        var bytes = kind switch
        {
            0 => tar.Bytes(),
            1 => tar.Gzipped(),
            _ => CraftedZip.Create(entries.Select(entry => entry.Name).Where(name => name.Length > 0)),
        };
        return (bytes, damage);
    });

    [Fact]
    public void Unpack_generated_archives_stay_inside_or_are_refused() => Check(400);

    [Fact]
    [Trait("Tier", "Long")]
    public void Unpack_very_many_generated_archives_stay_inside_or_are_refused() => Check(20_000);

    private static void Check(long count)
    {
        // The first message of a process takes some megabytes for the expressions that look for secrets in it; they stay, and are not the archive's.
        SecretSamples.Spell(SecretSamples.Secrets[1]).ToList().ForEach(text => SecretText.Hide(text));
        Sample(count);
    }

    private static void Sample(long count) => Gen.Select(Archives, Gen.Int[0, int.MaxValue]).Sample(
        (generated, seed) =>
        {
            using var folder = new TempFolder();
            Directory.CreateDirectory(folder["in/deep"]);
            File.WriteAllBytes(folder["in/deep/x"], Damaged(generated.Archive, generated.Damage, seed));
            var isUnpacked = true;
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                Archive.Unpack(folder["in/deep/x"], folder["in/deep/out"], null, TestContext.Current.CancellationToken);
            }
            catch (Up42Exception)
            {
                isUnpacked = false;
            }

            if (GC.GetAllocatedBytesForCurrentThread() - before > MaxMemory)
            {
                return false;
            }

            var outside = Directory.EnumerateFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories)
                .Where(path => !path.StartsWith(folder["in/deep/out"] + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
            string[] expected = [folder["in"], folder["in/deep"], .. isUnpacked ? [folder["in/deep/out"]] : Array.Empty<string>(), folder["in/deep/x"]];
            return outside.SequenceEqual(expected)
                && new DirectoryInfo(folder.Path).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).All(entry => entry.LinkTarget is null);
        },
        iter: count,
        threads: 2);

    private static byte[] Damaged(byte[] archive, int damage, int seed)
    {
        var bytes = archive.ToArray();
        if (bytes.Length > 0 && damage <= 3)
        {
            bytes[seed % bytes.Length] ^= (byte)(1 + seed % 255);
        }

        return damage == 4 ? bytes[..(seed % (bytes.Length + 1))] : bytes;
    }
}
