using System.Globalization;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>Places, parts, types and statistics of rasters, by numbers that anybody can work out.</summary>
public class RasterArithmeticTests
{
    // A pixel of 5 by 10, turned: 3-4-5 along columns, 6-8-10 along rows.
    private static readonly Geotransform Turned = new(100, 3, 8, 200, 4, -6);

    [Fact]
    public void A_turned_place_goes_there_and_back()
    {
        Turned.At(2, 3).ShouldBe((130, 190));
        Turned.PixelAt(130, 190).ShouldBe((2, 3));
        (Turned.PixelWidth, Turned.PixelHeight).ShouldBe((5, 10));
        Turned.Moved(2, 3).ShouldBe(Turned with { X = 130, Y = 190 });
        Turned.Resized(100, 60, 50, 20).ShouldBe(new Geotransform(100, 6, 24, 200, 8, -18));
        Geotransform.From(Turned.ToArray()).ShouldBe(Turned);
        Turned.ToArray().ShouldBe([100, 3, 8, 200, 4, -6]);
    }

    [Theory]
    [InlineData(1, 0, 0, -1, true, true)]
    [InlineData(1, 0, 0, 1, false, true)]
    [InlineData(-1, 0, 0, -1, false, true)]
    [InlineData(0, 0, 0, -1, false, true)]
    [InlineData(1, 0, 0, 0, false, true)]
    [InlineData(1, 0.1, 0, -1, false, false)]
    [InlineData(1, 0, 0.1, -1, false, false)]
    public void North_is_up_where_columns_go_east_and_rows_south(double columnX, double rowX, double columnY, double rowY, bool isNorthUp, bool isAligned)
    {
        var place = new Geotransform(0, columnX, rowX, 0, columnY, rowY);

        (place.IsNorthUp, place.IsAxisAligned).ShouldBe((isNorthUp, isAligned));
    }

    [Theory]
    [InlineData(1, 0, 0, -1, true)]
    [InlineData(0, 0, 0, -1, false)]
    [InlineData(1, 2, 2, 4, false)]
    [InlineData(1, 2, 2, 3, true)]
    [InlineData(double.NaN, 0, 0, 1, false)]
    [InlineData(double.MaxValue, 0, 0, 1, false)]
    public void A_place_is_an_area(double columnX, double rowX, double columnY, double rowY, bool right) =>
        new Geotransform(7, columnX, rowX, 9, columnY, rowY).GivesPlace(10, 10).ShouldBe(right);

    [Theory]
    [InlineData(2, 3, 4, 5, "2 3 4 5", "0 0 10 10")]
    [InlineData(8, 9, 4, 5, "8 9 2 1", "0 0 12 14")]
    [InlineData(10, 0, 4, 5, null, "0 0 14 10")]
    [InlineData(0, 10, 4, 5, null, "0 0 10 15")]
    [InlineData(-3, -2, 4, 5, "0 0 1 3", "-3 -2 13 12")]
    [InlineData(-3, -2, 3, 5, null, "-3 -2 13 12")]
    public void Parts_have_something_in_common_or_not(int column, int row, int width, int height, string? common, string around)
    {
        var (one, other) = (new RasterWindow(0, 0, 10, 10), new RasterWindow(column, row, width, height));

        (one.Common(other) is { } part ? Text(part) : null).ShouldBe(common);
        one.Common(other).ShouldBe(other.Common(one));
        Text(one.Around(other)).ShouldBe(around);

        static string Text(RasterWindow window) => $"{window.Column} {window.Row} {window.Width} {window.Height}";
    }

    [Theory]
    [InlineData(PixelType.Unknown, "unknown", "", 0, 1)]
    [InlineData(PixelType.UInt8, "uint8", "whole small unsigned", 0, 255)]
    [InlineData(PixelType.Int8, "int8", "whole small", -128, 127)]
    [InlineData(PixelType.UInt16, "uint16", "whole small unsigned", 0, 65535)]
    [InlineData(PixelType.Int16, "int16", "whole small", -32768, 32767)]
    [InlineData(PixelType.UInt32, "uint32", "whole unsigned", 0, 4294967295)]
    [InlineData(PixelType.Int32, "int32", "whole", -2147483648, 2147483647)]
    [InlineData(PixelType.UInt64, "uint64", "whole unsigned", 0, 18446744073709551615.0)]
    [InlineData(PixelType.Int64, "int64", "whole", -9223372036854775808.0, 9223372036854775807.0)]
    [InlineData(PixelType.Float16, "float16", "", 0, 1)]
    [InlineData(PixelType.Float32, "float32", "", 0, 1)]
    [InlineData(PixelType.Float64, "float64", "", 0, 1)]
    [InlineData(PixelType.ComplexInt16, "complex_int16", "", 0, 1)]
    [InlineData(PixelType.ComplexInt32, "complex_int32", "", 0, 1)]
    [InlineData(PixelType.ComplexFloat16, "complex32", "", 0, 1)]
    [InlineData(PixelType.ComplexFloat32, "complex64", "", 0, 1)]
    [InlineData(PixelType.ComplexFloat64, "complex128", "", 0, 1)]
    public void Types_have_NumPy_s_names_and_their_limits(PixelType type, string name, string facts, double minimum, double maximum)
    {
        (type.ToText(), type.Limits()).ShouldBe((name, (minimum, maximum)));
        string.Join(' ', new[] { type.IsInteger() ? "whole" : "", type.IsSmallInteger() ? "small" : "", type.IsUnsigned() ? "unsigned" : "" }
            .Where(fact => fact.Length > 0)).ShouldBe(facts);
    }

    /// <summary>As <c>numpy.percentile</c> has them.</summary>
    [Theory]
    [InlineData("1 2 3 4", 25, 1.75)]
    [InlineData("4 1 3 2", 50, 2.5)]
    [InlineData("4 1 3 2", 0, 1)]
    [InlineData("4 1 3 2", 100, 4)]
    [InlineData("5 5 5 9", 60, 5)]
    [InlineData("5 5 5 9", 90, 7.8)]
    [InlineData("7", 50, 7)]
    [InlineData("-3 10", 10, -1.7)]
    [InlineData("0 0 0 0 0 0 0 0 0 1", 95, 0.55)]
    public void Percentiles_are_interpolated(string values, double percent, double right)
    {
        foreach (var type in new[] { PixelType.Int16, PixelType.Float64 })
        {
            Percentiles.Measure(Image(type, values), [0], percent, 100)!.Value.Low.ShouldBe(right, 1e-12, $"{type}");
        }
    }

    [Fact]
    public void What_is_masked_is_in_no_percentile_and_nothing_has_none()
    {
        foreach (var type in new[] { PixelType.UInt16, PixelType.Float32 })
        {
            Percentiles.Measure(Image(type, "9 1 5", [0, 255, 1]), [0], 0, 100).ShouldBe((1, 5));
            Percentiles.Measure(Image(type, "9 1 5", [0, 0, 0]), [0], 0, 100).ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("2 4 4 4 5 5 7 9", 2, 9, 5, 32)]
    [InlineData("3", 3, 3, 3, 0)]
    [InlineData("-1 1", -1, 1, 0, 2)]
    public void Statistics_of_parts_are_those_of_the_whole(string values, double minimum, double maximum, double mean, double squares)
    {
        var all = values.Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        for (var cut = 0; cut <= all.Length; cut++)
        {
            var joined = RunningStatistics.Join(RunningStatistics.Measure(all.AsSpan(0, cut)), RunningStatistics.Measure(all.AsSpan(cut)));

            (joined.Count, joined.Minimum, joined.Maximum).ShouldBe((all.Length, minimum, maximum));
            joined.Mean.ShouldBe(mean, 1e-12);
            joined.SquaredDeviations.ShouldBe(squares, 1e-12);
        }
    }

    /// <summary>Whole numbers have whole bins, as few together as it takes; others as many bins as wanted.</summary>
    [Theory]
    [InlineData(PixelType.Int16, "1 2 2 4", 4, "1 2 0 1", 0.5, 1, 2)]
    [InlineData(PixelType.Int16, "1 2 2 4", 3, "3 1", 0.5, 2, 2)]
    [InlineData(PixelType.Int16, "1 2 2 4", 1, "4", 0.5, 4, 2)]
    [InlineData(PixelType.Int16, "1 2", 9, "1 1", 0.5, 1, 1.5)]
    [InlineData(PixelType.Int32, "0 131071", 2, "1 1", -0.5, 65536, 65535.5)]
    [InlineData(PixelType.Float64, "0 1 1 4", 4, "1 2 0 1", 0, 1, 1)]
    [InlineData(PixelType.Float64, "0 4", 2, "1 1", 0, 2, 2)]
    [InlineData(PixelType.Float64, "3 3", 2, "2 0", 3, 0, 3)]
    public void Histograms_count_into_even_bins(PixelType type, string values, int bins, string counts, double start, double width, double median)
    {
        var histogram = Image(type, values).Histogram(bins)[0];

        string.Join(' ', histogram.Counts).ShouldBe(counts);
        (histogram.Start, histogram.BinWidth).ShouldBe((start, width));
        histogram.Median.ShouldBe(median, 1e-4);
    }

    /// <summary>Values that a tag of six digits can stand for, and those that it cannot.</summary>
    [Theory]
    [InlineData(PixelType.Float32, -3.40282e+38, -3.4028234663852886e+38, false)]
    [InlineData(PixelType.Float32, 0.1, 0.1, false)]
    [InlineData(PixelType.Float32, 1000, 1000.0001, false)]
    [InlineData(PixelType.Float32, 1000, 1000.01, true)]
    [InlineData(PixelType.Float32, 1e300, 7, true)]
    [InlineData(PixelType.Float64, 1000, 1000.0001, false)]
    [InlineData(PixelType.Float64, 1000, 1000.001, true)]
    [InlineData(PixelType.Float64, 0, 1e-300, true)]
    [InlineData(PixelType.Int32, 1000000000, 1000000001, true)]
    [InlineData(PixelType.Int32, 1000000000, 1000000000, false)]
    [InlineData(PixelType.Float64, double.NaN, 1, true)]
    [InlineData(PixelType.Float64, double.NaN, double.NaN, false)]
    [InlineData(PixelType.Float32, double.PositiveInfinity, double.PositiveInfinity, false)]
    public void NoData_is_told_within_the_rounding_of_its_type(PixelType type, double noData, double value, bool isData)
    {
        var gdal = Enum.Parse<Up42.Interactive.Gdal.GdalDataType>($"{type}");

        new NoDataTest(Band(type) with { NoData = noData }, gdal).IsData(value).ShouldBe(isData);
    }

    [Fact]
    public void Masks_are_united_and_intersected_pixel_by_pixel()
    {
        byte[] one = [0, 255, 7, 0], same = [0, 255, 7, 0], other = [9, 0, 255, 0];

        BandMasks.Unite([one, other]).ShouldBe([9, 255, 255, 0]);
        BandMasks.Intersect([one, other]).ShouldBe([0, 0, 7, 0]);
        BandMasks.Intersect([one]).ShouldBe(one);
        BandMasks.Share([one, same]).ShouldAllBe(mask => ReferenceEquals(mask, one));
        BandMasks.Share([one, other])[1].ShouldBeSameAs(other);
        var changes = 0;
        BandMasks.Map([one, one, other], mask => [(byte)++changes]).Select(mask => mask[0]).ShouldBe([(byte)1, (byte)1, (byte)2]);
    }

    [Theory]
    [InlineData(1, -1, "1 2 3 4 5 6", 10, 20)]
    [InlineData(1, 1, "4 5 6 1 2 3", 10, 22)]
    [InlineData(-1, -1, "3 2 1 6 5 4", 7, 20)]
    [InlineData(-1, 1, "6 5 4 3 2 1", 7, 22)]
    public void NorthUp_mirrors_pixels_and_place(double columnX, double rowY, string values, double x, double y)
    {
        var band = Band(PixelType.Int16);
        var image = new RasterImage(new RasterSize(3, 2), [band], [[1, 2, 3, 4, 5, 6]], [1, 2, 3, 4, 5, 6])
        {
            Place = RasterPlace.From(new Geotransform(10, columnX, 0, 20, 0, rowY)),
        }.NorthUp();

        string.Join(' ', image.Values(0).ToArray()).ShouldBe(values);
        string.Join(' ', image.Mask.ToArray()).ShouldBe(values);
        image.Place!.Geotransform.ShouldBe(new Geotransform(x, 1, 0, y, 0, -1));
        (image.MirrorsColumns, image.MirrorsRows).ShouldBe((columnX < 0, rowY > 0));
    }

    private static RasterBand Band(PixelType type) => new(1, "a", type, ColorInterpretation.Gray, null, null, null, null);

    private static RasterImage Image(PixelType type, string values, byte[]? mask = null)
    {
        var stored = values.Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        return new RasterImage(new RasterSize(stored.Length, 1), [Band(type)], [stored], mask ?? [.. stored.Select(_ => byte.MaxValue)]);
    }
}
