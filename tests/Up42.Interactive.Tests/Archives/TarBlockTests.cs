using System.Text;

namespace Up42.Interactive.Tests.Archives;

/// <summary>Fields of tar headers at their limits.</summary>
public class TarBlockTests
{
    /// <summary>Fields of a size: octal with blanks, or GNU's base 256; null is not a number.</summary>
    [Theory]
    [InlineData("00000000017\0", 15L)]
    [InlineData("         17 ", 15L)]
    [InlineData("777777777777", 68_719_476_735L)]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0", 0L)]
    [InlineData("\u0080\0\0\0\0\0\0\u0002\0\0\0\u0001", 8_589_934_593L)]
    [InlineData("\u0080\0\0\0\u007F\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF", long.MaxValue)]
    [InlineData("\u0080\0\0\0\u0080\0\0\0\0\0\0\0", null)]
    [InlineData("\u0080\0\0\u0001\0\0\0\0\0\0\0\u0001", null)]
    [InlineData("\u0080\u0001\0\0\0\0\0\0\0\0\0\u0001", null)]
    [InlineData("\u0081\0\0\0\0\0\0\0\0\0\0\u0001", null)]
    [InlineData("\u00FF\0\0\0\0\0\0\0\0\0\0\u0001", null)]
    [InlineData("00000000018\0", null)]
    [InlineData("0000000001/\0", null)]
    [InlineData("000 0000001\0", null)]
    public void Length_is_octal_or_base_256(string field, long? right)
    {
        var block = Block(124, field);

        if (right is null)
        {
            Should.Throw<InvalidDataException>(() => new TarHeader(block).Length).Message.ShouldBe("A number in a header is not valid.");
        }
        else
        {
            new TarHeader(block).Length.ShouldBe(right.Value);
            new TarHeader(Block(136, field)).Time.ShouldBe(right.Value);
        }
    }

    [Theory]
    [InlineData(100, "")]
    [InlineData(99, "")]
    [InlineData(1, "")]
    [InlineData(0, "")]
    [InlineData(100, "folder")]
    public void Name_fills_its_field_to_the_last_byte(int length, string prefix)
    {
        var name = new string('n', length);
        var block = Block(0, name);
        "ustar\0"u8.CopyTo(block.AsSpan(257));
        Encoding.ASCII.GetBytes(prefix).CopyTo(block, 345);
        Encoding.ASCII.GetBytes(name).CopyTo(block, 157);

        new TarHeader(block).Name.ShouldBe(prefix.Length == 0 ? name : $"{prefix}/{name}");
        new TarHeader(block).LinkName.ShouldBe(name);
    }

    /// <summary>Old programs summed bytes as signed; every byte but the sum's own counts.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Checksum_counts_every_byte_but_its_own(bool isSigned)
    {
        foreach (var place in Enumerable.Range(0, TarHeader.Size).Where(place => place is < 148 or >= 156))
        {
            var block = Block(place, "\u00E4");
            block.AsSpan(148, 8).Fill((byte)' ');
            var sum = block.Sum(value => isSigned ? (sbyte)value : value);
            Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0").CopyTo(block, 148);

            new TarHeader(block).IsIntact.ShouldBeTrue($"{place}");
            block[place]++;
            new TarHeader(block).IsIntact.ShouldBeFalse($"{place}");
        }
    }

    [Theory]
    [InlineData("6 a=b\n", "a=b")]
    [InlineData("5 a=\n", "a=")]
    [InlineData("11 path=ä\n8 x=1=2\n\0rest", "path=ä x=1=2")]
    [InlineData("", "")]
    public void Records_are_length_key_and_value(string text, string right)
    {
        var records = new Dictionary<string, string>();

        PaxRecords.Read(Encoding.UTF8.GetBytes(text), records);

        string.Join(" ", records.Select(record => $"{record.Key}={record.Value}")).ShouldBe(right);
    }

    [Theory]
    [InlineData(" a=b\n")]
    [InlineData("5 =b\n")]
    [InlineData("6 abc\n")]
    [InlineData("7 a=b\n")]
    [InlineData("5 a=b\n")]
    [InlineData("2 \n")]
    [InlineData("3 a\n")]
    [InlineData("000000006 a=b\n")]
    [InlineData("-6 a=b\n")]
    [InlineData("6")]
    public void Records_that_contradict_themselves_are_damage(string text) =>
        Should.Throw<InvalidDataException>(() => PaxRecords.Read(Encoding.UTF8.GetBytes(text), [])).Message.ShouldBe("An extended header is damaged.");

    [Fact]
    public void Limits_are_as_documented()
    {
        var limits = new UnpackLimits();

        (limits.Entries, limits.TotalBytes, limits.FileBytes, limits.Ratio, limits.RatioFromBytes)
            .ShouldBe((100_000, 549_755_813_888, 137_438_953_472, 250, 4_294_967_296));
    }

    [Fact]
    public void What_is_left_out_is_passed_over_to_its_end()
    {
        using var folder = new TempFolder();
        var long1 = new string('x', 200_000);
        File.WriteAllBytes(
            folder["a.tar"],
            new CraftedTar().Add("__MACOSX/._a", long1).Add("a.txt", "right").Add("__MACOSX/._b", long1 + "y").Add("b.txt", "too").Bytes());

        Archive.Unpack(folder["a.tar"], folder["out"], null, TestContext.Current.CancellationToken);

        Directory.EnumerateFiles(folder["out"]).Select(Path.GetFileName).Order().ShouldBe(["a.txt", "b.txt"]);
        File.ReadAllText(folder["out/a.txt"]).ShouldBe("right");
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void Gzip_is_taken_off_twice_at_most(int layers, bool isRead)
    {
        using var folder = new TempFolder();
        var bytes = new CraftedTar().Add("a.txt", "right").Bytes();
        File.WriteAllBytes(folder["a.tgz"], Enumerable.Range(0, layers).Aggregate(bytes, (content, _) => CraftedTar.Gzip(content)));

        void Unpack() => Archive.Unpack(folder["a.tgz"], folder["out"], null, TestContext.Current.CancellationToken);

        if (isRead)
        {
            Unpack();
            File.ReadAllText(folder["out/a.txt"]).ShouldBe("right");
        }
        else
        {
            Should.Throw<Up42Exception>(Unpack);
        }
    }

    /// <summary>Info-ZIP's extra field with a name in UTF-8, which counts only where it is that of the plain name.</summary>
    [Theory]
    [InlineData(true, "Größe.txt")]
    [InlineData(false, "Gr__e.txt")]
    public void Names_of_zips_are_those_of_their_extra_field_if_it_is_of_this_name(bool isRight, string name)
    {
        using var folder = new TempFolder();
        Tool.Run("/usr/bin/python3", "-c", UnicodePath, folder["a.zip"], isRight ? "right" : "wrong");

        Archive.Unpack(folder["a.zip"], folder["out"], null, TestContext.Current.CancellationToken);

        Directory.EnumerateFiles(folder["out"]).Select(Path.GetFileName).ShouldHaveSingleItem().ShouldBe(name);
    }

    /// <summary>What a disk refuses, by the system's number.</summary>
    [Theory]
    [InlineData(28, true)]
    [InlineData(27, true)]
    [InlineData(122, true)]
    [InlineData(69, true)]
    [InlineData(5, false)]
    [InlineData(29, false)]
    public void Disk_that_is_full_is_told_from_others(int number, bool isFull)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other numbers.");

        DiskErrors.Describe("The content", "/there", new IOException("said", number), DiskAdvice.Download).Message.ShouldBe(isFull
            ? "The content could not be written to /there: the disk is full. Make room and call again: what has arrived is not fetched again."
            : "The content could not be written to /there: said");
    }

    [Theory]
    [InlineData(120, 122)]
    [InlineData(121, 113)]
    public void Names_in_errors_are_no_longer_than_a_line(int length, int shown) =>
        EntryPath.Shown(new string('a', length)).Length.ShouldBe(shown);

    private const string UnicodePath = """
        import struct, sys, zipfile, zlib
        plain = b"Gr__e.txt"
        field = struct.pack("<BI", 1, zlib.crc32(plain if sys.argv[2] == "right" else b"other")) + "Größe.txt".encode()
        info = zipfile.ZipInfo(plain.decode())
        info.extra = struct.pack("<HH", 0x7075, len(field)) + field
        with zipfile.ZipFile(sys.argv[1], "w") as archive:
            archive.comment = b"a comment"
            archive.writestr(info, "content")
        """;

    private static byte[] Block(int start, string field)
    {
        var block = new byte[TarHeader.Size];
        Encoding.Latin1.GetBytes(field).CopyTo(block, start);
        return block;
    }
}
