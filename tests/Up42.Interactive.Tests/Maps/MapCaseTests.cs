using NetTopologySuite.Geometries;
using Up42.Interactive.Gdal;

namespace Up42.Interactive.Tests.Maps;

/// <summary>Results that went wrong on maps or in plots once, whole: a new case is a row.</summary>
public sealed class MapCaseTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    /// <summary>The box that the map is fitted to: of all pixels that hold anything, and of nothing else.</summary>
    [Theory]
    [InlineData("l01_rare_detections", 13.3817, 52.0096, 14.2421, 52.5044, 0.001)]
    [InlineData("a17_jpeg_ycbcr_cog_mask", 13.3935, 52.4922, 13.4387, 52.5198, 0.001)]
    [InlineData("a10_constant_float", 13.3788, 52.501, 13.4237, 52.5196, 0.001)]
    [InlineData("i04_global_half_pixel_feature", -180, -85.0511, 180, 85.0511, 0.01)]
    [InlineData("i04d_exact", -180, -85.0511, 180, 85.0511, 0.01)]
    [InlineData("i15e_epsg6933_global", -180, -85.0446, 180, 85.0446, 0.5)]
    [InlineData("c36_mollweide", -180, -85.0511, 180, 85.0511, 1)]
    [InlineData("c36b_sinusoidal", -180, -85.0511, 180, 85.0511, 1)]
    [InlineData("c36c_robinson", -180, -85.0511, 180, 85.0511, 1)]
    [InlineData("c36d_geos_full_disk", -81.26, -81.28, 81.26, 81.28, 0.1)]
    [InlineData("c39n_3857_far", 170.68, 0, 197.629, 26.007, 0.01)]
    [InlineData("c39h_4807_grads", 2.3365, 48.5999, 3.2365, 49.4999, 0.002)]
    [InlineData("c39l_us_survey_km", 13.3788, 52.492, 13.424, 52.5196, 0.001)]
    [InlineData("c38d_crs_no_geotransform", 13.38, 52.49, 13.44, 52.52, 0.0001)]
    [InlineData("m01_match_antimeridian", 170, -20, 190, -5, 0.01)]
    [InlineData("j01_s1_grd_ascending_gcps", 12.9, 52, 13.6, 52.6, 0.01)]
    public void MapResults_is_fitted_to_what_the_raster_holds(string name, double west, double south, double east, double north, double tolerance)
    {
        var map = Open(name).MapResults(cancellationToken: Token);

        map.ToString().ShouldStartWith("Map of 1 image and 1 feature, ");
        var bounds = AntimeridianView.Near(map.Bounds.ShouldNotBeNull(), new Envelope(west, east, south, north));
        new[] { bounds.MinX, bounds.MinY, bounds.MaxX, bounds.MaxY }.Zip([west, south, east, north])
            .ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) <= tolerance, bounds.ToString());
    }

    [Fact]
    public void Plots_and_reports_take_every_raster_that_can_be_read()
    {
        var results = Open("j04_dimap_jp2");

        results.PlotResults(cancellationToken: Token).Titles.ShouldBe(["IMG_PHR1A_MS_R1C1.JP2", "IMG_PHR1A_MS_R1C2.JP2"]);
        results.PlotHistogram(cancellationToken: Token).ToString().ShouldStartWith("Histograms of 2 rasters: ");
        Should.Throw<Up42Exception>(() => results.PlotResults(fileFormats: [".tif"], cancellationToken: Token)).Message
            .ShouldStartWith("There is no raster of the format .tif in the results; there are IMG_01_PHR1A_MS/IMG_PHR1A_MS_R1C1.JP2, ");
    }

    [Theory]
    [InlineData("Name")]
    [InlineData("NAME")]
    [InlineData("name")]
    public void Features_have_the_name_of_their_column_in_any_letter_case(string column)
    {
        var kml = FeatureTable.Read(Samples.FindCase("vectors/k4_multi.kml"));

        var html = new MapBuilder(new MapOptions { ColorBy = column }, Token).AddFootprints(kml, column).Build().ToHtml();

        html.ShouldContain(">m</");
        html.ShouldNotContain("Feature 1");
        new MapBuilder(new MapOptions(), Token).AddVectors(kml, "k4").Build().ToHtml().ShouldContain(">m</");
    }

    [Fact]
    public void A_palette_has_a_key_of_its_classes()
    {
        using (var raster = GdalDataset.Create("GTiff", _folder["plain.tif"], 6, 1, 1, GdalDataType.Byte))
        {
            raster.Band(1).WriteRows<byte>(0, [2, 3, 4, 4, 2, 2]);
            raster.Close();
        }

        File.WriteAllText(_folder["colours.vrt"], $"""
            <VRTDataset rasterXSize="6" rasterYSize="1"><VRTRasterBand dataType="Byte" band="1"><ColorInterp>Palette</ColorInterp><ColorTable>
            <Entry c1="9" c2="9" c3="9"/><Entry c1="8" c2="8" c3="8"/><Entry c1="255" c2="0" c3="0"/><Entry c1="0" c2="255" c3="0"/>
            <Entry c1="0" c2="0" c3="255"/><Entry c1="7" c2="7" c3="7"/></ColorTable>
            <SimpleSource><SourceFilename>{_folder["plain.tif"]}</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>
            """);
        Tool.Run("gdal_translate", "-q", _folder["colours.vrt"], _folder["a.tif"]);
        using var file = RasterFile.Open(_folder["a.tif"]);

        var bar = RenderSettings.Create(null, null, Stretch.Default, null).Make(file, 64, Token).Bar.ShouldNotBeNull();

        (bar.Minimum, bar.Maximum).ShouldBe((1.5, 4.5));
        bar.Rgb.Chunk(bar.Rgb.Count / 3).Select(colors => colors.Distinct().ShouldHaveSingleItem()).ShouldBe([0xFF0000u, 0x00FF00u, 0x0000FFu]);
        bar.ToHtml().ToString().ShouldStartWith("2 <img ");
    }

    private static JobResults Open(string name) =>
        JobResults.Open(Path.GetDirectoryName(Samples.FindCase($"rasters/{name}/data.json"))!, cancellationToken: Token);
}
