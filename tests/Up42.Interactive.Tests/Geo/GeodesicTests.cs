using CsCheck;
using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Geo;

public class GeodesicTests
{
    private static readonly Gen<Coordinate> Place = Gen.Select(Gen.Double[-180, 180], Gen.Double[-90, 90], (x, y) => new Coordinate(x, y));

    /// <summary>What PROJ 9.1 (C. F. F. Karney's GeographicLib) says of the same places, among them nearly opposite ones.</summary>
    [Theory]
    [InlineData(13.4, 52.5, -74, 40.7, 6403723.262353448, -63.9439264804804)]
    [InlineData(0, 0, 179.5, 0.2, 19964921.476554822, 36.081514470573985)]
    [InlineData(179.9, -16, -179.9, -17, 112705.07149164092, 169.10713298013604)]
    [InlineData(0, 90, 50, -90, 20003931.458625447, double.NaN)]
    [InlineData(0, 0, 0, 1, 110574.38855779878, 0)]
    [InlineData(10, 20, -170.1, -20.05, 19997552.465387452, 170.72543338445212)]
    [InlineData(30, 5, -150, -5, 20003931.458625447, double.NaN)]
    [InlineData(7, 8, 7, 8, 0, 0)]
    public void Inverse_agrees_with_PROJ(double x, double y, double toX, double toY, double meters, double degrees)
    {
        var (distance, azimuth) = Geodesic.Inverse(x, y, toX, toY);

        distance.ShouldBe(meters, 0.001);
        if (double.IsFinite(degrees))
        {
            Math.IEEERemainder((azimuth * 180 / Math.PI) - degrees, 360).ShouldBe(0, 1e-3);
        }
    }

    [Fact]
    public void Direct_leads_to_where_Inverse_points() => Gen.Select(Place, Gen.Double[0, 2 * Math.PI], Gen.Double[1, 1.9e7]).Sample((from, azimuth, meters) =>
    {
        var (x, y) = Geodesic.Direct(from.X, from.Y, azimuth, meters);

        Math.Abs(y).ShouldBeLessThanOrEqualTo(90);
        Math.Abs(x - from.X).ShouldBeLessThanOrEqualTo(180.0001);
        Geodesic.Inverse(from.X, from.Y, x, y).Meters.ShouldBe(meters, 0.002);
    }, iter: 2000, threads: 1);

    [Fact]
    public void A_box_in_space_is_never_further_than_what_lies_in_it() => Gen.Select(Place, Place, Place, Gen.Double[0, 1], Gen.Double[0, 1]).Sample(
        (a, b, other, across, up) =>
        {
            var box = new Envelope(a, b);
            var inside = new Coordinate(box.MinX + (across * box.Width), box.MinY + (up * box.Height));

            var bound = GlobeBox.Around(box).Distance(GlobeBox.Around(new Envelope(other)));

            bound.ShouldBeLessThanOrEqualTo(Geodesic.Inverse(inside.X, inside.Y, other.X, other.Y).Meters + GlobeIndex.Rounding);
        }, iter: 2000, threads: 1);

    [Fact]
    public void The_index_finds_what_looking_at_all_finds() => Gen.Select(Place.Array[1, 60], Place).Sample((places, from) =>
    {
        var index = new GlobeIndex(places.Select((place, row) => (row, (Geometry)new Point(place))));

        var found = index.Nearest(new Point(from))!.Value;

        var all = places.Select(place => Geodesic.Inverse(from.X, from.Y, place.X, place.Y).Meters).ToList();
        found.Meters.ShouldBe(all.Min());
        found.Row.ShouldBe(all.IndexOf(all.Min()));
    }, iter: 200, threads: 1);
}
