namespace Up42.Interactive.Tests.Archives;

/// <summary>Each limit of unpacking holds at its own value and not at the next one, and whatever happens the archive is closed.</summary>
public sealed class ArchiveBoundsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static UnpackLimits Wide => new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(3, true)]
    [InlineData(2, false)]
    public void Entries_and_the_end_count(int entries, bool isTaken) => Check(
        new CraftedTar().Add("a").Add("b").Bytes(), Wide with { Entries = entries }, isTaken, $"more than {entries} entries");

    [Theory]
    [InlineData(100, true)]
    [InlineData(99, false)]
    public void One_file_may_be_as_large_as_the_limit(long limit, bool isTaken) => Check(
        new CraftedTar().Add("a", new string('x', 100)).Bytes(), Wide with { FileBytes = limit }, isTaken, $"'a', a file of 100 bytes; {limit} is the limit");

    // Two files, and the second of the two blocks at the end.
    [Theory]
    [InlineData(200 + 512, true)]
    [InlineData(200 + 511, false)]
    public void All_bytes_may_be_as_many_as_the_limit(long limit, bool isTaken) => Check(
        new CraftedTar().Add("a", new string('x', 100)).Add("b", new string('x', 100)).Bytes(), Wide with { TotalBytes = limit }, isTaken,
        $"more than {limit} bytes");

    /// <summary>Of 2,400 bytes.</summary>
    [Theory]
    [InlineData(10, 1_000, 240, true)]
    [InlineData(10, 1_000, 239, false)]
    [InlineData(10, 2_400, 1, true)]
    [InlineData(10, 2_399, 1, false)]
    public void The_ratio_applies_above_its_own_limit(int ratio, long from, int archiveBytes, bool isTaken)
    {
        var target = new ExtractionTarget(
            _folder.Path, () => archiveBytes, isWhole: true, Wide with { Ratio = ratio, RatioFromBytes = from }, CancellationToken.None);

        if (isTaken)
        {
            target.CountBytes(2_400);
        }
        else
        {
            Should.Throw<UnpackException>(() => target.CountBytes(2_400)).Message
                .ShouldBe("more than 10 bytes for each of its own, as archives do that are made to fill disks");
        }
    }

    /// <summary>What an archive announces counts where it is whole; what still grows may yet bring the bytes for it.</summary>
    [Theory]
    [InlineData(true, 900, true)]
    [InlineData(true, 901, false)]
    [InlineData(false, 901, true)]
    public void What_is_only_announced_counts_in_a_whole_archive(bool isWhole, long announced, bool isTaken)
    {
        var target = new ExtractionTarget(_folder.Path, () => 1, isWhole, Wide with { TotalBytes = 1_000 }, CancellationToken.None);
        target.CountBytes(100);

        (isTaken ? (Action)(() => target.RefuseAnnounced(announced)) : () => Should.Throw<UnpackException>(() => target.RefuseAnnounced(announced)))();
    }

    [Theory]
    [InlineData(1 << 20, true)]
    [InlineData((1 << 20) + 1, false)]
    public void An_extended_header_has_a_mebibyte_at_most(int length, bool isTaken)
    {
        var record = $"{length} comment=";

        Check(
            new CraftedTar().Add("x", record + new string('c', length - record.Length - 1) + "\n", 'x').Add("a").Bytes(), Wide, isTaken,
            $"an extended header of {length} bytes");
    }

    [Theory]
    [InlineData(4096, true)]
    [InlineData(4097, false)]
    public void A_name_has_4096_letters_at_most(int length, bool isTaken)
    {
        var name = string.Concat(Enumerable.Repeat(new string('n', 127) + "/", 33))[..length].TrimEnd('/').PadRight(length, 'n');

        (isTaken ? (Action)(() => EntryPath.Parse(name).Name.ShouldBe(name))
            : () => Should.Throw<UnpackException>(() => EntryPath.Parse(name)).Message.ShouldEndWith("', whose name is too long"))();
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void A_name_is_64_deep_at_most(int depth, bool isTaken)
    {
        var name = string.Join('/', Enumerable.Repeat("d", depth));

        (isTaken ? (Action)(() => EntryPath.Parse(name).Parts.Count.ShouldBe(depth))
            : () => Should.Throw<UnpackException>(() => EntryPath.Parse(name)).Message.ShouldEndWith("', which lies more than 64 folders deep"))();
    }

    /// <summary>A leading <c>output</c> goes where it is a folder, and only one.</summary>
    [Theory]
    [InlineData("output/a", "a")]
    [InlineData("output/output/a", "output/a")]
    [InlineData("output/", "")]
    [InlineData("output", "output")]
    [InlineData("outputs/a", "outputs/a")]
    [InlineData("a/output/b", "a/output/b")]
    [InlineData("./output/./a", "a")]
    [InlineData("a", "a")]
    [InlineData("1:a", "1_a")]
    [InlineData(":", "_")]
    public void The_wrapper_goes(string name, string right) => string.Join('/', EntryPath.Parse(name).Parts).ShouldBe(right);

    [Theory]
    [InlineData("a:")]
    [InlineData("Z:b")]
    [InlineData("/")]
    [InlineData("\\a")]
    public void A_name_is_not_absolute(string name) =>
        Should.Throw<UnpackException>(() => EntryPath.Parse(name)).Message.ShouldBe($"'{name}', whose name is absolute");

    [Fact]
    public void A_label_of_a_volume_is_passed_over_and_hard_links_have_their_original_s_time()
    {
        Check(new CraftedTar().Add("label", "", 'V').Add("a", "content").AddPax('x', ("mtime", "0")).Add("b", "", '1', "a").Bytes(), Wide, true, "");

        _folder.Files.ShouldBe(["out/a", "out/b", "x"], ignoreOrder: true);
        File.GetLastWriteTimeUtc(_folder["out/b"]).ShouldBe(DateTime.UnixEpoch.AddSeconds(1_600_000_000));
    }

    [Fact]
    public void The_folder_is_its_owner_s_alone_and_takes_the_place_of_an_empty_one()
    {
        Directory.CreateDirectory(_folder["out"]);

        Check(new CraftedTar().Add("a").Bytes(), Wide, true, "");

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(_folder["out"]).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Theory]
    [InlineData("tar")]
    [InlineData("tgz")]
    [InlineData("tgz twice")]
    [InlineData("tgz of two")]
    [InlineData("zip")]
    public void The_archive_is_closed_whether_or_not_it_is_taken(string kind)
    {
        var tar = new CraftedTar().Add("a", new string('x', 3000)).Add("b").Bytes();
        var archive = kind switch
        {
            "tar" => tar,
            "tgz" => CraftedTar.Gzip(tar),
            "tgz twice" => CraftedTar.Gzip(CraftedTar.Gzip(tar)),
            "tgz of two" => [.. CraftedTar.Gzip(tar[..700]), .. CraftedTar.Gzip(tar[700..])],
            _ => CraftedZip.Create("a", "b"),
        };

        Check(archive, Wide, true, "");
        Directory.Delete(_folder["out"], recursive: true);
        Check(archive, Wide with { Entries = 1 }, false, "more than 1 entries");
        Should.Throw<ArchiveException>(() => Unpack(archive[..^(kind == "tar" ? 600 : 40)], Wide)).IsDamaged.ShouldBeTrue();
    }

    [Fact]
    public void A_file_that_comes_again_shorter_is_cut()
    {
        Check(new CraftedTar().Add("a", "a long one").Add("a", "short").Bytes(), Wide, true, "");

        File.ReadAllText(_folder["out/a"]).ShouldBe("short");
    }

    [Fact]
    public void What_is_no_file_is_named()
    {
        Directory.CreateDirectory(_folder["d"]);

        Should.Throw<Up42Exception>(() => Archive.Unpack(_folder["d"], _folder["out"])).Message.ShouldBe($"{_folder["d"]} is a folder, not a file.");
        Should.Throw<Up42Exception>(() => Archive.Unpack(_folder["none"], _folder["out"])).Message
            .ShouldStartWith($"{_folder["none"]} could not be read: Could not find file");
        Directory.Exists(_folder["out"]).ShouldBeFalse();
    }

    private void Check(byte[] archive, UnpackLimits limits, bool isTaken, string refusal)
    {
        if (isTaken)
        {
            Unpack(archive, limits);
            return;
        }

        Should.Throw<ArchiveException>(() => Unpack(archive, limits)).Message.ShouldBe($"x is not unpacked: it holds {refusal}.");
        _folder.Files.ShouldBe(["x"]);
    }

    private void Unpack(byte[] archive, UnpackLimits limits)
    {
        File.WriteAllBytes(_folder["x"], archive);
        try
        {
            Archive.Unpack(_folder["x"], _folder["out"], limits, TestContext.Current.CancellationToken);
        }
        finally
        {
            // Nobody else may have it open for this.
            using var alone = new FileStream(_folder["x"], FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
    }
}
