using System.Globalization;
using NetTopologySuite.Geometries;
using Up42.Interactive.Gdal;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>Where the Earth ends and begins anew, in systems whose numbers anybody can work out.</summary>
public class EarthTests
{
    private const double Equator = 2 * Math.PI * 6_378_137;

    /// <summary>World sinusoidal: x is R·λ·cos φ, so that what lies beyond the outline comes back on the same parallel and elsewhere.</summary>
    private const string Sinusoidal = """
        PROJCS["s",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],
        PROJECTION["Sinusoidal"],PARAMETER["longitude_of_center",0],PARAMETER["false_easting",0],PARAMETER["false_northing",0],UNIT["metre",1]]
        """;

    /// <summary>Degrees, grads, and cylinders: two Mercator, two equirectangular, one of equal area. Others do not go round.</summary>
    [Theory]
    [InlineData(4326, 360)]
    [InlineData(4807, 400)]
    [InlineData(3857, Equator)]
    [InlineData(3395, Equator)]
    [InlineData(4087, Equator)]
    [InlineData(32662, Equator)]
    [InlineData(6933, 34_735_060.9)]
    [InlineData(32633, 0)]
    [InlineData(3035, 0)]
    [InlineData(3031, 0)]
    [InlineData(2056, 0)]
    [InlineData(3375, 0)]
    public void A_turn_is_as_long_as_the_equator_of_its_system(int epsg, double length) => RasterCrs.FromEpsg(epsg).Turn.ShouldBe(length, 1);

    [Fact]
    public void What_is_not_a_cylinder_has_no_turn() => Crs(Sinusoidal).Turn.ShouldBe(0);

    /// <summary>What comes back in one coordinate alone, or in none, is off the Earth.</summary>
    [Theory]
    [InlineData(3857, 1000, 1e7, true)]
    [InlineData(3857, 1000, 2.2e8, false)]
    [InlineData(3857, 1000, -2.2e8, false)]
    [InlineData(3857, Equator, 1e7, true)]
    [InlineData(4326, 10, 90, true)]
    [InlineData(4326, 370, 10, true)]
    [InlineData(0, 20_037_508, 0, true)]
    [InlineData(0, 20_037_508, 5e6, false)]
    [InlineData(0, -20_037_508, 5e6, false)]
    [InlineData(0, 0, 5e6, true)]
    [InlineData(0, 0, 1.1e7, false)]
    public void Places_off_the_Earth_are_no_places(int epsg, double x, double y, bool isOnEarth)
    {
        var crs = epsg == 0 ? Crs(Sinusoidal) : RasterCrs.FromEpsg(epsg);
        var earth = new EarthSampler(RasterPlace.From(new Geotransform(0, 1, 0, 0, 0, -1)), crs, RasterCrs.Wgs84);
        double[] xs = [x, 0], ys = [y, 0];

        earth.Transform(xs, ys).ShouldBe(isOnEarth);

        (double.IsNaN(xs[0]), double.IsNaN(ys[0]), double.IsNaN(xs[1])).ShouldBe((!isOnEarth, !isOnEarth, false));
    }

    /// <summary>An image of 4 by 3 degrees from 10° east, 20° north holds its edges, and nothing beyond them.</summary>
    [Theory]
    [InlineData(10, 20, true)]
    [InlineData(14, 17, true)]
    [InlineData(12, 18, true)]
    [InlineData(9.99, 18, false)]
    [InlineData(14.01, 18, false)]
    [InlineData(12, 20.01, false)]
    [InlineData(12, 16.99, false)]
    public void Images_hold_their_edges(double x, double y, bool right)
    {
        var earth = new EarthSampler(RasterPlace.From(new Geotransform(10, 1, 0, 20, 0, -1)), RasterCrs.Wgs84, RasterCrs.Wgs84);

        earth.Holds(x, y, 4, 3).ShouldBe(right);
    }

    [Fact]
    public void A_grid_of_what_is_all_on_Earth_has_129_places_along_each_side()
    {
        var earth = new EarthSampler(RasterPlace.From(new Geotransform(10, 1, 0, 20, 0, -1)), RasterCrs.Wgs84, RasterCrs.Wgs84);

        var (x, y) = earth.Grid(4, 3);

        (x.Length, x[0], y[0], x[128], y[128], x[^1], y[^1]).ShouldBe((129 * 129, 10, 20, 14, 20, 14, 17));
        (x[1], y[129]).ShouldBe((10 + (4 / 128.0), 20 - (3 / 128.0)));
    }

    /// <summary>Between two nodes, which lie three degrees apart, the outline is found to a twentieth of a degree.</summary>
    [Fact]
    public void A_grid_has_places_where_the_Earth_ends()
    {
        var place = RasterPlace.From(new Geotransform(-2e7, 1e6, 0, 1e7, 0, -1e6));
        var earth = new EarthSampler(place, Crs(Sinusoidal), RasterCrs.Wgs84);

        var (x, y) = earth.Grid(40, 20);

        x.Length.ShouldBeGreaterThan(129 * 64);
        x.ShouldAllBe(longitude => Math.Abs(longitude) <= 180);
        y.ShouldAllBe(latitude => Math.Abs(latitude) <= 90);
        x.Max().ShouldBe(180, 0.05);
        x.Min().ShouldBe(-180, 0.05);
    }

    /// <summary>Bounds begin between -180° and 180°, and go on over the antimeridian; a whole turn is the whole Earth.</summary>
    [Theory]
    [InlineData(4326, "10 1 20 -1", "10 14 17 20")]
    [InlineData(4326, "178 1 20 -1", "178 182 17 20")]
    [InlineData(4326, "184 1 20 -1", "-176 -172 17 20")]
    [InlineData(4326, "-182 1 20 -1", "178 182 17 20")]
    [InlineData(4326, "-184 1 20 -1", "176 180 17 20")]
    [InlineData(4326, "-180 90 20 -1", "-180 180 17 20")]
    [InlineData(4326, "0 90 20 -1", "-180 180 17 20")]
    [InlineData(4326, "-100 89.99999 20 -1", "-180 180 17 20")]
    [InlineData(4326, "-100 89 20 -1", "-100 256 17 20")]
    [InlineData(4326, "10 1 90 -60", "10 14 -90 90")]
    [InlineData(4807, "100 10 20 -10", "92.34 128.34 -9 18")]
    [InlineData(3857, "0 10018754.17 1000000 -1", "-180 180 8.9466 8.9466")]
    public void Bounds_in_degrees_are_those_of_the_image(int epsg, string geotransform, string right)
    {
        var numbers = Numbers(geotransform);

        var bounds = RasterBounds.BoundsWgs84(
            RasterPlace.From(new Geotransform(numbers[0], numbers[1], 0, numbers[2], 0, numbers[3])), 4, 3, RasterCrs.FromEpsg(epsg))!;

        // The datum of the Paris meridian lies some hundred metres off.
        AssertNear(bounds, Numbers(right), tolerance: epsg == 4807 ? 0.005 : 1e-4);
    }

    /// <summary>Around a pole all longitudes are there, from the pole to the farthest corner.</summary>
    [Theory]
    [InlineData(3031, -90)]
    [InlineData(3413, 90)]
    public void Bounds_around_a_pole_are_its_cap(int epsg, double pole)
    {
        var bounds = RasterBounds.BoundsWgs84(RasterPlace.From(new Geotransform(-1e6, 5e5, 0, 1e6, 0, -5e5)), 4, 4, RasterCrs.FromEpsg(epsg))!;

        (bounds.MinX, bounds.MaxX).ShouldBe((-180, 180));
        (pole < 0 ? bounds.MinY : bounds.MaxY).ShouldBe(pole);
        Math.Abs(pole < 0 ? bounds.MaxY : bounds.MinY).ShouldBeInRange(76, 82);
    }

    private static RasterCrs Crs(string wkt)
    {
        using var reference = GdalSpatialReference.FromWkt(wkt.ReplaceLineEndings(""));
        return RasterCrs.From(reference);
    }

    private static double[] Numbers(string text) => [.. text.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];

    private static void AssertNear(Envelope bounds, double[] right, double tolerance)
    {
        bounds.MinX.ShouldBe(right[0], tolerance);
        bounds.MaxX.ShouldBe(right[1], tolerance);
        bounds.MinY.ShouldBe(right[2], tolerance);
        bounds.MaxY.ShouldBe(right[3], tolerance);
    }
}
