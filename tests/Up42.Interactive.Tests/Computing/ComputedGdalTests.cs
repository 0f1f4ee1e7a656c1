using System.Globalization;
using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Computing;

/// <summary>Computed rasters against GDAL's own programs.</summary>
public sealed class ComputedGdalTests : IDisposable
{
    private const string Area = "POLYGON ((13.3790 52.5160, 13.3845 52.5195, 13.3900 52.5170, 13.3870 52.5150, 13.3790 52.5160), "
        + "(13.3840 52.5168, 13.3850 52.5175, 13.3860 52.5168, 13.3840 52.5168))";

    private readonly TempFolder _folder = new();
    private readonly RasterFile _raster;

    public ComputedGdalTests() => _raster = RasterFile.Open(TestScene.Write(_folder["scene.tif"], 130, 70, TestScene.Utm, 32633));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _raster.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void SaveTif_has_the_values_of_gdal_calc()
    {
        var saved = _raster.Compute("NDVI").SaveTif(_folder["ndvi.tif"], Token);

        Tool.Run(
            "gdal_calc.py", "-A", _folder["scene.tif"], "--A_band=1", "-B", _folder["scene.tif"], "--B_band=3", "--type=Float32", "--quiet",
            $"--outfile={_folder["calc.tif"]}", "--calc=(B.astype(float)-A)/(B.astype(float)+A)", "--NoDataValue=-9999");
        var (ours, theirs) = (RawImage.Read(saved), RawImage.Read(_folder["calc.tif"]));
        for (var pixel = 0; pixel < 130 * 70; pixel++)
        {
            var right = theirs[1, pixel % 130, pixel / 130];
            ours[1, pixel % 130, pixel / 130].ShouldBe(right == -9999 ? double.NaN : right);
        }

        var facts = Tool.Run("gdalinfo", saved);
        facts.ShouldContain("LAYOUT=COG");
        facts.ShouldContain("NoData Value=nan");
        facts.ShouldContain("Description = NDVI");
        facts.ShouldContain("ID[\"EPSG\",32633]");
    }

    [Fact]
    public void SaveTif_of_classes_is_8_bit()
    {
        var saved = _raster.Compute("red").Classify(3000, 6000).SaveTif(_folder["classes.tif"], Token);

        var (ours, red) = (RawImage.Read(saved), RawImage.Read(_folder["scene.tif"]));
        for (var pixel = 0; pixel < 130 * 70; pixel++)
        {
            var value = red[1, pixel % 130, pixel / 130];
            ours[1, pixel % 130, pixel / 130].ShouldBe(value == 0 ? 0 : value < 3000 ? 1 : value < 6000 ? 2 : 3);
        }

        Tool.Run("gdalinfo", saved).ShouldContain("Type=Byte");
    }

    [Fact]
    public void Clip_has_the_pixels_of_gdalwarp()
    {
        var clipped = _raster.Compute("red").Clip(new NetTopologySuite.IO.WKTReader().Read(Area));

        File.WriteAllText(_folder["area.csv"], $"WKT,id\n\"{Area}\",1\n");
        Tool.Run("ogr2ogr", "-a_srs", "EPSG:4326", "-oo", "GEOM_POSSIBLE_NAMES=WKT", _folder["area.gpkg"], _folder["area.csv"]);
        var (bounds, text) = (clipped.Bounds!, CultureInfo.InvariantCulture);
        Tool.Run(
            "gdalwarp", "-q", "-cutline", _folder["area.gpkg"], "-wo", "CUTLINE_ALL_TOUCHED=FALSE",
            "-te", bounds.MinX.ToString(text), bounds.MinY.ToString(text),
            bounds.MaxX.ToString(text), bounds.MaxY.ToString(text), "-tr", "10", "10", "-dstnodata", "0", _folder["scene.tif"], _folder["cut.tif"]);
        var (values, theirs) = (clipped.Values, RawImage.Read(_folder["cut.tif"]));
        (theirs.Width, theirs.Height).ShouldBe((clipped.Width, clipped.Height));
        var inside = 0;
        for (var row = 0; row < clipped.Height; row++)
        {
            for (var column = 0; column < clipped.Width; column++)
            {
                var right = theirs[1, column, row];
                values[row, column].ShouldBe(right == 0 ? double.NaN : right, $"{column}, {row}");
                inside += right == 0 ? 0 : 1;
            }
        }

        inside.ShouldBeInRange(500, clipped.Width * clipped.Height - 500);
        Should.Throw<Up42Exception>(() => _raster.Compute("red").Clip(new Point(13.3790, 51).Buffer(0.01))).Message
            .ShouldStartWith("The area of interest does not meet red: 130 × 70 pixels");
    }

    /// <summary>Pixels stay about as large; gdalwarp measures that on boxes around turned parts, and would take them for reduced.</summary>
    [Theory]
    [InlineData(3857, Resampling.Nearest, 0.02)]
    [InlineData(4326, Resampling.Nearest, 0.02)]
    [InlineData(25832, Resampling.Nearest, 0.02)]
    [InlineData(3857, Resampling.Bilinear, 0.001)]
    [InlineData(25832, Resampling.Cubic, 0.001)]
    [InlineData(25832, Resampling.Average, 0.001)]
    public void Reproject_has_the_values_of_gdalwarp(int epsg, Resampling method, double share)
    {
        using var raster = RasterFile.Open(TestScene.Write(_folder["large.tif"], 700, 600, TestScene.Utm, 32633));
        var ours = raster.Compute("red").Reproject(RasterCrs.FromEpsg(epsg), pixelSize: epsg == 25832 ? 10 : null, method: method);

        var (bounds, text) = (ours.Bounds!, CultureInfo.InvariantCulture);
        Tool.Run(
            "gdalwarp", "-q", "-ot", "Float64", "-wt", "Float64", "-et", "0", "-wo", "XSCALE=1", "-wo", "YSCALE=1", "-t_srs", $"EPSG:{epsg}",
            "-r", method == Resampling.Nearest ? "near" : method.ToString().ToLowerInvariant(),
            "-te", bounds.MinX.ToString("R", text), bounds.MinY.ToString("R", text), bounds.MaxX.ToString("R", text), bounds.MaxY.ToString("R", text),
            "-ts", ours.Width.ToString(text), ours.Height.ToString(text), _folder["large.tif"], _folder["warped.tif"]);
        var (values, theirs, different) = (ours.Values, RawImage.Read(_folder["warped.tif"]), 0);
        for (var pixel = 0; pixel < ours.Width * ours.Height; pixel++)
        {
            var (value, right) = (values[pixel / ours.Width, pixel % ours.Width], theirs[1, pixel % ours.Width, pixel / ours.Width]);
            different += double.IsNaN(value) ? right == 0 ? 0 : 1 : Math.Abs(value - right) <= 100 + (0.05 * Math.Abs(right)) ? 0 : 1;
        }

        ((double)different / (ours.Width * ours.Height)).ShouldBeLessThan(share);
    }

    [Fact]
    public void Resample_averages_whole_pixels()
    {
        var mean = _raster.Compute("red").Resample(20).Values;

        var red = _raster.Compute("red").Values;
        for (var row = 0; row < 35; row++)
        {
            for (var column = 0; column < 65; column++)
            {
                double[] below =
                    [red[2 * row, 2 * column], red[2 * row, (2 * column) + 1], red[(2 * row) + 1, 2 * column], red[(2 * row) + 1, (2 * column) + 1]];
                double[] valid = [.. below.Where(value => !double.IsNaN(value))];
                mean[row, column].ShouldBe(valid.Length == 0 ? double.NaN : valid.Average(), 1e-9);
            }
        }
    }

    [Fact]
    public void ToPolygons_has_the_areas_of_gdal_polygonize()
    {
        using var raster = RasterFile.Open(TestScene.Write(_folder["classes.tif"], 60, 40, TestScene.Utm, 32633, most: 4, missing: 0.2));

        var table = raster.Compute("red").ToPolygons(cancellationToken: Token);

        Tool.Run("gdal_polygonize.py", "-q", _folder["classes.tif"], "-b", "1", "-f", "GeoJSON", _folder["polygons.json"], "polygons", "DN");
        var theirs = FeatureTable.Read(_folder["polygons.json"]);
        table.Count.ShouldBe(theirs.Count);
        foreach (var value in new[] { 1, 2, 3 })
        {
            table.Where(row => row.GetNumber("value") == value).Sum(row => row.GetNumber("area_km2")!.Value)
                .ShouldBe(theirs.Where(row => row.GetNumber("DN") == value).Sum(row => row.AreaSquareMeters) / 1e6, 1e-9);
        }

        table.Sum(row => row.GetNumber("area_km2")!.Value).ShouldBe(raster.Compute("red").AreaSquareKilometers, 1e-6);
    }

    [Fact]
    public void ToPolygons_of_too_many_values_says_what_to_do()
    {
        using var raster = RasterFile.Open(
            TestScene.Write(_folder["many.tif"], 300, 300, TestScene.Utm, 32633, Gdal.GdalDataType.Int32, most: int.MaxValue));

        Should.Throw<Up42Exception>(() => raster.Compute("red").ToPolygons(cancellationToken: Token)).Message.ShouldBe(
            "red has more than 65,535 different values; make classes first: Classify(0.2, 0.5).");
    }
}
