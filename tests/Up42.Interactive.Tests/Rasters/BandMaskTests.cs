namespace Up42.Interactive.Tests.Rasters;

public sealed class BandMaskTests : IDisposable
{
    private const string MaskEachBand =
        """
        import sys
        from osgeo import gdal
        file = gdal.Open(sys.argv[1], 1)
        for number, hidden in ((1, 100), (2, 300)):
            mask = gdal.GetDriverByName('MEM').Create('', file.RasterXSize, file.RasterYSize, 1)
            file.GetRasterBand(number).CreateMaskBand(0)
            values = bytearray(b'\xff' * (file.RasterXSize * file.RasterYSize))
            values[0:hidden * file.RasterXSize] = bytes(hidden * file.RasterXSize)
            file.GetRasterBand(number).GetMaskBand().WriteRaster(0, 0, file.RasterXSize, file.RasterYSize, bytes(values))
        file = None
        """;

    private readonly TempFolder _folder = new();

    [Fact]
    public void Preview_uses_the_mask_of_each_band_that_lies_beside_the_raster()
    {
        var path = _folder["two.tif"];
        Tool.Run("gdal_translate", "-q", "-b", "1", "-b", "2", "-a_nodata", "none", RasterZoo.MakeScene(_folder), path);
        Tool.Run("/usr/bin/python3", "-c", MaskEachBand, path);
        using var raster = RasterFile.Open(path);
        File.Exists($"{path}.msk").ShouldBeTrue();

        FirstValidRow(raster, [1]).ShouldBe(100);
        FirstValidRow(raster, [2]).ShouldBe(300);
        FirstValidRow(raster, [1, 2]).ShouldBe(100, "a pixel is data where any of its bands is");
        raster.Statistics([2], TestContext.Current.CancellationToken)[0].Count.ShouldBe(200 * 700);
    }

    public void Dispose() => _folder.Dispose();

    private static int FirstValidRow(RasterFile raster, int[] bands) =>
        raster.Preview(700, bands, TestContext.Current.CancellationToken).Mask.IndexOf((byte)255) / 700;
}
