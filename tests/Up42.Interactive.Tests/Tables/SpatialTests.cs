using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Up42.Interactive.Tests.Tables;

public class SpatialTests
{
    private const string OverTheAntimeridian =
        """{"type":"Feature","id":"fiji","properties":{},"geometry":"""
        + """{"type":"Polygon","coordinates":[[[179,-18],[-179,-18],[-179,-17],[179,-17],[179,-18]]]}}""";

    [Theory]
    [InlineData("POINT (179.5 -17.5)", 1)]
    [InlineData("POINT (-179.5 -17.5)", 1)]
    [InlineData("POINT (180.5 -17.5)", 1)]
    [InlineData("POINT (0 -17.5)", 0)]
    [InlineData("LINESTRING (179.9 -30, -179.9 0)", 1)]
    public void Intersects_meets_a_polygon_over_the_antimeridian_on_both_sides(string wkt, int rows) =>
        FeatureTable.Parse(OverTheAntimeridian).Intersects(Geometry(wkt)).Count.ShouldBe(rows);

    [Fact]
    public void Clip_by_an_area_over_the_antimeridian_keeps_what_lies_on_both_sides()
    {
        var islands = FeatureTable.From(
            [Geometry("POLYGON ((178 -18, 180 -18, 180 -17, 178 -17, 178 -18))"),
                Geometry("POLYGON ((-180 -18, -178 -18, -178 -17, -180 -17, -180 -18))"), Geometry("POINT (0 -17.5)")]);

        var clipped = islands.Clip(OverTheAntimeridian);

        clipped.Select(row => row.Geometry!.EnvelopeInternal).ShouldBe([new Envelope(179, 180, -18, -17), new Envelope(-180, -179, -18, -17)]);
        clipped.CoveragePercent(OverTheAntimeridian).ShouldBe(100, 1e-6);
    }

    [Fact]
    public void Bounds_over_the_antimeridian_go_on_beyond_180() =>
        FeatureTable.Parse(OverTheAntimeridian).Bounds.ShouldBe(new Envelope(179, 181, -18, -17));

    [Theory]
    [InlineData(
        "POLYGON ((179 -18, -179 -18, -179 -17, 179 -17, 179 -18))",
        "MULTIPOLYGON (((180 -18, 179 -18, 179 -17, 180 -17, 180 -18)), ((-179 -18, -180 -18, -180 -17, -179 -17, -179 -18)))")]
    [InlineData(
        "POLYGON ((179 -18, 181 -18, 181 -17, 179 -17, 179 -18))",
        "MULTIPOLYGON (((180 -18, 179 -18, 179 -17, 180 -17, 180 -18)), ((-179 -18, -180 -18, -180 -17, -179 -17, -179 -18)))")]
    [InlineData("POLYGON ((1 0, 2 0, 2 1, 1 0))", "POLYGON ((1 0, 2 0, 2 1, 1 0))")]
    [InlineData("LINESTRING (170 0, -170 0)", "MULTILINESTRING ((170 0, 180 0), (-180 0, -170 0))")]
    [InlineData("POLYGON ((-180 -90, 180 -90, 180 90, -180 90, -180 -90))", "POLYGON ((-180 -90, 180 -90, 180 90, -180 90, -180 -90))")]
    public void Cut_keeps_within_180_degrees(string wkt, string expected) =>
        Antimeridian.Cut(Geometry(wkt)).Normalized().ShouldBe(Geometry(expected).Normalized());

    [Fact]
    public void A_ring_round_the_pole_takes_the_pole_in()
    {
        var ice = FeatureTable.Parse("""{"type":"Polygon","coordinates":[[[-135,80],[-45,80],[45,80],[135,80],[-135,80]]]}""");

        ice.Intersects(Geometry("POINT (10 89.9)")).Count.ShouldBe(1);
        ice.Intersects(Geometry("POINT (10 70)")).Count.ShouldBe(0);
        ice.CoveragePercent(Geometry("POLYGON ((-10 85, 10 85, 10 88, -10 88, -10 85))")).ShouldBe(100, 1e-6);
    }

    [Fact]
    public void AreaSquareMeters_of_the_whole_globe_and_of_a_polar_cap_is_the_ellipsoid_s()
    {
        var globe = FeatureTable.From([Geometry("POLYGON ((-180 -90, 180 -90, 180 90, -180 90, -180 -90))")]);
        var ring = FeatureTable.From(
            [Geometry(
                $"POLYGON (({string.Join(", ", Enumerable.Range(0, 361).Select(i => FormattableString.Invariant($"{(i <= 180 ? i : i - 360)} 60")))}))")]);
        var cap = FeatureTable.From([Geometry("POLYGON ((-180 60, 180 60, 180 90, -180 90, -180 60))")]);

        globe.AreaSquareMeters.ShouldBe(510_065_621_724_088.4, 1e6);
        globe.AreaSquareKilometers.ShouldBe(globe.AreaSquareMeters / 1e6);
        ring.AreaSquareMeters.ShouldBe(cap.AreaSquareMeters, cap.AreaSquareMeters * 1e-4);
    }

    [Fact]
    public void CoveragePercent_counts_overlaps_once()
    {
        var scenes = FeatureTable.From(
            [Geometry("POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))"), Geometry("POLYGON ((1 0, 3 0, 3 2, 1 2, 1 0))"), Geometry("POINT (3.5 1)"),
                Geometry("POLYGON ((9 9, 9.5 9, 9.5 9.5, 9 9))")]);
        var area = Geometry("POLYGON ((0 0, 4 0, 4 2, 0 2, 0 0))");

        scenes.CoveragePercent(area).ShouldBe(75, 0.001);
        scenes[0].CoveragePercent(area).ShouldBe(50, 0.001);
        scenes[2].CoveragePercent(area).ShouldBe(0);
        scenes.Head(0).CoveragePercent(area).ShouldBe(0);
        scenes.WithColumn("covers", row => row.CoveragePercent(area)).SortBy("covers", descending: true)[3].GetNumber("covers").ShouldBe(0);
        Should.Throw<ArgumentException>(() => scenes.CoveragePercent(Geometry("POINT (1 1)")))
            .Message.ShouldStartWith("There is no polygon in the area of interest");
    }

    [Fact]
    public void Areas_of_interest_are_geometries_tables_texts_and_files()
    {
        var scenes = FeatureTable.Read(
            Samples.Find("berlin-sentinel2/result_tif.tgz") is var tgz
                ? JobResults.Open(tgz, cancellationToken: TestContext.Current.CancellationToken).Files.First(file => file.Name == "data.json").Path
                : "");
        var path = Samples.Find("collection/aoi_berlin.geojson");

        var percent = scenes.CoveragePercent(path);

        percent.ShouldBeInRange(0.0001, 100);
        scenes.CoveragePercent(File.ReadAllText(path)).ShouldBe(percent);
        scenes.CoveragePercent(FeatureTable.Read(path)).ShouldBe(percent);
        scenes.CoveragePercent(FeatureTable.Read(path)[0].Geometry!).ShouldBe(percent);
        scenes.Intersects(path).Count.ShouldBe(1);
    }

    [Fact]
    public void Intersects_by_the_index_agrees_with_every_row_tried()
    {
        var random = new Random(7);
        var boxes = FeatureTable.From(Enumerable.Range(0, 2000).Select(_ => Box(random.NextDouble() * 20, random.NextDouble() * 20, random.NextDouble())));
        var area = Geometry("POLYGON ((3 3, 12 5, 9 14, 7 8, 3 3))");

        var found = boxes.Intersects(area);

        found.Select(row => row.Geometry!.AsText()).ShouldBe(boxes.Where(row => row.Geometry!.Intersects(area)).Select(row => row.Geometry!.AsText()));
        found.Count.ShouldBeInRange(100, 1000);
        boxes.Clip(area).AreaSquareMeters.ShouldBeLessThan(found.AreaSquareMeters);
    }

    [Theory]
    [InlineData(
        "GEOMETRYCOLLECTION (POINT (1 1), POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0)), GEOMETRYCOLLECTION (LINESTRING (1 1, 9 1)))",
        "GEOMETRYCOLLECTION (LINESTRING (1 1, 1.5 1), POINT (1 1), POLYGON ((0.5 0, 0.5 2, 1.5 2, 1.5 0, 0.5 0)))")]
    [InlineData("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))", "MULTIPOLYGON (((0.5 0.5, 0.5 1.5, 1 1, 0.5 0.5)), ((1 1, 1.5 1.5, 1.5 0.5, 1 1)))")]
    [InlineData("POLYGON ((1.5 0, 2 0, 2 2, 1.5 2, 1.5 0))", null)]
    [InlineData("POINT EMPTY", null)]
    [InlineData("POLYGON ((0 0, 0 0, 0 0, 0 0))", null)]
    public void Clip_takes_collections_and_what_crosses_itself(string wkt, string? expected)
    {
        var clipped = FeatureTable.From([Geometry(wkt)]).Clip(Geometry("POLYGON ((0.5 -1, 1.5 -1, 1.5 3, 0.5 3, 0.5 -1))"));

        clipped.Count.ShouldBe(expected is null ? 0 : 1);
        (expected is null || Overlays.Repaired(clipped[0].Geometry!).Normalized().EqualsExact(Geometry(expected!).Normalized(), 1e-12))
            .ShouldBeTrue(clipped.ToGeoJson());
    }

    [Fact]
    public void Explode_gives_a_row_for_each_part()
    {
        var table = FeatureTable.Parse("""
            {"type":"FeatureCollection","features":[
             {"type":"Feature","id":1,"properties":{"n":"a"},"geometry":{"type":"MultiPoint","coordinates":[[1,1],[2,2,5]]}},
             {"type":"Feature","id":2,"properties":{"n":"b"},"geometry":null},
             {"type":"Feature","id":3,"properties":{"n":"c"},"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[3,3]},
             {"type":"MultiLineString","coordinates":[[[0,0],[1,1]],[[2,2],[3,3]]]}]}},
             {"type":"Feature","id":4,"properties":{"n":"d"},"geometry":{"type":"MultiPolygon","coordinates":[]}}]}
            """).SortBy("n", descending: true);

        var parts = table.Explode();

        parts.Select(row => $"{row.Id} {row.GetText("n")} {row.Geometry?.AsText()}").ShouldBe(
            ["4 d MULTIPOLYGON EMPTY", "3 c POINT (3 3)", "3 c LINESTRING (0 0, 1 1)", "3 c LINESTRING (2 2, 3 3)", "2 b ", "1 a POINT (1 1)",
                "1 a POINT Z(2 2 5)"],
            customMessage: parts.ToGeoJson());
        table.Count.ShouldBe(4);
    }

    [Fact]
    public void Explode_of_a_column_gives_a_row_for_each_value()
    {
        var table = FeatureTable.Parse("""
            {"type":"FeatureCollection","features":[
             {"type":"Feature","id":1,"properties":{"tags":["x",2,null],"n":1},"geometry":{"type":"Point","coordinates":[1,1]}},
             {"type":"Feature","id":2,"properties":{"tags":[],"n":2},"geometry":null},
             {"type":"Feature","id":3,"properties":{"tags":"y","n":3},"geometry":null},
             {"type":"Feature","id":4,"properties":{"n":4},"geometry":null}]}
            """);

        var rows = table.Explode("tags");

        rows["tags"].ShouldBe(["x", 2L, null, null, "y", null]);
        rows["n"].ShouldBe([1L, 1L, 1L, 2L, 3L, 4L]);
        rows[1].Geometry!.AsText().ShouldBe("POINT (1 1)");
        rows[2].Id.ShouldBe(1L);
    }

    [Fact]
    public void From_rows_takes_what_LINQ_gives()
    {
        var table = FeatureTable.Parse(
            """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":3},"geometry":null},"""
            + """{"type":"Feature","properties":{"n":1},"geometry":null},{"type":"Feature","properties":{"n":2},"geometry":null}]}""");
        var other = FeatureTable.Parse("""{"type":"Feature","id":"o","properties":{"m":true},"geometry":null}""");

        FeatureTable.From(table.OrderBy(row => row.GetNumber("n")).Take(2))["n"].ShouldBe([1L, 2L]);
        FeatureTable.From(table.Take(1).Concat(other))["m"].ShouldBe([null, true]);
        FeatureTable.From(table.Where(row => false).Select(row => row)).Count.ShouldBe(0);
        table.GroupBy(row => row.GetInteger("n") > 1, (key, rows) => FeatureTable.From(rows).Count).ShouldBe([2, 1]);
    }

    private static Polygon Box(double x, double y, double size) => (Polygon)GeometryFactory.Default.ToGeometry(new Envelope(x, x + size, y, y + size));

    private static Geometry Geometry(string wkt) => new WKTReader().Read(wkt);
}
