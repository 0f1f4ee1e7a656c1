using NetTopologySuite.Densify;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Up42.Interactive.Tests.Tables;

public class SpatialVerbTests
{
    private static readonly FeatureTable Cities = new[]
    {
        new { name = "Berlin", wkt = "POINT (13.4 52.5)" }, new { name = "Suva", wkt = "POINT (178.4 -18.1)" }, new { name = "nowhere", wkt = "" },
    }.Select(city => new { city.name, place = city.wkt.Length == 0 ? null : Geometry(city.wkt) }).ToTable();

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    [InlineData(-89.99)]
    [InlineData(89.999)]
    public void Buffer_of_a_point_is_a_circle_on_the_ellipsoid(double latitude)
    {
        var circle = FeatureTable.From([new Point(179.9, latitude)]).Buffer(50_000)[0];

        var distances = circle.Geometry!.Coordinates.Where(place => Math.Abs(place.Y) < 90 && Math.Abs(place.X) < 180)
            .Select(place => Geodesic.Inverse(179.9, latitude, place.X, place.Y).Meters).ToList();
        distances.Max().ShouldBe(50_000, 1);
        distances.Min().ShouldBe(50_000, 75);
        (circle.AreaSquareMeters / (Math.PI * 50_000 * 50_000)).ShouldBe(1, 0.003);
    }

    [Fact]
    public void Buffer_inward_undoes_what_it_did_outward()
    {
        var square = FeatureTable.From([Geometry("POLYGON ((13 52, 14 52, 14 53, 13 53, 13 52), (13.4 52.4, 13.4 52.6, 13.6 52.6, 13.6 52.4, 13.4 52.4))")]);

        var back = square.Buffer(500).Buffer(-500);

        back.AreaSquareMeters.ShouldBe(square.AreaSquareMeters, 1e-4 * square.AreaSquareMeters);
        square.Buffer(-5000)[0].Geometry!.Coordinates.ShouldAllBe(place => square[0].Geometry!.Contains(new Point(place)));
        square.Buffer(-90_000)[0].Geometry!.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Buffer_of_what_is_large_is_made_of_pieces()
    {
        var line = FeatureTable.From([Geometry("LINESTRING (170 -10, 180 0, 190 10)")]);
        var box = FeatureTable.From([Densifier.Densify(Geometry("POLYGON ((10 40, 30 40, 30 50, 10 50, 10 40))"), 0.1)]);

        var around = line.Buffer(100_000);
        (around.AreaSquareMeters / ((200_000 * Geodesy.Length(line[0].Geometry)) + (Math.PI * 1e10))).ShouldBe(1, 0.003);
        around[0].Geometry!.EnvelopeInternal.ShouldBe(new Envelope(-180, 180, -10.9, 10.9), new EnvelopeComparer());
        var (wider, narrower) = (box.Buffer(10_000).AreaSquareMeters, box.Buffer(-10_000).AreaSquareMeters);
        ((wider - box.AreaSquareMeters) / (box.AreaSquareMeters - narrower)).ShouldBe(1, 0.02);
    }

    [Fact]
    public void Buffer_leaves_rows_without_a_place_as_they_are()
    {
        var buffered = Cities.Buffer(1000);

        buffered["name"].ShouldBe(Cities["name"]);
        buffered[2].Geometry.ShouldBeNull();
        FeatureTable.Empty.Buffer(1).Count.ShouldBe(0);
        FeatureTable.From([Polygon.Empty]).Buffer(5)[0].Geometry!.IsEmpty.ShouldBeTrue();
        Should.Throw<ArgumentOutOfRangeException>(() => Cities.Buffer(double.NaN)).Message.ShouldStartWith("A buffer has up to 2,000,000 metres");
        Should.Throw<ArgumentOutOfRangeException>(() => Cities.Buffer(3e6));
    }

    [Fact]
    public void Distance_is_the_shortest_way_on_the_ellipsoid()
    {
        var far = Cities.Distance("""{"type":"Point","coordinates":[-178.4,-18.1]}""");

        ((double)far["distance_m"][1]!).ShouldBe(Geodesic.Inverse(178.4, -18.1, 181.6, -18.1).Meters);
        far["distance_m"][2].ShouldBeNull();
        Cities[0].DistanceMeters(Geometry("POLYGON ((13 52, 14 52, 14 53, 13 53, 13 52))")).ShouldBe(0);
        Cities[0].DistanceMeters(Geometry("POLYGON ((14 52, 15 52, 15 53, 14 53, 14 52))")!)!.Value
            .ShouldBe(Geodesic.Inverse(13.4, 52.5, 14, 52.503).Meters, 100);
        Cities.Distance(Cities, "far")["far"].ShouldBe([0d, 0d, null]);
        Should.Throw<ArgumentException>(() => Cities.Distance(Cities.Tail(1))).Message.ShouldStartWith("There is no geometry to measure to");
    }

    [Fact]
    public void Nearest_finds_over_the_antimeridian_and_the_poles()
    {
        var ports = FeatureTable.From(new[] { "POINT (-179.9 -18)", "POINT (100 89)", "POINT (13 53)" }.Select(wkt => Geometry(wkt)!))
            .WithColumn("name", row => $"port {row.Index}");
        var from = FeatureTable.From(new[] { "POINT (179 -18)", "POINT (-80 88)", "POINT (13 52)" }.Select(wkt => Geometry(wkt)!)).WithColumn("name", _ => "x");

        from.Nearest(ports)["name_other"].ShouldBe(["port 0", "port 1", "port 2"]);
        from.Nearest(ports, maxMeters: 120_000)["name_other"].ShouldBe(["port 0", null, "port 2"]);
        from.Nearest(ports)["distance_m"].ShouldAllBe(meters => (double)meters! < 400_000);
        from.Nearest(FeatureTable.Empty)["distance_m"].ShouldBe([null, null, null]);
        Should.Throw<ArgumentOutOfRangeException>(() => from.Nearest(ports, -1));
    }

    [Fact]
    public void Dissolve_makes_one_geometry_of_each_group()
    {
        var fields = new[] { ("rye", "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))", 3), ("rye", "POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))", 4),
            ("oats", "POINT (5 5)", 1), ("none", "", 2) }
            .Select(field => new { crop = field.Item1, ha = field.Item3, place = field.Item2.Length == 0 ? null : Geometry(field.Item2) }).ToTable();

        var crops = fields.Dissolve("crop", ("ha", "sum"));

        crops["crop"].ShouldBe(["rye", "oats", "none"]);
        crops["rows"].ShouldBe([2L, 1L, 1L]);
        crops["ha_sum"].ShouldBe([7L, 1L, 2L]);
        crops[0].Geometry!.EqualsTopologically(Geometry("POLYGON ((0 0, 2 0, 2 1, 0 1, 0 0))")).ShouldBeTrue();
        crops[2].Geometry.ShouldBeNull();
        fields.Dissolve().ShouldHaveSingleItem().Geometry!.NumGeometries.ShouldBe(2);
        fields.Dissolve().Columns.ShouldHaveSingleItem().Name.ShouldBe("rows");
    }

    private static Geometry Geometry(string wkt) => new WKTReader().Read(wkt);

    private sealed class EnvelopeComparer : IEqualityComparer<Envelope>
    {
        public bool Equals(Envelope? x, Envelope? y) => Math.Abs(x!.MinX - y!.MinX) < 0.1 && Math.Abs(x.MaxX - y.MaxX) < 0.1
            && Math.Abs(x.MinY - y.MinY) < 0.1 && Math.Abs(x.MaxY - y.MaxY) < 0.1;

        public int GetHashCode(Envelope obj) => 0;
    }
}
