using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Tables;

public sealed class WkbThinningTests
{
    private const int Most = 1000;

    private static GeometryFactory Factory { get; } = new(new PrecisionModel(), 4326);

    [Fact]
    public void Lines_keep_their_box_their_ends_and_both_sides_of_a_zigzag()
    {
        var table = Table(Factory.CreateLineString(Zigzag(100_000, peakAt: 777)));

        var thinned = table.GeometryAt(0, Thinning(table))!;

        thinned.NumPoints.ShouldBeInRange(Most / 2, Most + 10);
        thinned.EnvelopeInternal.ShouldBe(table[0].Geometry!.EnvelopeInternal);
        (thinned.Coordinates[0], thinned.Coordinates[^1]).ShouldBe((table[0].Geometry!.Coordinates[0], table[0].Geometry!.Coordinates[^1]));
        thinned.Coordinates.Count(position => position.Y == 0).ShouldBeInRange(Most / 4, 3 * Most / 4);
    }

    [Fact]
    public void Rings_stay_closed_and_holes_get_fewer()
    {
        var holes = Enumerable.Range(0, 10_000).Select(i => Factory.CreateLinearRing(Square(0.5 + (0.5 * (i % 100)), 0.5 + (0.5 * (i / 100)), 0.1)));
        var table = Table(Factory.CreatePolygon(Factory.CreateLinearRing(Square(0, 0, 60)), [.. holes]));

        var thinned = table.GeometryAt(0, Thinning(table)).ShouldBeOfType<Polygon>();

        thinned.NumInteriorRings.ShouldBeInRange(1, Most / 4);
        thinned.EnvelopeInternal.ShouldBe(new Envelope(0, 60, 0, 60));
    }

    [Fact]
    public void Of_many_parts_the_outermost_stay()
    {
        var islands = Enumerable.Range(0, 50_000).Select(i => Factory.CreatePolygon(Square(i % 300 * 0.1, i / 300 * 0.1, 0.05))).ToList();
        islands.Insert(12_345, Factory.CreatePolygon(Square(-20, -20, 1)));
        var table = Table(Factory.CreateMultiPolygon([.. islands]));

        var thinned = table.GeometryAt(0, Thinning(table)).ShouldBeOfType<MultiPolygon>();

        thinned.NumGeometries.ShouldBeInRange(10, Most / 4);
        thinned.EnvelopeInternal.ShouldBe(table[0].Geometry!.EnvelopeInternal);
    }

    [Fact]
    public void Heights_and_nested_collections_come_through()
    {
        var line = Factory.CreateLineString([.. Zigzag(5000, peakAt: 7).Select(position => new CoordinateZ(position.X, position.Y, 5))]);
        var table = Table(Factory.CreateGeometryCollection([Factory.CreatePoint(new CoordinateZ(1, 2, 3)), Factory.CreateGeometryCollection([line])]));

        var thinned = table.GeometryAt(0, Thinning(table)).ShouldBeOfType<GeometryCollection>();

        thinned.NumPoints.ShouldBeInRange(Most / 4, Most + 10);
        thinned.Coordinates.Select(position => position.Z).Distinct().ShouldBe([3, 5]);
    }

    [Fact]
    public void What_is_few_stays_as_it_is()
    {
        var table = Table(Factory.CreateLineString(Zigzag(Most, peakAt: 7)));

        Thinning(table).IsNeeded.ShouldBeFalse();
        Thinning(table).Apply(table.WkbAt(0)!.Value).ShouldBe(table.WkbAt(0)!.Value);
    }

    private static WkbThinning Thinning(FeatureTable table) => WkbThinning.Create(Enumerable.Range(0, table.Count).Select(table.WkbAt), Most);

    private static FeatureTable Table(Geometry geometry) =>
        FeatureTable.From([new NetTopologySuite.Features.Feature(geometry, new NetTopologySuite.Features.AttributesTable())]);

    private static Coordinate[] Zigzag(int count, int peakAt) => [.. Enumerable.Range(0, count).Select(i => new Coordinate(i * 1e-4, i == peakAt ? 9 : i % 2))];

    private static Coordinate[] Square(double x, double y, double size) =>
        [new(x, y), new(x + size, y), new(x + size, y + size), new(x, y + size), new(x, y)];
}
