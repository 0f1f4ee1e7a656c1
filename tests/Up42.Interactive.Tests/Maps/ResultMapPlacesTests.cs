using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Maps;

/// <summary>Where maps put what has an unusual place, and what they do with much of it.</summary>
public sealed class ResultMapPlacesTests(SampleScenes scenes) : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_raster_without_place_is_pinned_to_the_corners_of_its_footprint()
    {
        // A rhomb: the raster's upper left corner goes to the north-west, and the rest clockwise.
        var map = new MapBuilder(new MapOptions())
            .AddImages([Plain() with { Footprint = Ring((10, 50), (10.2, 50.1), (10.3, 49.9), (10.1, 49.8)) }], null).Build();

        map.Bounds!.MinX.ShouldBe(10, 0.002);
        map.Bounds.MaxX.ShouldBe(10.3, 0.002);
        map.Bounds.MinY.ShouldBe(49.8, 0.002);
        map.Bounds.MaxY.ShouldBe(50.1, 0.002);
        map.ToHtml().ShouldContain("place approximate: by the corners of its footprint");
    }

    [Fact]
    public void The_picture_is_turned_with_its_footprint()
    {
        // Red left, green right, over a square that stands on its corner: red is in the south-west, green in the north-east.
        var pixels = Enumerable.Range(0, 40 * 40).SelectMany(i => i % 40 < 20 ? new byte[] { 255, 0, 0, 255 } : [0, 255, 0, 255]).ToArray();
        var corners = new CornerPinTransform([(-10, 0), (0, 10), (10, 0), (0, -10)]);

        var pinned = new RgbaImage(40, 40, pixels).WarpToCorners(corners, 100, Token);

        Color(pinned, 15, 50).ShouldBe((255, 0, 0, 255));
        Color(pinned, 70, 25).ShouldBe((0, 255, 0, 255));
        Color(pinned, 2, 2).Alpha.ShouldBe(0);

        static (int Red, int Green, int Blue, int Alpha) Color(RgbaImage image, int percentX, int percentY)
        {
            var pixel = image.Pixels[(4 * ((percentY * image.Height / 100 * image.Width) + (percentX * image.Width / 100)))..];
            return (pixel[0], pixel[1], pixel[2], pixel[3]);
        }
    }

    [Fact]
    public void A_footprint_of_many_corners_gives_its_smallest_rectangle() =>
        (Plain() with { Footprint = Ring((10, 50), (10.1, 50.05), (10.2, 50), (10.25, 49.9), (10.1, 49.8), (9.95, 49.9)) }).Corners!.Corners.Count.ShouldBe(4);

    [Fact]
    public void Quadrilateral_takes_its_corners_to_the_pictures_corners()
    {
        (double X, double Y)[] corners = [(0, 10), (12, 9), (10, -1), (1, 0)];
        var quadrilateral = new CornerPinTransform(corners);

        (double Column, double Row)[] expected = [(0, 0), (1, 0), (1, 1), (0, 1)];
        for (var i = 0; i < 4; i++)
        {
            var (column, row) = quadrilateral.Locate(corners[i].X, corners[i].Y);
            column.ShouldBe(expected[i].Column, 1e-9);
            row.ShouldBe(expected[i].Row, 1e-9);
        }
    }

    [Fact]
    public void MapQuicklooks_pins_each_to_the_feature_of_its_name()
    {
        var results = Quicklooks("one", "quicklook_two", "stranger");

        var map = results.MapQuicklooks(cancellationToken: Token);

        map.ToString().ShouldStartWith("Map of 2 images and 0 features");
        map.Bounds!.MinX.ShouldBe(10, 0.001);
        map.Bounds.MaxX.ShouldBe(12, 0.001);
        map.ToHtml().ShouldContain("stranger.png is not on the map");
    }

    [Fact]
    public void MapQuicklooks_without_quicklooks_says_how_to_get_them() =>
        Should.Throw<Up42Exception>(() => JobResults.Open(scenes.Olinda).MapQuicklooks(cancellationToken: Token)).Message
            .ShouldBe("There are no quicklooks yet; download them first: await job.DownloadQuicklooksAsync()");

    [Theory]
    [InlineData("""{"type":"Polygon","coordinates":[[[179,-16],[-179,-16],[-179,-17],[179,-17],[179,-16]]]}""")]
    [InlineData(
        """{"type":"MultiPolygon","coordinates":[[[[179,-16],[180,-16],[180,-17],[179,-17],[179,-16]]],"""
            + """[[[-180,-16],[-179,-16],[-179,-17],[-180,-17],[-180,-16]]]]}""")]
    [InlineData("""{"type":"LineString","coordinates":[[179,-16],[-179,-17]]}""")]
    [InlineData("""{"type":"MultiPoint","coordinates":[[179,-16],[-179,-17]]}""")]
    public void Features_across_the_antimeridian_stay_together(string geometry) =>
        Vectors(geometry).Bounds.ShouldBe(new Envelope(179, 181, -17, -16));

    [Fact]
    public void Halves_of_a_polygon_across_the_antimeridian_become_one() => AntimeridianView.From(
        Vector("""{"type":"MultiPolygon","coordinates":[[[[179,-16],[180,-16],[180,-17],[179,-17],[179,-16]]],"""
            + """[[[-180,-16],[-179,-16],[-179,-17],[-180,-17],[-180,-16]]]]}"""), 179)
        .ShouldBeOfType<Polygon>().EnvelopeInternal.Width.ShouldBe(2);

    [Fact]
    public void An_image_and_its_footprint_across_the_antimeridian_lie_on_each_other()
    {
        Tool.Run(
            "gdal_translate", "-q", "-a_srs", "EPSG:4326", "-a_ullr", "179.5", "-16", "180.5", "-17", SampleScenes.RasterIn(scenes.Olinda),
            _folder["fiji.tif"]);
        var footprint = FeatureTable.Parse(
            """{"type":"Feature","properties":{},"geometry":"""
            + """{"type":"Polygon","coordinates":[[[-179.6,-16],[-179.5,-16],[-179.5,-17],[-179.6,-17],[-179.6,-16]]]}}""");

        var html = new MapBuilder(new MapOptions()).AddImages([_folder["fiji.tif"]], null).AddFootprints(footprint, "uid").Build();

        html.Bounds!.MaxX.ShouldBe(180.5, 0.01);
    }

    [Fact]
    public void A_raster_at_a_pole_is_cut_where_web_maps_end()
    {
        Tool.Run(
            "gdal_translate", "-q", "-a_srs", "EPSG:3413", "-a_ullr", "-400000", "400000", "400000", "-400000",
            SampleScenes.RasterIn(scenes.Olinda), _folder["pole.tif"]);

        var bounds = new MapBuilder(new MapOptions()).AddImages([_folder["pole.tif"]], null).Build().Bounds!;

        bounds.MaxY.ShouldBe(85.0511, 0.001);
        bounds.Width.ShouldBeGreaterThan(300);
    }

    [Theory]
    [InlineData(0.00005)]
    [InlineData(60)]
    public void Scenes_of_ten_metres_and_of_a_continent_are_shown(double degrees)
    {
        Tool.Run(
            "gdal_translate", "-q", "-a_srs", "EPSG:4326", "-a_ullr", "10", "40", Text(10 + degrees), Text(40 - degrees),
            SampleScenes.RasterIn(scenes.Olinda), _folder["scene.tif"]);

        var map = new MapBuilder(new MapOptions()).AddImages([_folder["scene.tif"]], null).Build();

        map.Bounds!.Width.ShouldBe(degrees, degrees / 100);
        map.SavePng(_folder["map.png"]).ShouldBe(_folder["map.png"]);
    }

    [Fact]
    public void Values_of_the_readout_are_those_of_the_raster()
    {
        Tool.Run("gdal_translate", "-q", "-ot", "UInt16", "-scale", "0", "255", "0", "25500", SampleScenes.RasterIn(scenes.Olinda), _folder["scene.tif"]);
        using var raster = RasterFile.Open(_folder["scene.tif"]);
        var image = raster.Preview(400, [1], Token);
        var bounds = WebMercator.FromWgs84(raster.BoundsWgs84!);

        var values = Rasters.WebMercatorSample.Take(image, bounds, new RasterSize(20, 20))[0];

        for (var cell = 0; cell < values.Length; cell += 37)
        {
            var (longitude, latitude) = WebMercator.ToWgs84(
                bounds.MinX + ((cell % 20 + 0.5) * bounds.Width / 20), bounds.MaxY - ((cell / 20 + 0.5) * bounds.Height / 20));
            var expected = Tool.RunWithInput("gdallocationinfo", Text(longitude) + " " + Text(latitude), "-valonly", "-b", "1", "-wgs84", raster.Path).Trim();
            (double.IsNaN(values[cell]) ? string.Empty : Text(values[cell])).ShouldBe(expected);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static string Text(double number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Geometry Vector(string geometry) => FeatureTable.Parse($$"""{"type":"Feature","properties":{},"geometry":{{geometry}}}""")[0].Geometry!;

    private static ResultMap Vectors(string geometry) =>
        new MapBuilder(new MapOptions()).AddVectors(FeatureTable.From([Vector(geometry)]), "vectors").Build();

    private static Polygon Ring(params (double X, double Y)[] corners) =>
        new(new LinearRing([.. corners.Append(corners[0]).Select(corner => new Coordinate(corner.X, corner.Y))]));

    private MapRaster Plain()
    {
        Tool.Run("gdal_translate", "-q", "-b", "1", "-co", "PROFILE=BASELINE", SampleScenes.RasterIn(scenes.Olinda), _folder["plain.tif"]);
        return _folder["plain.tif"];
    }

    private JobResults Quicklooks(params string[] names)
    {
        Directory.CreateDirectory(_folder["job"]);
        foreach (var name in names)
        {
            Tool.Run(
                "gdal_translate", "-q", "-of", "PNG", "-b", "1", "-outsize", "64", "64", "-co", "WORLDFILE=NO",
                SampleScenes.RasterIn(scenes.Olinda), _folder[$"job/{name}.png"]);
        }

        File.WriteAllText(_folder["job/data.json"], """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"id":"one"},"geometry":{"type":"Polygon","coordinates":[[[10,50],[11,50],[11,49],[10,49],[10,50]]]}},
            {"type":"Feature","properties":{"sceneId":"two"},"geometry":{"type":"Polygon","coordinates":[[[11,50],[12,50],[12,49],[11,49],[11,50]]]}}]}
            """);
        return JobResults.Open(_folder["job"]);
    }
}
