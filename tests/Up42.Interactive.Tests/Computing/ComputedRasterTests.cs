using System.Globalization;
using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Computing;

public sealed class ComputedRasterTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly RasterFile _raster;

    public ComputedRasterTests() => _raster = RasterFile.Open(TestScene.Write(_folder["scene.tif"], 130, 70, TestScene.Utm, 32633));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _raster.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Values_are_those_of_the_formula_where_both_bands_have_data()
    {
        var image = _raster.Read(new RasterWindow(0, 0, 130, 70), null, [1, 3], Token);

        var values = _raster.Compute("NDVI").Values;

        for (var pixel = 0; pixel < 130 * 70; pixel++)
        {
            var (red, nir) = (image.Values(0)[pixel], image.Values(1)[pixel]);
            values[pixel / 130, pixel % 130].ShouldBe(image.Mask[pixel] == 0 ? double.NaN : (nir - red) / (nir + red));
        }
    }

    [Fact]
    public void Where_keeps_what_meets_a_condition_in_code_and_as_a_formula()
    {
        var ndvi = _raster.Compute("NDVI");

        var byCode = ndvi.Where(value => value > 0.3);

        byCode.Statistics(Token).Minimum.ShouldBeGreaterThan(0.3);
        byCode.Statistics(Token).Count.ShouldBeInRange(1, ndvi.Statistics(Token).Count - 1);
        ndvi.Where("value > 0.3").Values.ShouldBe(byCode.Values);
        ndvi.Where("ndvi > 0.3").Values.ShouldBe(byCode.Values);
        Should.Throw<Up42Exception>(() => ndvi.Where("nir > 0.3")).Message.ShouldBe(
            "There is no 'nir' in the formula 'nir > 0.3'; the value is called value or [NDVI].");
    }

    [Fact]
    public void Mask_keeps_what_another_raster_says()
    {
        var (ndvi, bright) = (_raster.Compute("NDVI"), _raster.Compute("red > 5000"));

        var masked = ndvi.Mask(bright);

        masked.Statistics(Token).Count.ShouldBe(bright.Where(value => value == 1).Statistics(Token).Count);
    }

    [Fact]
    public void Arithmetic_goes_pixel_by_pixel_and_what_is_missing_stays_so()
    {
        var (red, nir) = (_raster.Compute("red"), _raster.Compute("nir"));

        ((nir - red) / (nir + red)).Values.ShouldBe(_raster.Compute("NDVI").Values);
        (1 - ((red * 2) + 3)).Values.ShouldBe(_raster.Compute("1 - (red * 2 + 3)").Values);
        (2 * -red).Values.ShouldBe(_raster.Compute("-2 * red").Values);
        (red / 0).Statistics(Token).Count.ShouldBe(0);
        (5 + red).Values.ShouldBe((red + 5).Values);
    }

    [Fact]
    public void Arithmetic_of_different_grids_names_both()
    {
        using var other = RasterFile.Open(TestScene.Write(_folder["other.tif"], 130, 70, [390005, 10, 0, 5820000, 0, -10], 32633));

        Should.Throw<Up42Exception>(() => _raster.Compute("red") + other.Compute("red")).Message.ShouldBe(
            "red and red lie on different grids: 130 × 70 pixels of 10 × 10 m from 390000, 5820000 in WGS 84 / UTM zone 33N (EPSG:32633); and "
            + "130 × 70 pixels of 10 × 10 m from 390005, 5820000 in WGS 84 / UTM zone 33N (EPSG:32633). Take one to the other's with Reproject(like: …).");
        (_raster.Compute("red") + other.Compute("red").Reproject(_raster.Compute("red"))).Statistics(Token).Count.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void Classes_are_counted_from_one()
    {
        var classes = _raster.Compute("red").Classify(2500, 5000);

        var (values, red) = (classes.Values, _raster.Compute("red").Values);

        for (var pixel = 0; pixel < 130 * 70; pixel++)
        {
            var value = red[pixel / 130, pixel % 130];
            values[pixel / 130, pixel % 130].ShouldBe(double.IsNaN(value) ? double.NaN : value < 2500 ? 1 : value < 5000 ? 2 : 3);
        }

        Should.Throw<ArgumentException>(() => classes.Classify(2, 1)).Message
            .ShouldStartWith("Give 1 to 253 finite thresholds, each larger than the one before.");
    }

    [Fact]
    public void A_place_has_the_value_that_gdallocationinfo_tells()
    {
        var red = _raster.Compute("red");
        var random = new Random(4);
        Point[] places =
            [.. Enumerable.Range(0, 12).Select(_ => new Point(13.373 + (0.02 * random.NextDouble()), 52.515 + (0.008 * random.NextDouble())))];

        var values = red.Sample(places, Token);

        values.Count(value => !double.IsNaN(value)).ShouldBeGreaterThan(2);
        foreach (var (place, value) in places.Zip(values))
        {
            var text = Tool.RunWithInput(
                "gdallocationinfo", $"{Number(place.X)} {Number(place.Y)}\n", "-valonly", "-wgs84", "-b", "1", _folder["scene.tif"]).Trim();
            (text is "" or "0" ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture)).ShouldBe(value);
            red[place.X, place.Y].ShouldBe(value);
        }

        static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Statistics_and_histogram_are_of_every_pixel()
    {
        var red = _raster.Compute("red");

        var (ours, right) = (red.Statistics(Token), _raster.Statistics([1], Token)[0]);
        (ours.Count, ours.Minimum, ours.Maximum).ShouldBe((right.Count, right.Minimum, right.Maximum));
        ours.Mean.ShouldBe(right.Mean, 1e-9);
        ours.StandardDeviation.ShouldBe(right.StandardDeviation, 1e-9);
        red.Histogram(64, Token).Counts.Sum().ShouldBe(right.Count);
    }

    /// <summary>
    /// Against PROJ's geodesics (pyproj.Geod) along the densified outline. 130 × 70 pixels of 100 m², not quite that on Earth, where the zone's scale is
    /// 0.9996 in the middle and grows to its edges.
    /// </summary>
    [Fact]
    public void Area_is_that_on_the_ellipsoid()
    {
        using var whole = RasterFile.Open(TestScene.Write(_folder["whole.tif"], 130, 70, TestScene.Utm, 32633, missing: 0));
        whole.Compute("red").AreaSquareKilometers.ShouldBe(0.9104610419554075, 1e-7);
    }

    [Fact]
    public void Stacks_leave_out_what_is_missing()
    {
        using var other = RasterFile.Open(TestScene.Write(_folder["later.tif"], 130, 70, TestScene.Utm, 32633, seed: 2));
        ComputedRaster[] dates = [_raster.Compute("red"), other.Compute("red")];

        var (a, b) = (dates[0].Values, dates[1].Values);
        var (mean, least, most, median, count) = (
            dates.MeanOverTime().Values, dates.MinimumOverTime().Values, dates.MaximumOverTime().Values, dates.MedianOverTime().Values,
            dates.CountOverTime().Values);

        for (var pixel = 0; pixel < 130 * 70; pixel++)
        {
            var (row, column) = (pixel / 130, pixel % 130);
            double[] valid = [.. new[] { a[row, column], b[row, column] }.Where(value => !double.IsNaN(value))];
            count[row, column].ShouldBe(valid.Length);
            mean[row, column].ShouldBe(valid.Length == 0 ? double.NaN : valid.Average());
            median[row, column].ShouldBe(mean[row, column]);
            least[row, column].ShouldBe(valid.Length == 0 ? double.NaN : valid.Min());
            most[row, column].ShouldBe(valid.Length == 0 ? double.NaN : valid.Max());
        }
    }

    [Fact]
    public void Cancellation_ends_the_reading()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Should.Throw<OperationCanceledException>(() => _raster.Compute("NDVI").Statistics(cancelled.Token));
        Should.Throw<OperationCanceledException>(() => _raster.Compute("NDVI").SaveTif(_folder["none.tif"], cancelled.Token));
        _folder.Files.ShouldNotContain(name => name.StartsWith("none", StringComparison.Ordinal) || name.StartsWith(".up42-", StringComparison.Ordinal));
    }
}
