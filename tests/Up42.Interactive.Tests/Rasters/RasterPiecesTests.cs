using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>The pieces that rasters are read, reduced, warped and written by, each with numbers that can be worked out.</summary>
public class RasterPiecesTests
{
    /// <summary>Each value is the mean of those of four that there are; beyond an odd edge the last ones count twice.</summary>
    [Theory]
    [InlineData("1 2 3 4", 2, 2, false, "2.5")]
    [InlineData("1 2 3 4", 2, 2, true, "1")]
    [InlineData("1 NaN 3 NaN", 2, 2, false, "2")]
    [InlineData("NaN NaN NaN NaN", 2, 2, false, "NaN")]
    [InlineData("1 2 6", 3, 1, false, "1.5 6")]
    [InlineData("1 2 6", 1, 3, false, "1.5 6")]
    [InlineData("1 2 3 4 5 6 7 8 9", 3, 3, true, "1 3 7 9")]
    [InlineData("1 2 3 4 5 6 7 8 9", 3, 3, false, "3 4.5 7.5 9")]
    public void Tiles_are_halved(string values, int width, int height, bool isCategorical, string right)
    {
        var halved = new float[(width + 1) / 2 * ((height + 1) / 2)];

        TileReduction.Halve([.. Numbers(values).Select(value => (float)value)], width, new RasterWindow(0, 0, width, height), isCategorical, halved);

        string.Join(' ', halved.Select(value => value.ToString(CultureInfo.InvariantCulture))).ShouldBe(right);
    }

    /// <summary>A tile is handed on once, when its last pixel came, whatever the order of the parts.</summary>
    [Fact]
    public void Tiles_are_handed_on_when_they_are_whole()
    {
        var used = new List<string>();
        var pyramid = new TilePyramid(new RasterSize(513, 2), isCategorical: false, none: -1, (level, index, values) =>
            used.Add($"{level}/{index}: {values[0]} {values[511]} {values[512]} {values[1024]}"));

        (pyramid.TileSize, pyramid.Levels.Count, pyramid.Tiles(0), pyramid.Tiles(1)).ShouldBe((512, 2, new RasterSize(2, 1), new RasterSize(1, 1)));
        pyramid.Add(new RasterWindow(500, 0, 13, 2), [.. Enumerable.Repeat(4.0, 26)]);
        used.ShouldBe(["0/1: 4 -1 4 -1"]);
        pyramid.Add(new RasterWindow(0, 1, 500, 1), [.. Enumerable.Repeat(2.0, 500)]);
        pyramid.Add(new RasterWindow(0, 0, 500, 1), [.. Enumerable.Repeat(double.NaN, 500)]);

        used.Skip(1).ShouldBe(["0/0: -1 4 2 -1", "1/0: 0.5 -1 -1 -1"]);
    }

    /// <summary>As fine as the image, or as the size allows.</summary>
    [Theory]
    [InlineData(100, 50, 100, 50, 1000, "100 50")]
    [InlineData(100, 50, 200, 50, 1000, "200 100")]
    [InlineData(100, 50, 100, 50, 10, "10 5")]
    [InlineData(1000, 1, 1000, 1, 10, "10 1")]
    [InlineData(30, 10, 3, 1, 1000, "3 1")]
    public void Targets_are_as_fine_as_their_image(double boxWidth, double boxHeight, int width, int height, int most, string right)
    {
        var target = WarpTarget.Fit(new Envelope(7, 7 + boxWidth, 9, 9 + boxHeight), width, height, most);

        $"{target.Size.Width} {target.Size.Height}".ShouldBe(right);
        target.Geotransform.At(target.Size.Width, target.Size.Height).ShouldBe((7 + boxWidth, 9));
        target.Geotransform.At(0, 0).ShouldBe((7, 9 + boxHeight));
        target.PixelSize.ShouldBe(boxWidth / target.Size.Width);
    }

    [Fact]
    public void Arguments_of_gdalwarp_are_those_of_the_target()
    {
        var target = new WarpTarget(new Envelope(0.5, 2, -1, 3), new RasterSize(3, 4));

        string.Join(' ', target.ToArguments("CRS")).ShouldEndWith("-te 0.5 -1 2 3 -ts 3 4");
        string.Join(' ', target.ToArguments("CRS", Resampling.Nearest, (0.5, 2))).ShouldBe(
            "-wo XSCALE=0.5 -wo YSCALE=2 -t_srs CRS -et 0.01 -srcnodata nan -dstnodata nan -r near -te 0.5 -1 2 3 -ts 3 4");
        string.Join(' ', target.ToArguments("CRS", Resampling.Bilinear, (1, 1))).ShouldContain(" -r bilinear ");
    }

    /// <summary>A degree squared at the equator has 12,308.5 km² on WGS 84; pixels share it, and rows towards the pole have less.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 10)]
    [InlineData(33, 17)]
    public void Ground_is_shared_by_pixels(int width, int height)
    {
        var place = RasterPlace.From(new Geotransform(10, 1.0 / width, 0, 1, 0, -1.0 / height));
        var area = new GroundArea(new RasterSize(width, height), place, RasterCrs.Wgs84);

        area.Measure(new RasterWindow(0, 0, width, height), new double[width * height]).ShouldBe(12_308.464e6, 1000);
        area.OfPixel(0, 0).ShouldBe(area.OfPixel(width - 1, 0));
        area.OfPixel(0, height - 1).ShouldBeGreaterThanOrEqualTo(area.OfPixel(0, 0));
        area.Measure(new RasterWindow(0, 0, 1, 1), [double.NaN]).ShouldBe(0);
    }

    [Fact]
    public void Ground_of_a_projection_is_measured_in_cells()
    {
        var area = new GroundArea(
            new RasterSize(40, 20), RasterPlace.From(new Geotransform(380_000, 10, 0, 5_820_000, 0, -10)), RasterCrs.FromEpsg(32633));

        area.OfPixel(0, 0).ShouldBe(100, 0.1);
        area.OfPixel(39, 19).ShouldBe(area.OfPixel(32, 16));
        area.Measure(new RasterWindow(0, 0, 40, 20), new double[800]).ShouldBe(80_000, 80);
    }

    /// <summary>Bins that match are added; others are counted where their middle lies.</summary>
    [Fact]
    public void Counts_of_several_pictures_are_added()
    {
        var one = new ValueCountsData(0, 4, [1, 2, 3, 4]);

        var (start, end, counts) = ValueCountsData.Sum([one, one, new ValueCountsData(2, 4, [5, 7])])!;

        (start, end).ShouldBe((0, 4));
        counts.ShouldBe([2, 4, 11, 15]);
        ValueCountsData.Sum([one, null]).ShouldBeNull();
        ValueCountsData.Sum([one, new ValueCountsData(4, 8, [1])])!.Counts.ShouldBe([3, 7, 0, 1]);
    }

    /// <summary>The first class of the list that holds a value; ranges may share an end.</summary>
    [Theory]
    [InlineData(0.9, -1)]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(2.5, 1)]
    [InlineData(3, 1)]
    [InlineData(3.5, -1)]
    [InlineData(7, 2)]
    [InlineData(double.NaN, -1)]
    public void Classes_hold_their_ends(double value, int right) => ClassLookup.Create(
        [new RasterClass(1, "a") { LastValue = 2 }, new RasterClass(2, "b") { LastValue = 3 }, new RasterClass(7, "c"), new RasterClass(7, "d")])
        .Find(value).ShouldBe(right);

    [Theory]
    [InlineData(1, 1, "a", null, "1 a")]
    [InlineData(1, 3, "", 0xFFu, "1 to 3 1")]
    [InlineData(1, 1, " ", null, null)]
    [InlineData(2, 1, "a", null, null)]
    [InlineData(double.NaN, 1, "a", null, null)]
    [InlineData(1, double.PositiveInfinity, "a", null, null)]
    public void A_class_has_values_and_a_name_or_a_colour(double first, double last, string name, uint? color, string? right) =>
        KnownClasses.Create(first, last, name, color)?.ToString().ShouldBe(right);

    [Theory]
    [InlineData(1.0, 2.0, 3.0, 255.0, 0x010203FFu)]
    [InlineData(0.0, 0.0, 255.0, 0.0, 0x0000FF00u)]
    [InlineData(-1.0, 2.0, 3.0, 255.0, null)]
    [InlineData(1.0, 256.0, 3.0, 255.0, null)]
    [InlineData(1.0, 2.0, null, 255.0, null)]
    public void A_colour_has_four_parts(double? red, double? green, double? blue, double alpha, uint? right) =>
        KnownClasses.Color(red, green, blue, alpha).ShouldBe(right);

    [Fact]
    public void Numbers_of_files_begin_at_either_end()
    {
        var reader = new ContainerReader(new MemoryStream([1, 2, 3, 4, 5, 6, 7, 0x88])) { IsLittleEndian = true };

        (reader.Number(reader.Read(0, 2)), reader.Number(reader.Read(0, 4)), reader.Number(reader.Read(0, 8))).ShouldBe((0x0201, 0x04030201, long.MaxValue));
        reader.IsLittleEndian = false;
        (reader.Number(reader.Read(6, 2)), reader.Number(reader.Read(4, 4)), reader.Number(reader.Read(0, 8))).ShouldBe(
            (0x0788, 0x05060788, 0x0102030405060788));
        Should.Throw<EndOfStreamException>(() => reader.Read(1, 8));
        Should.Throw<EndOfStreamException>(() => reader.Read(-1, 2));
        reader.Read(8, 0).ShouldBeEmpty();
    }

    /// <summary>Notes are taken as many as may be, and not one more.</summary>
    [Fact]
    public void Notes_of_files_are_counted_up_to_their_limits()
    {
        var (notes, most) = (new ContainerNotes(), Limits.Default);
        var before = notes.Work;

        Enumerable.Range(0, most.RasterParts).ShouldAllBe(_ => notes.AddPart("boxes") == null);
        notes.AddPart("boxes").ShouldBe("it has more than 10,000 boxes");
        Enumerable.Range(0, most.RasterMetadataDomains).ShouldAllBe(_ => notes.AddDomain() == null);
        notes.AddDomain().ShouldBe("its metadata have more than 1,000 domains");
        (notes.AddBlocks(most.RasterBlocks), notes.AddBlocks(1)).ShouldBe((null, "it has more than 25,000,000 strips and tiles"));
        (notes.AddBands(most.RasterBands), notes.AddBands(1)).ShouldBe(
            (null, "it has more than 100,000 bands, those of its overviews and pages counted again"));
        (notes.AddBytes(most.RasterNoteBytes), notes.AddBytes(1)).ShouldBe((null, "what it holds beside its pixels takes more than 64 MB"));
        notes.AddBytes(long.MaxValue).ShouldNotBeNull();
        notes.Work.ShouldBeGreaterThan(before);
    }

    /// <summary>Each kind of note makes opening a file take longer.</summary>
    [Fact]
    public void Work_grows_with_each_note()
    {
        foreach (var add in new Action<ContainerNotes>[]
        {
            notes => notes.AddPart("boxes"), notes => notes.AddBlocks(100), notes => notes.AddBands(1), notes => notes.AddBytes(1000),
            notes => Enumerable.Range(0, 100).ToList().ForEach(_ => notes.AddDomain()),
            notes => notes.AddMetadata(new ContainerReader(new MemoryStream(Encoding.ASCII.GetBytes(new string('<', 1000)))), 0, 1000),
        })
        {
            var notes = new ContainerNotes();
            var (before, once) = (notes.Work, 0L);
            add(notes);
            once = notes.Work;
            add(notes);

            once.ShouldBeGreaterThan(before);
            (notes.Work - before).ShouldBeGreaterThanOrEqualTo(2 * (once - before));
        }
    }

    [Theory]
    [InlineData("S2A_MSIL1C", null, "Sentinel-2")]
    [InlineData("x T33UUP_20200101T", null, "Sentinel-2")]
    [InlineData("LC08_L1", null, "Landsat 8")]
    [InlineData("Landsat-7", null, "Landsat 7")]
    [InlineData("PHR1B_2020", null, "Pléiades")]
    [InlineData("PLEIADES", null, "Pléiades")]
    [InlineData("scene", null, null)]
    [InlineData("scene", "B2 B3 B4 B8", "Sentinel-2")]
    [InlineData("scene", "B1 B8A", "Sentinel-2")]
    [InlineData("scene", "B02", "Sentinel-2")]
    [InlineData("scene", "B1 B2 B3 B4 B5 B7", "Landsat 7")]
    [InlineData("scene", "B0 B1 B2 B3", "Pléiades")]
    [InlineData("scene", "B1 B2 B3 B4", null)]
    public void Sensors_are_told_by_marks_and_by_their_numbers(string text, string? names, string? right)
    {
        RasterBand[] bands = [.. (names ?? "").Split(' ').Select((name, i) =>
            new RasterBand(i + 1, name, PixelType.UInt16, ColorInterpretation.Undefined, null, null, null, null) { IsNamed = name.Length > 0 })];

        SensorBands.Identify([text], bands)?.Name.ShouldBe(right);
        (SensorBands.Identify([text], bands) is null).ShouldBe(right is null);
    }

    private static IEnumerable<double> Numbers(string values) => values.Split(' ').Select(value => double.Parse(value, CultureInfo.InvariantCulture));
}
