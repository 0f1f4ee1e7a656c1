namespace Up42.Interactive.Tests.Rasters;

public sealed class BandExpressionTests(SampleScenes scenes) : IDisposable
{
    private const string SetWavelengths =
        """
        import sys
        from osgeo import gdal
        path, domain, key, unit, *wavelengths = sys.argv[1:]
        file = gdal.Open(path, 1)
        for number, wavelength in enumerate(wavelengths, 1):
            file.GetRasterBand(number).SetMetadataItem(key, wavelength, domain)
            if unit:
                file.GetRasterBand(number).SetMetadataItem('wavelength_units', unit)
        file = None
        """;

    private readonly TempFolder _folder = new();

    private string Olinda => SampleScenes.RasterIn(scenes.Olinda);

    [Theory]
    [InlineData("(b4 - b3) / (b4 + b3)")]
    [InlineData("(B4-b3)/(b3+b4)")]
    [InlineData("-(b3 - b4) * 2 / 2 / (b4 + b3) + 0.0")]
    public void Evaluate_computes_what_GDALs_values_give(string expression)
    {
        var truth = RawImage.Read(Olinda);
        using var raster = RasterFile.Open(Olinda);

        var image = BandExpression.Evaluate(expression, raster, 1024, TestContext.Current.CancellationToken);

        for (var i = 0; i < image.Width * image.Height; i += 97)
        {
            var (nir, red) = (truth[4, i % image.Width, i / image.Width], truth[3, i % image.Width, i / image.Width]);
            image.Values(0)[i].ShouldBe((nir - red) / (nir + red), 1e-12);
        }
    }

    [Fact]
    public void NDVI_finds_its_bands_by_name()
    {
        var named = _folder["named.tif"];
        Tool.Run("gdal_translate", "-q", "-b", "4", "-b", "3", Olinda, named);
        Tool.Run("gdal_edit.py", "-colorinterp_2", "red", named);
        Tool.Run(
            "/usr/bin/python3", "-c",
            "import sys; from osgeo import gdal; file = gdal.Open(sys.argv[1], 1); file.GetRasterBand(1).SetDescription('B08'); "
            + "file = None", named);
        using var raster = RasterFile.Open(named);
        using var plain = RasterFile.Open(Olinda);

        var token = TestContext.Current.CancellationToken;
        var ndvi = BandExpression.Evaluate("ndvi", raster, 1024, token).Values(0);
        ndvi.SequenceEqual(BandExpression.Evaluate("(b4 - b3) / (b4 + b3)", plain, 1024, token).Values(0)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("IMAGERY", "CENTRAL_WAVELENGTH_UM", "", "0.49", "0.665", "0.56", "0.842")]
    [InlineData("", "wavelength", "Nanometers", "490", "665.0", "560", "842")]
    [InlineData("", "WAVELENGTH", "um", "0.49", "0.665", "0.56", "0.842")]
    [InlineData("", "WAVELENGTH", "", "0.49", "0.665", "0.56", "0.842")]
    public void Bands_without_names_are_found_by_their_wavelengths(string domain, string key, string unit, params string[] wavelengths)
    {
        var file = _folder["light.tif"];
        Tool.Run("gdal_translate", "-q", "-b", "1", "-b", "3", "-b", "2", "-b", "4", "-colorinterp", "undefined,undefined,undefined,undefined", Olinda, file);
        Tool.Run("/usr/bin/python3", ["-c", SetWavelengths, file, domain, key, unit, .. wavelengths]);
        using var raster = RasterFile.Open(file);
        using var plain = RasterFile.Open(Olinda);

        var token = TestContext.Current.CancellationToken;
        raster.DefaultBands.ShouldBe([2, 3, 1]);
        raster.Bands.Select(band => Math.Round(band.Wavelength!.Value, 6)).ShouldBe([490, 665, 560, 842]);
        BandExpression.Evaluate("NDVI", raster, 1024, token).Values(0)
            .SequenceEqual(BandExpression.Evaluate("(b4 - b3) / (b4 + b3)", plain, 1024, token).Values(0)).ShouldBeTrue();
        raster.ToHtml().ShouldContain("665 nm");
    }

    [Fact]
    public void Where_the_result_is_not_finite_there_is_no_data()
    {
        using var raster = RasterFile.Open(Olinda);

        var image = BandExpression.Evaluate("b1 / (b1 - b1)", raster, 32, TestContext.Current.CancellationToken);

        image.Mask.ToArray().ShouldAllBe(valid => valid == 0);
    }

    [Theory]
    [InlineData("(b4 - b3", "The formula '(b4 - b3' ends where ) should stand.")]
    [InlineData("b4 ? b3", "The formula 'b4 ? b3' has '?' at character 4 where an operator or the end should stand.")]
    [InlineData("* b3", "The formula '* b3' has '*' at character 1 where a number, a band or ( should stand.")]
    [InlineData("b9 + b1", "'L7_ETMs.tif' has no band 9; it has 6 bands, 1 to 6.")]
    [InlineData("NDVI", "'L7_ETMs.tif' does not say which band is nir; write the formula with numbers, for example (b4 - b3) / (b4 + b3).")]
    public void Wrong_formulas_are_told_apart(string expression, string message)
    {
        using var raster = RasterFile.Open(Olinda);

        Should.Throw<Up42Exception>(() => BandExpression.Evaluate(expression, raster, 32, CancellationToken.None)).Message.ShouldBe(message);
    }

    public void Dispose() => _folder.Dispose();
}
