using System.Buffers.Binary;
using System.Text;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>Rasters of few pixels and many notes, for which decoders take minutes or gigabytes when they open them.</summary>
public sealed class RasterContainerTests : IDisposable
{
    private const int GdalMetadata = 42112;
    private const int Description = 270;

    private readonly TempFolder _folder = new();

    public static TheoryData<bool, bool> Kinds => new() { { false, true }, { false, false }, { true, true }, { true, false } };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Open_TIFF_of_more_metadata_than_GDAL_can_take_is_refused(bool isBig, bool isLittleEndian)
    {
        Refusal(Tiff().Add(GdalMetadata, Metadata(20_001, "<Item name=\"k{0}\">v</Item>")).Bytes())
            .ShouldBe("'a.tif' cannot be read: its metadata have more than 20,000 items. "
                + "If you trust it, gdal_translate -co PROFILE=GeoTIFF -co TILED=YES makes one of it that is read; it keeps pixels and place.");
        Refusal(Tiff().Add(GdalMetadata, Metadata(1001, "<Item name=\"k\" Domain=\"d{0}\">v</Item>")).Bytes())
            .ShouldContain("its metadata have more than 1,000 domains");
        Refusal(Tiff().Add(GdalMetadata, Metadata(1, $"<Item name=\"k\">{new string('v', 4_000_000)}</Item>")).Bytes())
            .ShouldContain("its metadata take more than 4 MB");
        Refusal(Tiff().AsOverviews().Add(GdalMetadata, Metadata(12_000, "<Item name=\"k{0}\">v</Item>")).Bytes(directories: 2))
            .ShouldContain("its metadata have more than 20,000 items");

        CraftedTiff Tiff() => new(isBig, isLittleEndian);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Open_TIFF_of_megabytes_beside_its_pixels_is_refused(bool isBig, bool isLittleEndian)
    {
        Refusal(new CraftedTiff(isBig, isLittleEndian).Lengthen(50_000, 100_000).Bytes(directories: 170, padding: 400_000))
            .ShouldContain("what it holds beside its pixels takes more than 64 MB");
        Refusal(new CraftedTiff(isBig, isLittleEndian).Bytes(directories: 10_001)).ShouldContain("it has more than 10,000 directories");
        Refusal(new CraftedTiff(isBig, isLittleEndian).Lengthen(273, 90_000).Bytes(directories: 2, padding: 400_000))
            .ShouldContain("its lists of blocks are longer than the file");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Open_TIFF_of_more_blocks_or_bands_than_fit_in_memory_is_refused(bool isBig, bool isLittleEndian)
    {
        Refusal(new CraftedTiff(isBig, isLittleEndian).Lengthen(273, 25_000_001).Bytes(), length: 200_000_000)
            .ShouldContain("it has more than 25,000,000 strips and tiles");
        Refusal(new CraftedTiff(isBig, isLittleEndian).Set(277, 60_000).AsOverviews().Bytes(directories: 2))
            .ShouldContain("it has more than 100,000 bands, those of its overviews and pages counted again");
    }

    [Fact]
    public void Open_TIFF_rewritten_as_the_refusal_advises_is_read_with_its_place()
    {
        var folder = Directory.CreateDirectory(_folder["rewritten"]).FullName;
        string[] facts = [.. Enumerable.Range(0, 20_001).SelectMany(index => new[] { "-mo", $"k{index}=v" })];
        string[] raster = ["-outsize", "4", "4", "-bands", "1", "-burn", "7", "-a_srs", "EPSG:32633", "-a_ullr", "0", "40", "40", "0"];
        Tool.Run("gdal_create", ["-q", .. raster, .. facts, Path.Combine(folder, "a.tif")]);
        var refusal = Should.Throw<Up42Exception>(() => RasterFile.Open(Path.Combine(folder, "a.tif"))).Message;
        var command = refusal[refusal.IndexOf("gdal_translate", StringComparison.Ordinal)..refusal.IndexOf(" makes", StringComparison.Ordinal)];

        Tool.Run("gdal_translate", [.. command.Split(' ').Skip(1), "-q", Path.Combine(folder, "a.tif"), Path.Combine(folder, "b.tif")]);

        using var read = RasterFile.Open(Path.Combine(folder, "b.tif"));
        read.Crs!.Epsg.ShouldBe(32633);
        read.Preview(10, cancellationToken: TestContext.Current.CancellationToken).Values(0)[0].ShouldBe(7);
    }

    [Fact]
    public void Preview_of_millions_of_strips_reads_what_it_shows_and_a_scan_joins_them()
    {
        const int rows = 20_000_000;
        var tiff = new CraftedTiff().Set(257, rows).Lengthen(273, rows).Lengthen(279, rows);
        Write(tiff.Bytes(), length: 200_000_000);

        using var raster = RasterFile.Open(_folder["a.tif"]);
        using var source = RasterSource.Open(_folder["a.tif"]);
        var whole = new ReadRequest(new RasterWindow(0, 0, 1, rows), new RasterSize(1, rows));
        var plan = ReadPlan.Make(source, 1, bands: 1, whole, useOverviews: false);

        raster.ReadPreview(1000, bands: null, TestContext.Current.CancellationToken).Height.ShouldBe(1000);
        plan.Blocks.Count.ShouldBeLessThanOrEqualTo(1 << 16);
        plan.Blocks.Sum(block => block.Height).ShouldBe(rows);
        plan.Threads.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Open_TIFF_of_many_notes_is_read_as_it_was(bool isBig, bool isLittleEndian)
    {
        var tiff = new CraftedTiff(isBig, isLittleEndian)
            .Add(GdalMetadata, Metadata(19_000, "<Item name=\"k\" sample=\"{0}\">v</Item>"))
            .Add(Description, Encoding.ASCII.GetBytes(new string('d', 1_000_000) + "\0"));
        File.WriteAllBytes(_folder["a.tif"], tiff.Bytes(directories: 3));

        using var raster = RasterFile.Open(_folder["a.tif"]);

        raster.Remarks.ShouldBe(["page 1 of 3; the others are not read"]);
        raster.Preview(10, cancellationToken: TestContext.Current.CancellationToken).Values(0)[0].ShouldBe(255);
    }

    [Fact]
    public void Open_with_overviews_or_a_mask_of_such_kind_does_without()
    {
        File.WriteAllBytes(_folder["a.tif"], new CraftedTiff().Bytes());
        foreach (var companion in new[] { ".ovr", ".msk" })
        {
            File.WriteAllBytes(_folder["a.tif" + companion], new CraftedTiff().Add(GdalMetadata, Metadata(20_001, "<Item name=\"k{0}\">v</Item>")).Bytes());
        }

        using var raster = RasterFile.Open(_folder["a.tif"]);

        raster.Overviews.ShouldBeEmpty();
        raster.HasMask.ShouldBeFalse();
    }

    [Fact]
    public void Open_JPEG_2000_of_such_kind_is_refused()
    {
        Refusal(Jp2(Repeated(10_001, Box("free")))).ShouldContain("it has more than 10,000 boxes");
        Refusal(Jp2(Repeated(1001, Box("xml ", "<a/>"u8)))).ShouldContain("its metadata have more than 1,000 domains");
        Refusal(Jp2(Box("xml ", Metadata(20_001, "<MDI key=\"k{0}\">v</MDI>")))).ShouldContain("its metadata have more than 20,000 items");
        Refusal(Jp2(Box("asoc", Repeated(1001, Box("asoc", Box("xml ", "<a/>"u8)))))).ShouldContain("its metadata have more than 1,000 domains");
        Refusal(Jp2(Box("uuid", new byte[64_000_001]))).ShouldContain("what it holds beside its pixels takes more than 64 MB");
        var nested = Box("free");
        for (var depth = 0; depth < 200; depth++)
        {
            nested = Box("asoc", nested);
        }

        Refusal(Jp2(nested)).ShouldContain("its boxes are nested too deeply");
        File.WriteAllBytes(_folder["b.jp2"], Jp2(Repeated(900, Box("xml ", "<a/>"u8))));
        using var raster = RasterFile.Open(_folder["b.jp2"]);
        raster.Width.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Band_whose_unit_and_common_name_are_megabytes_has_short_ones()
    {
        var text = new string('u', 1_000_000);
        File.WriteAllBytes(_folder["a.tif"], new CraftedTiff().Add(GdalMetadata, Metadata(
            1, $"<Item name=\"UNITTYPE\" sample=\"0\" role=\"unittype\">{text}</Item><Item name=\"COMMON_NAME\" sample=\"0\">{text}</Item>")).Bytes());

        using var raster = RasterFile.Open(_folder["a.tif"]);

        raster.Bands[0].Unit!.Length.ShouldBe(200);
        raster.Bands[0].CommonName!.Length.ShouldBe(200);
    }

    private static byte[] Metadata(int count, string item)
    {
        var items = Enumerable.Range(0, count).Select(index => item.Replace("{0}", $"{index}", StringComparison.Ordinal));
        return Encoding.ASCII.GetBytes($"<GDALMetadata>{string.Concat(items)}</GDALMetadata>\0");
    }

    private static byte[] Box(string kind, ReadOnlySpan<byte> content = default)
    {
        var box = new byte[8 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        Encoding.ASCII.GetBytes(kind).CopyTo(box, 4);
        content.CopyTo(box.AsSpan(8));
        return box;
    }

    private static byte[] Repeated(int count, byte[] box) => [.. Enumerable.Repeat(box, count).SelectMany(bytes => bytes)];

    /// <summary>An honest file with more boxes before its pixels.</summary>
    private static byte[] Jp2(byte[] boxes)
    {
        var bytes = File.ReadAllBytes(Samples.FindCase("rasters/j04_dimap_jp2/IMG_01_PHR1A_MS/IMG_PHR1A_MS_R1C1.JP2"));
        var pixels = bytes.AsSpan().IndexOf("jp2c"u8) - 4;
        return [.. bytes[..pixels], .. boxes, .. bytes[pixels..]];
    }

    // What lies behind the bytes takes no room on the disk.
    private void Write(byte[] bytes, long length)
    {
        using var file = File.Create(_folder["a.tif"]);
        file.Write(bytes);
        file.SetLength(Math.Max(length, bytes.Length));
    }

    private string Refusal(byte[] bytes, long length = 0)
    {
        Write(bytes, length);
        return Should.Throw<Up42Exception>(() => RasterFile.Open(_folder["a.tif"])).Message;
    }
}
