using System.Globalization;
using NetTopologySuite.Geometries;
using Up42.Interactive.Gdal;

namespace Up42.Interactive.Tests.Maps;

/// <summary>Images, footprints, areas and boxes stand in one frame, wherever on Earth and however far round their coordinates go.</summary>
public sealed class MapFrameTests : IDisposable
{
    private const string Fiji = """
        {"type":"Feature","properties":{},"geometry":{"type":"MultiPolygon","coordinates":
        [[[[179,-18],[180,-18],[180,-17],[179,-17],[179,-18]]],[[[-180,-18],[-179,-18],[-179,-17],[-180,-17],[-180,-18]]]]}}
        """;

    private const int Width = 720;
    private const int Height = 360;
    private const int West = 260;
    private const int East = 316;
    private const int North = 90;
    private const int South = 120;
    private const double Bright = 255;
    private const double Dark = 0;

    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>
    /// A raster of 720 × 360 pixels, dark but for a bright square, in a system and between two corners, and the square as PROJ has it, within
    /// ±180°, as footprint: it must stand round the bright pixels.
    /// </summary>
    [Theory]
    [Trait("Tier", "Long")]
    [InlineData("EPSG:4326", "-180 90 180 -90")]
    [InlineData("EPSG:4326", "-180.25 90 179.75 -90")]
    [InlineData("EPSG:4326", "0 90 360 -90")]
    [InlineData("EPSG:4326", "-0.5 90 359.5 -90")]
    [InlineData("EPSG:4326", "0 60 359 -60")]
    [InlineData("EPSG:4326", "-200 60 100 -60")]
    [InlineData("EPSG:4326", "-182 -10 -178 -14")]
    [InlineData("EPSG:3857", "0 20037508.3427892 40075016.6855785 -20037508.3427892")]
    [InlineData("EPSG:3857", "-20093168 20037508 19981848 -20037508")]
    [InlineData("EPSG:3857", "18900000 3000000 22000000 0")]
    [InlineData("EPSG:3395", "18900000 3000000 22000000 0")]
    [InlineData("EPSG:6933", "-17400000 7000000 17330000 -7000000")]
    [InlineData("EPSG:6933", "16500000 3000000 19000000 0")]
    [InlineData("EPSG:4087", "-20093168 10018754 19981848 -10018754")]
    [InlineData("EPSG:3832", "-20037508 20037508 20037508 -20037508")]
    [InlineData("ESRI:54009", "-18040096 9020048 18040096 -9020048")]
    [InlineData("+proj=sinu +R=6371007.181", "-20015109 10007555 20015109 -10007555")]
    [InlineData("+proj=robin +lon_0=180", "-17005833 8625155 17005833 -8625155")]
    [InlineData("+proj=geos +h=35785831 +lon_0=140.7", "-5500000 5500000 5500000 -5500000")]
    [InlineData("EPSG:3413", "0 0 3000000 -3000000")]
    [InlineData("EPSG:3031", "-3000000 3000000 3000000 -3000000")]
    public void Footprint_stands_round_the_pixels_it_describes(string crs, string corners)
    {
        var footprint = Paint(crs, corners);

        var map = new MapBuilder(new MapOptions()).AddImages([_folder["a.tif"]], null).AddFootprints(footprint, "uid").Build();

        var picture = RawImage.Read(map.SavePng(_folder["map.png"]));
        var outline = (
            from y in Enumerable.Range(0, picture.Height * 9 / 10)
            from x in Enumerable.Range(0, picture.Width)
            where Color(x, y) == (0, 163, 255)
            select (X: x, Y: y)).ToList();
        outline.Count.ShouldBeGreaterThan(10, "the outline is on the map");
        var (left, right) = (outline.Min(place => place.X), outline.Max(place => place.X));
        var (top, bottom) = (outline.Min(place => place.Y), outline.Max(place => place.Y));
        Color((left + right) / 2, (top + bottom) / 2).ShouldBe((Bright, Bright, Bright));
        var (away, middle) = (8 + ((right - left) / 4), (top + bottom) / 2);
        Color(left - away, middle).ShouldBe((Dark, Dark, Dark));
        Color(right + away, middle).ShouldBe((Dark, Dark, Dark));

        (double, double, double) Color(int x, int y) => (picture[1, x, y], picture[2, x, y], picture[3, x, y]);
    }

    /// <summary>A raster of the whole world and a small one across the antimeridian: both are whole, the small one beyond 180°.</summary>
    [Fact]
    public void A_world_and_a_raster_across_the_antimeridian_stand_in_one_frame()
    {
        Make("a.tif", "50", "-180", "90", "180", "-90");
        Make("b.tif", "250", "178", "-16", "182", "-20");

        var map = new MapBuilder(new MapOptions { Basemaps = [] }).AddImages([_folder["a.tif"], _folder["b.tif"]], null).Build();

        map.Bounds!.MinX.ShouldBe(-180, 1e-6);
        map.Bounds.MaxX.ShouldBe(182, 1e-6);
        var picture = RawImage.Read(map.SavePng(_folder["map.png"]));
        Enumerable.Range(0, picture.Width * picture.Height).Count(i => picture[1, i % picture.Width, i / picture.Width] == 250).ShouldBeGreaterThan(20);

        void Make(string name, string value, params string[] corners) => Tool.Run(
            "gdal_create", ["-outsize", "160", "80", "-bands", "1", "-burn", value, "-a_srs", "EPSG:4326", "-a_ullr", .. corners, _folder[name]]);
    }

    [Fact]
    public void Footprint_in_two_parts_is_that_of_the_raster_across_the_antimeridian() =>
        JobResults.Open(Path.GetDirectoryName(Samples.FindCase("rasters/m01_match_antimeridian/data.json"))!, cancellationToken: Token)
            .Rasters.ShouldHaveSingleItem().Match.ShouldBe(RasterMatch.Footprint);

    /// <summary>West and east of what is shown of parts on both sides of the antimeridian, or all over the world.</summary>
    [Theory]
    [InlineData("170 180|-180 -170", 170, 190)]
    [InlineData("178 182|-179 -178", 178, 182)]
    [InlineData("0 359|-115 -100", 0, 359)]
    [InlineData("-200 100|150 155", -210, 100)]
    [InlineData("-180 180|-115 -100", -180, 180)]
    [InlineData("0 13|179 181", 0, 181)]
    [InlineData("-80 -70|100 110", -80, 110)]
    public void Boxes_are_enclosed_in_one_frame(string boxes, double west, double east)
    {
        var all = boxes.Split('|').Select(box => box.Split(' ').Select(Number).ToArray()).Select(ends => new Envelope(ends[0], ends[1], 0, 1)).ToList();

        AntimeridianView.Enclose(all).ShouldBe(new Envelope(west, east, 0, 1));
    }

    [Fact]
    public void A_drawing_begins_with_its_parts_side_by_side() =>
        AoiMap.Draw(FeatureTable.Parse(Fiji)).ToString().ShouldEndWith("from 1 geometry, 179.0000° E – 179.0000° W, 18.0000° S – 17.0000° S");

    [Fact]
    public void A_picture_is_pinned_to_both_parts_of_its_footprint()
    {
        var corners = new MapRaster("a.png", "a") { Footprint = FeatureTable.Parse(Fiji)[0].Geometry }.Corners.ShouldNotBeNull();

        var longitudes = corners.Corners.Select(corner => WebMercator.ToWgs84(corner.X, corner.Y).Longitude).ToList();
        longitudes.Min().ShouldBe(179, 1e-6);
        longitudes.Max().ShouldBe(181, 1e-6);
    }

    [Fact]
    public void Coverage_is_drawn_side_by_side()
    {
        var coverage = FootprintCoverage.Measure(FeatureTable.Parse(Fiji), "sceneId", FeatureTable.Parse(Fiji));

        CoverageFigure.Aspect(coverage.ToView()).ShouldBe(1.78, 0.05);
        coverage.Percent!.Value.ShouldBe(100, 1e-6);
    }

    [Fact]
    public void Thumbnails_of_wide_and_of_cut_outlines_keep_their_shape()
    {
        GeometryOutline.Create(FeatureTable.Parse(Fiji)[0].Geometry)!.Path.ShouldBe("M0 18v-12h12h12v12h-12z");
        GeometryOutline.Create(Box(-100, -50, 100, 50))!.Path.ShouldBe(GeometryOutline.Create(Box(-50, -50, 150, 50))!.Path);
    }

    [Theory]
    [InlineData("""{"bbox":[179,-18,-179,-17]}""", 179, 181)]
    [InlineData(
        """{"geometry":{"type":"MultiPolygon","coordinates":[[[[179,1],[180,1],[180,2],[179,1]]],[[[-180,1],[-179,1],[-179,2],[-180,1]]]]}}""",
        179, 181)]
    [InlineData("""{"geometry":{"type":"Polygon","coordinates":[[[-100,1],[100,1],[100,2],[-100,1]]]}}""", -100, 100)]
    public void Areas_of_inputs_stand_side_by_side(string inputs, double west, double east)
    {
        using var json = System.Text.Json.JsonDocument.Parse(inputs);

        var area = InputArea.Find(json.RootElement).ShouldNotBeNull();

        (area.West, area.East).ShouldBe((west, east));
    }

    public void Dispose() => _folder.Dispose();

    private static Polygon Box(double west, double south, double east, double north) =>
        (Polygon)GeometryFactory.Default.ToGeometry(new Envelope(west, east, south, north));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Makes the raster, and the footprint of its bright part, in words of PROJ.</summary>
    private FeatureTable Paint(string crs, string corners)
    {
        using (var raster = GdalDataset.Create("GTiff", _folder["plain.tif"], Width, Height, 1, GdalDataType.Byte))
        {
            raster.Band(1).WriteRows<byte>(0, [.. Enumerable.Range(0, Width * Height).Select(i =>
                i % Width >= West && i % Width < East && i / Width >= North && i / Width < South ? (byte)Bright : (byte)Dark)]);
            raster.Close();
        }

        var ends = corners.Split(' ');
        Tool.Run("gdal_translate", ["-q", "-a_srs", crs, "-a_ullr", .. ends, _folder["plain.tif"], _folder["a.tif"]]);
        var (west, north, east, south) = (Number(ends[0]), Number(ends[1]), Number(ends[2]), Number(ends[3]));
        (double Column, double Row)[] ring =
        [
            .. Along(i => (West + (i * (East - West)), North)), .. Along(i => (East, North + (i * (South - North)))),
            .. Along(i => (East - (i * (East - West)), South)), .. Along(i => (West, South - (i * (South - North)))), (West, North),
        ];
        var input = string.Join('\n', ring.Select(place => FormattableString.Invariant(
            $"{west + (place.Column * (east - west) / Width)} {north + (place.Row * (south - north) / Height)}")));
        var places = Tool.RunWithInput("gdaltransform", input, "-s_srs", crs, "-t_srs", "EPSG:4326", "-output_xy");
        return FeatureTable.From([new Polygon(new LinearRing([.. places.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ').Select(Number).ToArray()).Select(place => new Coordinate(Math.IEEERemainder(place[0], 360), place[1]))]))]);

        static IEnumerable<(double, double)> Along(Func<double, (double, double)> at) => Enumerable.Range(0, 8).Select(i => at(i / 8.0));
    }
}
