using System.Globalization;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>Files of <see cref="CogWriter"/> as GDAL's own programs see them.</summary>
public sealed class CogWriterTests : IDisposable
{
    private static readonly RasterBand Band = BandExpression.ComputedBand("height & depth") with { Type = PixelType.Float32, NoData = double.NaN };
    private static readonly Geotransform Place = new(389_990, 10, 0, 5_820_020, 0, -10);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(512, 512, false)]
    [InlineData(513, 3, false)]
    [InlineData(1301, 1555, false)]
    [InlineData(1301, 1555, true)]
    public void Values_come_back_bit_by_bit_from_a_valid_file(int width, int height, bool isBig)
    {
        var values = Values(width, height, 30);

        var path = Write(new RasterSize(width, height), values, isCategorical: false, isBig);

        var read = RawImage.Read(path);
        for (var pixel = 0; pixel < values.Length; pixel++)
        {
            read[1, pixel % width, pixel / width].ShouldBe((float)values[pixel]);
        }

        Validate(path);
        var facts = Tool.Run("gdalinfo", path);
        facts.ShouldContain("LAYOUT=COG");
        facts.ShouldContain("Description = height & depth");
        facts.ShouldContain("NoData Value=nan");
        facts.ShouldContain("Origin = (389990.000000000000000,5820020.000000000000000)");
        facts.ShouldContain("ID[\"EPSG\",32633]");
        File.ReadAllBytes(path)[2].ShouldBe((byte)(isBig ? 43 : 42));
        Directory.GetFiles(_folder.Path).ShouldBe([path]);
    }

    [Fact]
    public void Overviews_are_means_of_the_values_that_are_there()
    {
        var (width, height) = (1301, 1555);
        var values = Values(width, height, 2);

        var path = Write(new RasterSize(width, height), values, isCategorical: false, isBig: false);

        for (var (level, size) = (0, (Width: width, Height: height)); level < 2; level++)
        {
            var (larger, below) = (values, size);
            size = ((below.Width + 1) / 2, (below.Height + 1) / 2);
            values = new double[size.Width * size.Height];
            var overview = Overview(path, level);
            (overview.Width, overview.Height).ShouldBe(size);
            for (var pixel = 0; pixel < values.Length; pixel++)
            {
                var (column, row) = (pixel % size.Width, pixel / size.Width);
                double[] four = [.. from y in (int[])[2 * row, (2 * row) + 1]
                                    from x in (int[])[2 * column, (2 * column) + 1]
                                    where x < below.Width && y < below.Height && !double.IsNaN(larger[(y * below.Width) + x])
                                    select (double)(float)larger[(y * below.Width) + x]];
                values[pixel] = four.Length == 0 ? double.NaN : four.Average();
                (overview[1, column, row] is var value && double.IsNaN(value) ? double.IsNaN(values[pixel])
                    : Math.Abs(value - values[pixel]) < 1e-5).ShouldBeTrue($"{level}: {column}, {row}");
            }
        }
    }

    [Fact]
    public void Overviews_of_classes_hold_no_others()
    {
        var (width, height) = (1301, 700);
        double[] values = [.. Enumerable.Range(0, width * height).Select(i => i % 7 == 0 ? double.NaN : (double)((i % width / 100 * 16) + (i % 3)))];

        var path = Write(new RasterSize(width, height), values, isCategorical: true, isBig: false);

        var (read, overview) = (RawImage.Read(path), Overview(path, 0));
        for (var pixel = 0; pixel < values.Length; pixel++)
        {
            var (column, row, value) = (pixel % width, pixel / width, double.IsNaN(values[pixel]) ? 0 : values[pixel]);
            read[1, column, row].ShouldBe(value);
            if (column % 2 == 0 && row % 2 == 0)
            {
                overview[1, column / 2, row / 2].ShouldBe(value);
            }
        }

        Validate(path);
    }

    [Theory]
    [InlineData(65_536, 512)]
    [InlineData(65_537, 256)]
    [InlineData(2_000_000, 16)]
    public void Tiles_of_wide_rasters_are_small_since_a_row_of_them_waits(int width, int tile) =>
        new TilePyramid(new RasterSize(width, 10), isCategorical: false, 0, (_, _, _) => { }).TileSize.ShouldBe(tile);

    private string Write(RasterSize size, double[] values, bool isCategorical, bool isBig)
    {
        var path = _folder["written.tif"];
        using (var writer = new CogWriter(_folder["waiting"], size, isCategorical, isCategorical ? 0 : float.NaN))
        {
            // Parts of no size that tiles have, in any order, from several threads.
            Parallel.ForEach(Parts(size).Shuffle(), part => writer.Add(
                part, [.. Enumerable.Range(part.Row, part.Height).SelectMany(row => values.Skip((row * size.Width) + part.Column).Take(part.Width))]));
            using var file = File.Create(path);
            var band = isCategorical ? Band with { Type = PixelType.UInt8, NoData = 0 } : Band;
            writer.Save(file, BandFields.Create(band, Place, RasterCrs.FromEpsg(32633)), isBig ? 0 : uint.MaxValue);
        }

        return path;
    }

    private static IEnumerable<RasterWindow> Parts(RasterSize size) =>
        from row in Enumerable.Range(0, (size.Height + 99) / 100)
        from column in Enumerable.Range(0, (size.Width + 469) / 470)
        select new RasterWindow(column * 470, row * 100, Math.Min(470, size.Width - (column * 470)), Math.Min(100, size.Height - (row * 100)));

    private static double[] Values(int width, int height, int exponents)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, width * height).Select(i =>
            (i % width / 37 + i / width / 23) % 5 == 0 ? double.NaN : (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-exponents, exponents)))];
    }

    private RawImage Overview(string path, int level)
    {
        var number = level.ToString(CultureInfo.InvariantCulture);
        Tool.Run("gdal_translate", "-q", "-oo", $"OVERVIEW_LEVEL={number}", path, _folder["overview.tif"]);
        return RawImage.Read(_folder["overview.tif"]);
    }

    private static void Validate(string path) =>
        Tool.Run("/usr/bin/python3", "-m", "osgeo_utils.samples.validate_cloud_optimized_geotiff", "--full-check=yes", path)
            .ShouldContain("is a valid cloud optimized GeoTIFF");
}
