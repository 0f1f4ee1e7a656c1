using System.Text;

namespace Up42.Interactive.Tests.Archives;

/// <summary>What an entry of a tar is, by its header and those before it.</summary>
public sealed class TarEntryTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Times before 1970 and after 9999 are none.</summary>
    [Theory]
    [InlineData("1", 1L)]
    [InlineData("1600000000.5", 1_600_000_000L)]
    [InlineData("253402300798", 253_402_300_798L)]
    [InlineData("253402300799", null)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("NaN", null)]
    public void Times_of_tar_lie_between_1970_and_9999(string time, long? seconds)
    {
        using var input = Open(new CraftedTar().AddPax('x', ("mtime", time)).Add("a").Bytes());

        (input.Next()!.Time?.ToUnixTimeSeconds()).ShouldBe(seconds);
    }

    /// <summary>Which name, size and time an entry has: of its own extended header, of that for all, of GNU's, of the short one.</summary>
    [Fact]
    public void What_stands_nearest_counts()
    {
        using var input = Open(new CraftedTar()
            .AddPax('g', ("path", "global"), ("linkpath", "target"))
            .AddPax('x', ("path", "own")).Add("short", link: "link")
            .Add("short", "", type: '5')
            .AddPax('g', ("path", "second")).AddLongName("gnu").Add("short")
            .Bytes());

        (input.Next()!.Name, input.Next()!.Name, input.Next()!.Name, input.Next()).ShouldBe(("own", "global", "second", null));
    }

    [Fact]
    public void GNU_long_names_and_links_are_of_the_next_entry_alone()
    {
        using var input = Open(new CraftedTar().AddLongName("long").Add("././@LongLink", "far\0", 'K').Add("short", "", link: "near", type: '1')
            .Add("after", "", link: "near", type: '1').Bytes());

        var (first, second) = (input.Next()!, input.Next()!);

        (first.Name, first.LinkName, second.Name, second.LinkName).ShouldBe(("long", "far", "after", "near"));
    }

    [Theory]
    [InlineData(155)]
    [InlineData(1)]
    public void A_prefix_fills_its_field_to_the_last_byte(int length)
    {
        var block = new byte[TarHeader.Size];
        block[0] = (byte)'n';
        "ustar\0"u8.CopyTo(block.AsSpan(257));
        block.AsSpan(345, length).Fill((byte)'p');

        new TarHeader(block).Name.ShouldBe(new string('p', length) + "/n");
        "ustar "u8.CopyTo(block.AsSpan(257));
        new TarHeader(block).Name.ShouldBe("n");
    }

    /// <summary>Types '1' to '6' have no content, whatever their size says.</summary>
    [Theory]
    [InlineData('0', 512)]
    [InlineData('1', 0)]
    [InlineData('6', 0)]
    [InlineData('7', 512)]
    [InlineData('V', 512)]
    public void Size_is_that_of_types_with_content(char type, long size)
    {
        using var input = Open(new CraftedTar().Add("a", "", type, size: 512).Add("b").Bytes());

        input.Next()!.Size.ShouldBe(size);
    }

    [Theory]
    [InlineData('0', "a", true, false)]
    [InlineData('\0', "a", true, false)]
    [InlineData('7', "a", true, false)]
    [InlineData('0', "a/", false, true)]
    [InlineData('\0', "a/", false, true)]
    [InlineData('7', "a/", false, false)]
    [InlineData('5', "a", false, true)]
    [InlineData('1', "a", false, false)]
    public void Old_archives_have_folders_by_their_slash(char type, string name, bool isFile, bool isFolder)
    {
        var entry = new TarEntry(type, name, "", 0, null, IsSparse: false);

        (entry.IsFile, entry.IsFolder, entry.IsHardLink, entry.IsVolumeLabel).ShouldBe((isFile, isFolder, type == '1', false));
    }

    /// <summary>The sum of a header fills its field to the last digit.</summary>
    [Theory]
    [InlineData("\0 ", 6)]
    [InlineData("", 8)]
    [InlineData(" ", 7)]
    public void The_sum_of_a_header_may_have_eight_digits(string end, int digits)
    {
        var block = new CraftedTar().Add("a").Bytes()[..512];
        var sum = Convert.ToInt32(Encoding.ASCII.GetString(block, 148, 6), 8);
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(digits, '0') + end).CopyTo(block, 148);

        new TarHeader(block).IsIntact.ShouldBeTrue();
        block[148 + digits - 1] ^= 1;
        new TarHeader(block).IsIntact.ShouldBeFalse();
    }

    private TarInput Open(byte[] tar) =>
        new(new MemoryStream(tar), new ExtractionTarget(_folder.Path, () => tar.Length, isWhole: true, new UnpackLimits(), CancellationToken.None));
}
