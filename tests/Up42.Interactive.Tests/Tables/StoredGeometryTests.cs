using System.Buffers.Binary;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Up42.Interactive.Tests.Tables;

/// <summary>Geometries as tables keep, measure, thin and draw them.</summary>
public class StoredGeometryTests
{
    /// <summary>Lines of at least two positions, rings closed and turned as RFC 7946 wants.</summary>
    [Theory]
    [InlineData("""{"type":"LineString","coordinates":[[1,2]]}""", "LINESTRING (1 2, 1 2)")]
    [InlineData("""{"type":"LineString","coordinates":[]}""", "LINESTRING EMPTY")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[0,2],[2,0]]]}""", "POLYGON ((0 0, 2 0, 0 2, 0 0))")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[9,0],[0,9],[0,0]],[[1,1],[2,1],[1,2],[1,1]]]}""",
        "POLYGON ((0 0, 9 0, 0 9, 0 0), (1 1, 1 2, 2 1, 1 1))")]
    [InlineData("""{"type":"Polygon","coordinates":[[[1,1]]]}""", "POLYGON ((1 1, 1 1, 1 1, 1 1))")]
    [InlineData("""{"type":"Polygon","coordinates":[[[179,0],[-179,0],[-179,2],[179,0]]]}""", "POLYGON ((179 0, -179 0, -179 2, 179 0))")]
    [InlineData("""{"type":"Polygon","coordinates":[[[179,0],[-179,2],[-179,0],[179,0]]]}""", "POLYGON ((179 0, -179 0, -179 2, 179 0))")]
    [InlineData("""{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}""", "MULTIPOINT ((1 2), (3 4))")]
    [InlineData("""{"type":"Point","coordinates":[]}""", "POINT EMPTY")]
    public void Geometries_are_stored_so_that_each_can_be_built(string json, string right)
    {
        var wkb = FeatureTable.Parse(json).WkbAt(0)!.Value;

        new WKTWriter().Write(new WKBReader().Read(wkb.ToArray())).ShouldBe(right);
    }

    [Theory]
    [InlineData("POINT (1 2)", 1, 2, 1, 2)]
    [InlineData("LINESTRING (1 9, 5 2)", 1, 2, 5, 9)]
    [InlineData("LINESTRING (170 0, -170 1)", 170, 0, 190, 1)]
    [InlineData("LINESTRING (-170 0, 170 1)", 170, 0, 190, 1)]
    [InlineData("POLYGON ((-120 80, 0 80, 120 80, -120 80))", -120, 80, 240, 90)]
    [InlineData("POLYGON ((-120 -80, 120 -80, 0 -80, -120 -80))", -120, -90, 240, -80)]
    [InlineData("MULTIPOINT ((1 2), (-3 4))", -3, 2, 1, 4)]
    [InlineData("GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (3 4, 5 6))", 1, 2, 5, 6)]
    public void Boxes_are_measured_without_building(string wkt, double west, double south, double east, double north)
    {
        var box = WkbBounds.Measure(FeatureTable.From([new WKTReader().Read(wkt)]).WkbAt(0));

        (box.MaxX - box.MinX, box.MinY, box.MaxY).ShouldBe((east - west, south, north));
        ((box.MinX - west) % 360).ShouldBe(0);
    }

    /// <summary>Of equals the first reaches furthest.</summary>
    [Fact]
    public void Extremes_are_the_first_to_each_side()
    {
        var extremes = new ExtremeIndexes();
        foreach (var (index, x, y) in new[] { (0, 5.0, 5.0), (1, 1.0, 5.0), (2, 1.0, 9.0), (3, 9.0, 9.0), (4, 9.0, 1.0), (5, 5.0, 1.0), (6, 5.0, 5.0) })
        {
            extremes.Add(index, x, y, x, y);
        }

        Enumerable.Range(0, 7).Where(extremes.Contains).ShouldBe([1, 2, 3, 4]);
    }

    /// <summary>The box of 24 by 24, north up; a dot for a point, a speck for what is too small for the scale.</summary>
    [Theory]
    [InlineData("POINT (1 2)", 0, "M9 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0z")]
    [InlineData("POLYGON ((0 -1, 2 -1, 2 1, 0 1, 0 -1))", 0, "M0 24h24v-24h-24z")]
    [InlineData("POLYGON ((0 -1, 2 -1, 2 1, 0 1, 0 -1))", 4, "M6 18h12v-12h-12z")]
    [InlineData("POLYGON ((0 -1, 2 -1, 2 1, 0 1, 0 -1))", 49, "M11 11h2v2h-2z")]
    [InlineData("POLYGON ((0 -1, 2 -1, 2 1, 0 1, 0 -1))", 48, "M12 12h1v1h-1z")]
    [InlineData("LINESTRING (0 -1, 2 1)", 0, "M0 24l24-24")]
    [InlineData("LINESTRING (0 1, 2 -1)", 0, "M0 0l24 24")]
    public void Outlines_are_drawn_north_up(string wkt, double extent, string path) =>
        GeometryOutline.Create(new WKTReader().Read(wkt), extent)!.Path.ShouldBe(path);

    /// <summary>What neither GeoJSON nor NetTopologySuite has is named, wherever it stands.</summary>
    [Theory]
    [InlineData("CIRCULARSTRING (0 0)", "CIRCULARSTRING is a type with curves")]
    [InlineData("GEOMETRYCOLLECTION (POINT (1 2), tin z (((0 0))))", "TIN is a type of surface.")]
    [InlineData("MultiSurfaceZM", "MULTISURFACE is a type with curves")]
    [InlineData("1 2 TRIANGLE", "TRIANGLE is a type of surface.")]
    [InlineData("POINT (1 2)", null)]
    [InlineData("TINY", null)]
    [InlineData("", null)]
    public void Unread_types_are_named(string text, string? right) =>
        (UnreadGeometry.Describe(text) is { } said ? said[..(right ?? said).Length] : null).ShouldBe(right);

    [Fact]
    public void Thinning_keeps_ends_and_extremes()
    {
        var positions = Enumerable.Range(0, 200).Select(i => new Coordinate(i / 10.0, i == 77 ? 50 : i == 78 ? -50 : 0)).ToArray();
        var wkb = FeatureTable.From([new LineString(positions)]).WkbAt(0)!.Value;
        var thinned = new WKBReader().Read(new WkbThinning(11, 1).Apply(wkb).ToArray());

        thinned.Coordinates.Select(position => (int)Math.Round(position.X * 10)).ShouldBe(
            Enumerable.Range(0, 200).Where(i => i % 11 == 0 || i is 77 or 78 or 199));
        WkbThinning.None.Apply(wkb).ShouldBe(wkb);
        WkbThinning.Create([wkb], 201).ShouldBe(WkbThinning.None);
        WkbThinning.Create([wkb], 50).ShouldBe(new WkbThinning(5, 1));
        BinaryPrimitives.ReadInt32LittleEndian(wkb.Span[5..]).ShouldBe(200);
    }

    [Fact]
    public void Chunks_keep_what_was_set_and_nothing_else()
    {
        var column = new ChunkedColumn<int>();
        int[] rows = [0, 1, 63, 64, 65, 255, 256, 300, 1023, 70];
        foreach (var row in rows)
        {
            column.Set(row, row * 7);
        }

        column.Clear(64);
        column.Clear(2);
        column.Clear(5000);
        column.Set(65, -1);

        column.Present().ShouldBe(rows.Order().Where(row => row != 64).Select(row => (row, row == 65 ? -1 : row * 7)));
        Enumerable.Range(0, 1500).Where(row => column.TryGet(row, out _)).ShouldBe(rows.Order().Where(row => row != 64));
        column.TryGet(255, out var value).ShouldBeTrue();
        value.ShouldBe(1785);
    }

    [Theory]
    [InlineData("POINT (1 2)", true, true)]
    [InlineData("pointzm(1 2 3 4)", true, true)]
    [InlineData("POINT EMPTY", true, true)]
    [InlineData("POINT", true, false)]
    [InlineData("POINTS (1 2)", false, false)]
    [InlineData("Pointe", false, false)]
    [InlineData("SRID=4326;POINT (1 2)", true, true)]
    [InlineData("", false, false)]
    [InlineData("1 2", false, false)]
    public void Well_known_text_begins_with_a_type(string text, bool isWkt, bool isGeometry) =>
        (WktFile.IsWkt(text), WktFile.IsGeometry(text)).ShouldBe((isWkt, isGeometry));
}
