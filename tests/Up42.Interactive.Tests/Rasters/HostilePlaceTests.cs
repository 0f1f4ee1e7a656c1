using System.Globalization;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>Rasters whose place, scale or values no measure has are shown all the same.</summary>
public sealed class HostilePlaceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1e308, 1e308, 0, 1e308, 0, -1e308")]
    [InlineData("10, 1e-300, 0, 50, 0, -1e-300")]
    [InlineData("10, 0, 0, 50, 0, 0")]
    [InlineData("10, 1, 1, 50, 1, 1")]
    public void A_place_that_is_none_leaves_the_picture(string geotransform)
    {
        var path = Raster(64, geotransform, "<VRTRasterBand dataType=\"Byte\" band=\"1\"/>");

        using var raster = RasterFile.Open(path);

        raster.BoundsWgs84.ShouldBeNull();
        Plot(raster.Path).ToHtml().ShouldContain("shown by pixels");
    }

    [Theory]
    [InlineData(1e308, -1e308)]
    [InlineData(double.PositiveInfinity, 0)]
    [InlineData(2, double.NaN)]
    public void A_scale_that_no_measure_has_is_not_applied(double scale, double offset)
    {
        var path = Raster(8, "10, 1, 0, 50, 0, -1", string.Create(
            CultureInfo.InvariantCulture, $"<VRTRasterBand dataType=\"Byte\" band=\"1\"><Offset>{offset}</Offset><Scale>{scale}</Scale></VRTRasterBand>"));

        using var raster = RasterFile.Open(path);

        raster.Bands[0].ToPhysical(7).ShouldBeOneOf(7, 14);
        Plot(raster.Path).ToHtml().ShouldContain("<iframe");
    }

    [Fact]
    public void Values_as_far_apart_as_numbers_go_are_plotted()
    {
        File.WriteAllText(_folder["a.asc"], "ncols 2\nnrows 2\nxllcorner 10\nyllcorner 50\ncellsize 1\n1.7e308 -1.7e308\n1 2\n");
        Tool.Run(
            "gdal_translate", "-q", "-ot", "Float64", "-a_srs", "EPSG:4326", "--config", "AAIGRID_DATATYPE", "Float64", _folder["a.asc"], _folder["a.tif"]);

        using var raster = RasterFile.Open(_folder["a.tif"]);

        Plot(raster.Path).ToHtml().ShouldContain("<iframe");
    }

    private static BandPlot Plot(string raster) => PlotBuilder.Bands([raster], [], null, new PlotOptions(), TestContext.Current.CancellationToken);

    private string Raster(int size, string geotransform, string band)
    {
        File.WriteAllText(
            _folder["a.vrt"],
            $"""
            <VRTDataset rasterXSize="{size}" rasterYSize="{size}"><SRS>EPSG:4326</SRS><GeoTransform>{geotransform}</GeoTransform>{band}</VRTDataset>
            """);
        Tool.Run("gdal_translate", "-q", _folder["a.vrt"], _folder["a.tif"]);
        return _folder["a.tif"];
    }
}
