using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>Rasters that went wrong once, each with what GDAL or NumPy says about it: a new case is a row.</summary>
public sealed class RasterCaseTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    /// <summary>What captions say: ranges per band, physical, of valid pixels alone.</summary>
    [Theory]
    [InlineData("a01_nodata_one_band_int16", null, "524–2,671, 477–3,000, 440–3,000")]
    [InlineData("a02_ndvi_nodata_one_band", "NDVI", "from 0.401 to 0.7116")]
    [InlineData("f54_landsat_st_kelvin", null, "from 282.95 to 303.55 K")]
    [InlineData("f55_s2_offset_ndvi", "NDVI", "from 0.595 to 0.8337")]
    [InlineData("f56_ndvi_int16_scaled", null, "viridis from −0.032 to 0.9")]
    [InlineData("i03_taudem_nodata", null, "viridis from 306.2 to 900")]
    [InlineData("a10_constant_float", null, "viridis from 12.5 to 12.5")]
    [InlineData("a05_alpha_float32", null, "stretched from 0.142–1, 0.119–1, 0.1039–1")]
    [InlineData("a05d_alpha_uint16_1", null, "the largest it has is taken for opaque")]
    [InlineData("a05f_alpha_uint8_1", null, "the largest it has is taken for opaque")]
    [InlineData("e50_landsat8_with_pan", null, "the first three: the file names no colours")]
    [InlineData("e49_landsat7_names", null, "bands 3 B3 (red), 2 B2 (green), 1 B1 (blue), by the numbers of Landsat 7")]
    [InlineData("e53b_pleiades_names", null, "bands 3 B2 (red), 2 B1 (green), 1 B0 (blue), by the numbers of Pléiades")]
    [InlineData("e53_expression_b4_name_vs_number", "(b4 - b3) / (b4 + b3)", "b4 is band 4 B08, b3 is band 3 B04, by number: names stand in brackets, as [B4]")]
    [InlineData("e53_expression_b4_name_vs_number", "NDVI", "nir is band 4 B08, red is band 3 B04, by the numbers of Sentinel-2")]
    [InlineData("d47c_hyperspectral_names_only", null, "by wavelength")]
    [InlineData("g58_multipage", null, "page 1 of 2; the others are not read")]
    [InlineData("g60_tfw", null, "a.tfw lies beside it and is not read")]
    [InlineData("j01_s1_grd_ascending_gcps", null, "placed by its ground control points")]
    [InlineData("l01_rare_detections", null, "few pixels hold anything")]
    [InlineData("i05b_the_scene_whole", null, "198–2,134, 186–2,268, 193–2,359")]
    public void Caption_says_what_is_right(string name, string? expression, string right)
    {
        using var raster = Open(name);

        var caption = string.Join(" · ", PictureCaption.Describe(Paint(raster, expression)));

        right.Split('|').ShouldContain(part => caption.Contains(part), caption);
    }

    /// <summary>The box in degrees, to a hundredth of the box: west, south, east, north.</summary>
    [Theory]
    [InlineData("c36_mollweide", -180, -90, 180, 90)]
    [InlineData("c36b_sinusoidal", -180, -90, 180, 90)]
    [InlineData("c36c_robinson", -180, -90, 180, 90)]
    [InlineData("c36d_geos_full_disk", -81.2, -81.2, 81.2, 81.2)]
    [InlineData("i15e_epsg6933_global", -180, -85.04, 180, 85.04)]
    [InlineData("i15k_ortho", -180, -39.95, 180, 90)]
    [InlineData("i04_global_half_pixel_feature", -180, -90, 180, 90)]
    [InlineData("i04d_exact", -180, -90, 180, 90)]
    [InlineData("c39h_4807_grads", 2.3365, 48.5999, 3.2365, 49.4999)]
    [InlineData("c39n_3857_far", 170.68, 0, 197.63, 26.0)]
    [InlineData("c39l_us_survey_km", 13.3788, 52.492, 13.424, 52.5196)]
    [InlineData("j01_s1_grd_ascending_gcps", 12.9, 52, 13.6, 52.6)]
    public void Bounds_are_those_of_gdalwarp(string name, double west, double south, double east, double north)
    {
        using var raster = Open(name);

        var bounds = raster.BoundsWgs84.ShouldNotBeNull();

        var tolerance = 0.012 * (east - west);
        bounds.MinX.ShouldBe(west, tolerance);
        bounds.MaxX.ShouldBe(east, tolerance);
        bounds.MinY.ShouldBe(south, 0.012 * (north - south));
        bounds.MaxY.ShouldBe(north, 0.012 * (north - south));
        Paint(raster, null).Colors.WarpToWebMercator(256, Token).CropToValid().ShouldNotBeNull();
    }

    [Fact]
    public void Formula_without_data_in_one_band_has_none()
    {
        using var raster = Open("a02_ndvi_nodata_one_band");

        var image = BandExpression.Evaluate("NDVI", raster, 1024, Token);

        image.Mask.ToArray().Count(mask => mask != 0).ShouldBe(99_200);
    }

    [Fact]
    public void Lowest_float_as_nodata_is_nodata_though_its_tag_has_six_digits()
    {
        using var raster = Open("i03_taudem_nodata");

        var statistics = raster.Statistics(cancellationToken: Token)[0];

        (statistics.Count, statistics.Minimum, statistics.Maximum).ShouldBe((115_000, 274.6352844238281, 900));
    }

    [Fact]
    public void Values_where_one_band_has_none_are_missing_in_that_band_alone()
    {
        using var raster = Open("a03_nan_one_band");
        var image = raster.Preview(bands: [1, 2, 3], cancellationToken: Token);

        var values = WebMercatorSample.Take(image, WebMercator.FromWgs84(raster.BoundsWgs84!), new RasterSize(200, 150));

        var partly = Enumerable.Range(0, values[0].Length).Where(i => values.Count(band => double.IsNaN(band[i])) is 1 or 2).ToList();
        partly.Count.ShouldBeGreaterThan(100);
        image.Mask.ToArray().Count(mask => mask == 0).ShouldBeLessThan(image.MaskOf(0).ToArray().Count(mask => mask == 0));
    }

    [Fact]
    public void Near_infrared_is_asked_for_where_the_sensor_is_unknown()
    {
        using var raster = Open("e50_landsat8_with_pan");

        Should.Throw<Up42Exception>(() => BandExpression.Evaluate("NDVI", raster, 64, Token)).Message
            .ShouldBe("'a.tif' does not say which band is nir; write the formula with numbers, for example (b4 - b3) / (b4 + b3).");
    }

    [Theory]
    [InlineData("e53_expression_b4_name_vs_number", "[B08] - \"B04\"", "b4 - b3")]
    [InlineData("e53_expression_b4_name_vs_number", "B08 - B04", "b4 - b3")]
    [InlineData("e53b_pleiades_names", "nir - red", "b4 - b3")]
    [InlineData("e53b_pleiades_names", "[B3] - [B2]", "b4 - b3")]
    public void Names_and_numbers_in_formulas_mean_one_thing(string name, string formula, string same)
    {
        using var raster = Open(name);

        var values = BandExpression.Evaluate(formula, raster, 128, Token).Values(0).ToArray();

        values.ShouldBe(BandExpression.Evaluate(same, raster, 128, Token).Values(0).ToArray());
        values.ShouldContain(value => value != 0);
    }

    [Fact]
    public void Ground_control_points_place_the_south_up_scene()
    {
        using var raster = Open("j01_s1_grd_ascending_gcps");
        var image = raster.Preview(cancellationToken: Token);

        var box = WebMercator.FromWgs84(new Envelope(12.999, 13.001, 52.001, 52.003));
        var values = WebMercatorSample.Take(image, box, new RasterSize(1, 1));

        values[0][0].ShouldBe(image.Values(0)[(1 * image.Width) + 1], 200);
        image.Warp(RasterCrs.FromEpsg(4326), 400, Token).Bounds!.MinY.ShouldBe(52, 0.01);
    }

    [Fact]
    public void Longitude_and_latitude_axes_show_all_columns_beyond_the_antimeridian()
    {
        using var raster = Open("c39n_3857_far");

        var image = raster.Preview(cancellationToken: Token).ToLongitudeLatitude(400, Token);

        image.Bounds!.MaxX.ShouldBe(197.63, 0.2);
        var middle = image.Height / 2 * image.Width;
        Enumerable.Range(1, image.Width - 2).Count(column => image.Mask[middle + column] == 0).ShouldBe(0);
    }

    [Theory]
    [InlineData("a17_jpeg_ycbcr_cog_mask", "by a mask")]
    [InlineData("a05d_alpha_uint16_1", "by alpha band")]
    [InlineData("b27_mask_0_1_uint8", "none")]
    public void Validity_is_named(string name, string right)
    {
        using var raster = Open(name);

        raster.Validity.ShouldBe(right);
    }

    [Fact]
    public void Facts_are_true_or_left_out()
    {
        using var jp2 = RasterFile.Open(Samples.FindCase("rasters/j04_dimap_jp2/IMG_01_PHR1A_MS/IMG_PHR1A_MS_R1C1.JP2"));
        using var kilometres = Open("c39l_us_survey_km");

        using var plain = Open("c38d_crs_no_geotransform");

        jp2.CompressionName.ShouldBe("JPEG 2000");
        plain.ToHtml().ShouldNotContain("rotated");
        kilometres.Crs!.Epsg.ShouldBeNull();
    }

    internal static RasterFile Open(string name)
    {
        var folder = Path.GetDirectoryName(Samples.FindCase($"rasters/{name}/data.json"))!;
        return RasterFile.Open(Directory.EnumerateFiles(folder).Single(file => Path.GetExtension(file).ToUpperInvariant() is ".TIF" or ".TIFF"));
    }

    private static Picture Paint(RasterFile raster, string? expression) =>
        RenderSettings.Create(null, expression, Stretch.Default, null).Make(raster, 1024, Token);
}
