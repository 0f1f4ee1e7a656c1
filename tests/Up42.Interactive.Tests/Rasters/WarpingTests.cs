using CsCheck;
using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>Where pixels come from when a picture is warped, against the arithmetic written out.</summary>
public class WarpingTests
{
    private static readonly Gen<(double X, double Y)[]> Corners = Gen.Select(
        Gen.Double[-3, 3], Gen.Double[-3, 3], Gen.Double[-3, 3], Gen.Double[-3, 3], Gen.Double[-3, 3], Gen.Double[-3, 3], Gen.Double[-50, 50],
        Gen.Double[1, 9], (a, b, c, d, e, f, left, size) => new[]
        {
            (left + a, (10 * size) + b), (left + (12 * size) + c, (9 * size) + d), (left + (11 * size) + e, f), (left + size, size),
        });

    /// <summary>A grid that need not compute a pixel asks for its nodes and the middles of its cells alone.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(16, 16)]
    [InlineData(17, 33)]
    [InlineData(100, 40)]
    [InlineData(31, 200)]
    public void Grid_of_a_straight_map_interpolates_every_pixel(int width, int height)
    {
        var (across, down) = ((width + 15) / 16, (height + 15) / 16);
        var asked = new List<int>();

        var grid = new WarpGrid(Target(width, height), (x, y) =>
        {
            asked.Add(x.Length);
            Straight(x, y);
        });

        asked.ShouldBe([(across + 1) * (down + 1), across * down, 0]);
        AssertRows(grid, width, height, Straight, 1e-9);
    }

    [Fact]
    public void Grid_of_a_bent_map_stays_within_a_twentieth_of_a_pixel()
    {
        var (asked, straight) = (0, (6 + 1) * (5 + 1) + (6 * 5));

        var grid = new WarpGrid(Target(90, 70), (x, y) =>
        {
            asked += x.Length;
            Bent(x, y);
        });

        asked.ShouldBeGreaterThan(straight);
        ((asked - straight) % 256).ShouldBe(0);
        asked.ShouldBeLessThan(straight + (30 * 256));
        AssertRows(grid, 90, 70, Bent, 0.1);
    }

    [Fact]
    public void Grid_computes_where_a_part_of_a_cell_lies_nowhere()
    {
        var grid = new WarpGrid(Target(64, 48), Hole);

        AssertRows(grid, 64, 48, Hole, 1e-9);
    }

    /// <summary>Any place of the unit square comes back through the pinned corners: parallelograms and trapezes too.</summary>
    [Fact]
    public void Corner_pin_takes_places_back_to_where_they_are() => Gen.Select(Corners, Gen.Double[0, 1], Gen.Double[0, 1]).Sample((corners, u, v) =>
    {
        var ((x0, y0), (x1, y1), (x2, y2), (x3, y3)) = (corners[0], corners[1], corners[2], corners[3]);
        var pin = new CornerPinTransform(corners);

        // Diagonals meet where diagonals meet, sides stay straight: what makes a map projective.
        Near(pin.Locate(x0, y0), 0, 0);
        Near(pin.Locate(x1, y1), 1, 0);
        Near(pin.Locate(x2, y2), 1, 1);
        Near(pin.Locate(x3, y3), 0, 1);
        var t = (((x1 - x0) * (y1 - y3)) - ((y1 - y0) * (x1 - x3))) / (((x2 - x0) * (y1 - y3)) - ((y2 - y0) * (x1 - x3)));
        Near(pin.Locate(x0 + (t * (x2 - x0)), y0 + (t * (y2 - y0))), 0.5, 0.5);
        pin.Locate(x0 + (u * (x1 - x0)), y0 + (u * (y1 - y0))).Row.ShouldBe(0, 1e-9);
        pin.Locate(x1 + (v * (x2 - x1)), y1 + (v * (y2 - y1))).Column.ShouldBe(1, 1e-9);
        pin.Locate(x3 + (u * (x2 - x3)), y3 + (u * (y2 - y3))).Row.ShouldBe(1, 1e-9);
        pin.Locate(x0 + (v * (x3 - x0)), y0 + (v * (y3 - y0))).Column.ShouldBe(0, 1e-9);
    });

    /// <summary>Cells of a sample have the value under their middle, whichever row and column, pinned or in a place of their own.</summary>
    [Theory]
    [InlineData(5, 7, false)]
    [InlineData(5, 7, true)]
    [InlineData(13, 3, false)]
    [InlineData(13, 3, true)]
    [InlineData(1, 1, true)]
    public void Sample_takes_what_lies_under_the_middle_of_each_cell(int across, int down, bool isPinned)
    {
        const int Width = 11, Height = 9;
        var band = new RasterBand(1, "b", PixelType.Float64, ColorInterpretation.Gray, null, null, null, null);
        var values = Enumerable.Range(0, Width * Height).Select(i => (double)i).ToArray();
        var image = new RasterImage(new RasterSize(Width, Height), [band], [values], [.. Enumerable.Repeat((byte)255, Width * Height)])
        {
            Crs = RasterCrs.WebMercator,
            Place = RasterPlace.From(new Geotransform(1000, 10, 0, 5000, 0, -20)),
        };
        var box = new Envelope(985, 1120, 4800, 5030);
        var corners = isPinned ? new CornerPinTransform([(1000, 5000), (1110, 5000), (1110, 4820), (1000, 4820)]) : null;

        var sample = WebMercatorSample.Take(image, box, new RasterSize(across, down), corners).ShouldHaveSingleItem();

        for (var i = 0; i < sample.Length; i++)
        {
            var (x, y) = (985 + (((i % across) + 0.5) * 135 / across), 5030 - (((i / across) + 0.5) * 230 / down));
            var (column, row) = ((int)Math.Floor((x - 1000) / 10), (int)Math.Floor((5000 - y) / 20));
            var right = column is >= 0 and < Width && row is >= 0 and < Height ? (row * Width) + column : double.NaN;
            sample[i].ShouldBe(right, $"cell {i % across}, {i / across}");
        }
    }

    /// <summary>The strip of a colour bar goes from its first colour to its last, evenly.</summary>
    [Theory]
    [InlineData(new uint[] { 0x000000, 0xFFFFFF })]
    [InlineData(new uint[] { 0x000000, 0x800000, 0xFF00FF, 0x00FF00 })]
    public void Strip_of_a_color_bar_is_even(uint[] colors)
    {
        using var folder = new TempFolder();
        var html = new ColorBar("t", 0, 1, colors).ToHtml().ToString();
        var data = html[(html.IndexOf("base64,", StringComparison.Ordinal) + 7)..];
        File.WriteAllBytes(folder["bar.webp"], Convert.FromBase64String(data[..data.IndexOf('"')]));

        var strip = RawImage.Read(folder["bar.webp"]);

        (strip.Width, strip.Height).ShouldBe((128, 8));
        foreach (var column in Enumerable.Range(0, 128))
        {
            var position = column / 127.0 * (colors.Length - 1);
            var below = Math.Min((int)position, colors.Length - 2);
            foreach (var channel in Enumerable.Range(0, 3))
            {
                double low = (byte)(colors[below] >> (16 - (8 * channel))), high = (byte)(colors[below + 1] >> (16 - (8 * channel)));
                strip[channel + 1, column, column % 8].ShouldBe(low + ((high - low) * (position - below)), 0.51, $"{column}");
            }
        }
    }

    private static void AssertRows(WarpGrid grid, int width, int height, Action<double[], double[]> locate, double tolerance)
    {
        for (var row = 0; row < height; row++)
        {
            var (columns, rows) = (new double[width], new double[width]);
            grid.Row(row, columns, rows);
            double[] x = [.. Enumerable.Range(0, width).Select(column => 100 + ((column + 0.5) * 2))];
            double[] y = [.. Enumerable.Repeat(900 - ((row + 0.5) * 3.0), width)];
            locate(x, y);
            columns.Zip(x).ShouldAllBe(pair => double.IsNaN(pair.First) ? double.IsNaN(pair.Second) : Math.Abs(pair.First - pair.Second) <= tolerance);
            rows.Zip(y).ShouldAllBe(pair => double.IsNaN(pair.First) ? double.IsNaN(pair.Second) : Math.Abs(pair.First - pair.Second) <= tolerance);
        }
    }

    private static WarpTarget Target(int width, int height) =>
        new(new Envelope(100, 100 + (2 * width), 900 - (3 * height), 900), new RasterSize(width, height));

    private static void Straight(double[] x, double[] y) => Each(x, y, (a, b) => ((0.7 * a) + (0.2 * b) + 5, (0.1 * a) - (0.4 * b) + 300));

    private static void Bent(double[] x, double[] y) => Each(x, y, (a, b) => (a + (a < 200 ? 0.01 * (a - 150) * (a - 150) : 25 + (a - 200)), b));

    private static void Hole(double[] x, double[] y) => Each(x, y, (a, b) => a > 170 && b > 820 ? (double.NaN, double.NaN) : (a, b));

    private static void Each(double[] x, double[] y, Func<double, double, (double X, double Y)> change)
    {
        for (var i = 0; i < x.Length; i++)
        {
            (x[i], y[i]) = change(x[i], y[i]);
        }
    }

    private static void Near((double Column, double Row) place, double column, double row)
    {
        place.Column.ShouldBe(column, 1e-9);
        place.Row.ShouldBe(row, 1e-9);
    }
}
