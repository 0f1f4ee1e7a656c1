using System.Globalization;

namespace Up42.Interactive.Tests.Rasters;

public sealed class SpectralIndexTests : IDisposable
{
    private const double Blue = 0.05;
    private const double Green = 0.08;
    private const double Red = 0.06;
    private const double Nir = 0.42;
    private const double Swir16 = 0.21;
    private const double Swir22 = 0.11;

    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("NDVI", (Nir - Red) / (Nir + Red))]
    [InlineData("GNDVI", (Nir - Green) / (Nir + Green))]
    [InlineData("EVI", 2.5 * (Nir - Red) / (Nir + (6 * Red) - (7.5 * Blue) + 1))]
    [InlineData("EVI2", 2.5 * (Nir - Red) / (Nir + (2.4 * Red) + 1))]
    [InlineData("SAVI", (Nir - Red) / (Nir + Red + 0.5) * (1 + 0.5))]
    [InlineData("MSAVI", 0.5644722233073767)]
    [InlineData("NDWI", (Green - Nir) / (Green + Nir))]
    [InlineData("MNDWI", (Green - Swir16) / (Green + Swir16))]
    [InlineData("NDMI", (Nir - Swir16) / (Nir + Swir16))]
    [InlineData("NDBI", (Swir16 - Nir) / (Swir16 + Nir))]
    [InlineData("NBR", (Nir - Swir22) / (Nir + Swir22))]
    [InlineData("NDSI", (Green - Swir16) / (Green + Swir16))]
    [InlineData("VARI", (Green - Red) / (Green + Red - Blue))]
    [InlineData("BSI", (Swir16 + Red - (Nir + Blue)) / (Swir16 + Red + (Nir + Blue)))]
    public void Indices_are_those_of_their_references(string name, double expected)
    {
        using var raster = RasterFile.Open(Reflectances());

        var image = BandExpression.Evaluate(name.ToLowerInvariant(), raster, 10, TestContext.Current.CancellationToken);

        image.Values(0)[0].ShouldBe(expected, 1e-6);
        image.Remarks.ShouldAllBe(remark => remark.Contains("by name", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_index_has_a_test_a_domain_around_zero_and_a_reference()
    {
        var tested = typeof(SpectralIndexTests).GetMethod(nameof(Indices_are_those_of_their_references))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>().Select(row => (string)row.Data[0]!);

        SpectralIndex.All.Select(index => index.Name).ShouldBe(tested);
        SpectralIndex.All.ShouldAllBe(index => index.Minimum < 0 && index.Maximum > 0 && index.ColorScale.Center == 0 && index.Reference.Any(char.IsDigit));
    }

    [Fact]
    public void Documentation_lists_every_index() => string.Join('\n', SpectralIndex.All.Select(index => string.Create(
            CultureInfo.InvariantCulture,
            $"| {index.Name} | {index.Title} | `{index.Formula}` | −{-index.Minimum} to {index.Maximum} | {index.Reference} |")))
        .ShouldBe(File.ReadAllText(Path.Combine(Samples.RepositoryRoot, "docs/rasters.md"))
            .Split("|---|---|---|---|---|\n")[1].Split("\n\n")[0]);

    [Fact]
    public void An_index_of_reflectances_says_so_of_other_values()
    {
        var counts = _folder["counts.tif"];
        Tool.Run("gdal_translate", "-q", "-ot", "UInt16", "-scale", "0", "1", "0", "10000", Reflectances(), counts);
        using var raster = RasterFile.Open(counts);

        BandExpression.Evaluate("2 * EVI", raster, 10, TestContext.Current.CancellationToken).Remarks.ShouldContain(
            "EVI is defined for reflectances from 0 to 1, which these values are not: divide them in a formula of your own");
        BandExpression.Evaluate("NDVI", raster, 10, TestContext.Current.CancellationToken).Remarks.ShouldNotContain(remark => remark.Contains("reflectances"));
    }

    [Fact]
    public void A_band_that_has_the_name_of_an_index_is_taken_and_told()
    {
        var processed = _folder["processed.tif"];
        Tool.Run("gdal_translate", "-q", "-b", "1", Reflectances(), processed);
        Name(processed, "NDVI");
        using var raster = RasterFile.Open(processed);

        var image = BandExpression.Evaluate("NDVI", raster, 10, TestContext.Current.CancellationToken);

        image.Values(0)[0].ShouldBe(Blue, 1e-6);
        image.Remarks.ShouldBe(["NDVI is band 1 NDVI, by name"]);
    }

    [Fact]
    public void Common_names_name_bands_everywhere()
    {
        using var raster = RasterFile.Open(Reflectances());

        raster.FindBand("nir").ShouldBe(4);
        raster.NumbersOf(["swir16", "nir", "red"]).ShouldBe([5, 4, 3]);
        Should.Throw<Up42Exception>(() => raster.FindBand("rededge")).Message
            .ShouldBe("'reflectances.tif' has no band named 'rededge'; it has blue, green, red, nir, swir1, swir2.");
    }

    public void Dispose() => _folder.Dispose();

    private string Reflectances()
    {
        var file = _folder["reflectances.tif"];
        if (!File.Exists(file))
        {
            double[] values = [Blue, Green, Red, Nir, Swir16, Swir22];
            string[] bands = [.. values.Select((value, index) =>
            {
                var band = _folder[$"band{index}.tif"];
                Tool.Run("gdal_create", "-q", "-outsize", "4", "4", "-ot", "Float32", "-burn", value.ToString(CultureInfo.InvariantCulture), band);
                return band;
            })];
            Tool.Run("gdal_merge.py", ["-q", "-separate", "-o", file, .. bands]);
            Name(file, "blue", "green", "red", "nir", "swir1", "swir2");
        }

        return file;
    }

    private static void Name(string file, params string[] names) => Tool.Run(
        "/usr/bin/python3",
        ["-c", "import sys; from osgeo import gdal; file = gdal.Open(sys.argv[1], 1); "
            + "[file.GetRasterBand(i).SetDescription(name) for i, name in enumerate(sys.argv[2:], 1)]; file = None", file, .. names]);
}
