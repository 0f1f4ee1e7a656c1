using Up42.Interactive.Gdal;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>Rasters that do not lie as the world does: rotated, of another system, of none.</summary>
public sealed class RasterPlaceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Preview_of_a_rotated_raster_keeps_its_place()
    {
        using (var dataset = GdalDataset.Create("GTiff", _folder["rotated.tif"], 40, 20, 1, GdalDataType.Byte))
        {
            using var reference = GdalSpatialReference.FromEpsg(32633);
            dataset.SetSpatialReference(reference);
            dataset.Geotransform = [380000, 8, 6, 5820000, 6, -8];
            dataset.Band(1).WriteRows<byte>(0, Enumerable.Repeat((byte)200, 800).ToArray());
            dataset.Close();
        }

        using var raster = RasterFile.Open(_folder["rotated.tif"]);
        var image = raster.Preview(20, cancellationToken: TestContext.Current.CancellationToken);

        (raster.PixelWidth, raster.PixelHeight).ShouldBe((10, 10));
        image.IsNorthUp.ShouldBeFalse();
        image.Bounds.ShouldBe(raster.Bounds);
        image.Bounds!.Width.ShouldBe(40 * 8 + 20 * 6);
        var warped = Stretch.Default.Apply(image).WarpToWebMercator(cancellationToken: TestContext.Current.CancellationToken);
        var corners = new[] { 0, warped.Width - 1, warped.Width * (warped.Height - 1) }.Select(i => warped.Pixels[4 * i + 3]);
        corners.ShouldBe([0, 0, 0]);
        warped.Pixels[4 * (warped.Height / 2 * warped.Width + warped.Width / 2)].ShouldBe((byte)200);
    }

    [Theory]
    [InlineData(4326, 90)]
    [InlineData(3035, 200)]
    [InlineData(32634, 120)]
    public void Warp_has_the_pixels_of_gdalwarp_on_the_same_reduced_raster(int epsg, int maxSize)
    {
        var path = RasterZoo.Make(_folder, "int16 with negative values");
        using var raster = RasterFile.Open(path);

        var image = raster.Warp(RasterCrs.FromEpsg(epsg), maxSize, [2], TestContext.Current.CancellationToken);

        var (reduced, warped) = (_folder["reduced.tif"], _folder["warped.tif"]);
        var preview = raster.Preview(maxSize, [2], TestContext.Current.CancellationToken);
        Tool.Run("gdal_translate", "-q", "-b", "2", "-outsize", $"{preview.Width}", $"{preview.Height}", "-r", "nearest", path, reduced);
        Tool.Run(
            "gdalwarp",
            ["-q", "-t_srs", $"EPSG:{epsg}", "-r", "near", "-te",
            .. new[] { image.Bounds!.MinX, image.Bounds.MinY, image.Bounds.MaxX, image.Bounds.MaxY }
            .Select(n => n.ToString("R", System.Globalization.CultureInfo.InvariantCulture)), "-ts", $"{image.Width}", $"{image.Height}", reduced, warped]);
        var expected = Reference.Pixels(warped, ["1"], image.Width, image.Height)[0];
        var own = image.Values(0).ToArray().Select((value, i) => image.Mask[i] == 0 ? -3000 : value).ToArray();
        own.SequenceEqual(expected).ShouldBeTrue();
        expected.Count(value => value != -3000).ShouldBeGreaterThan(expected.Length / 2);
        Math.Max(image.Width, image.Height).ShouldBe(maxSize);
        using var made = RasterFile.Open(warped);
        made.Bounds!.MaxY.ShouldBe(image.Bounds.MaxY, 1e-6);
    }

    [Fact]
    public void Warp_of_a_raster_without_a_crs_says_so()
    {
        using var raster = RasterFile.Open(RasterZoo.Make(_folder, "no CRS"));

        Should.Throw<Up42Exception>(() => raster.Warp(RasterCrs.FromEpsg(4326))).Message
            .ShouldBe("The raster has no place in WGS 84 (EPSG:4326), since it names no coordinate reference system of its own.");
        Should.Throw<Up42Exception>(() => RasterCrs.FromEpsg(99)).Message.ShouldBe("There is no coordinate reference system EPSG:99.");
    }
}
