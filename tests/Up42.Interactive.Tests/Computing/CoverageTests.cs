using CsCheck;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace Up42.Interactive.Tests.Computing;

/// <summary>Shares of pixels against overlays of NetTopologySuite, which cut each pixel with the polygon.</summary>
public class CoverageTests
{
    private const int Size = 9;

    private static readonly PixelGrid Grid = new(
        new RasterSize(Size, Size), RasterPlace.From(new Geotransform(0, 0.001, 0, 0.009, 0, -0.001)), RasterCrs.Wgs84);

    private static readonly Gen<Coordinate> Position =
        Gen.Select(Gen.Int[-3000, 12000], Gen.Int[-3000, 12000]).Select(at => new Coordinate(at.Item1 / 1e6, at.Item2 / 1e6));

    [Fact]
    public void Coverage_of_random_polygons_is_the_area_that_overlays_cut() =>
        Gen.Select(Position.Array[3, 12], Position.Array[3, 5]).Sample((outline, hole) =>
        {
            var (whole, cut) = (Polygons(Overlays.Repaired(Ring(outline))), Polygons(Overlays.Repaired(Ring(hole))));
            var polygon = Polygons(OverlayNGRobust.Overlay(whole, cut, SpatialFunction.Difference));

            var coverage = PixelPolygons.Create(polygon, Grid).Coverage(Grid.Whole);

            for (var pixel = 0; pixel < Size * Size; pixel++)
            {
                Share(polygon, pixel % Size, pixel / Size).ShouldBe(coverage[pixel], 1e-9, polygon.ToText());
            }
        }, iter: 100, threads: 1);

    /// <summary>A part has the shares that the whole has there: edges to its left, above and below are taken into account.</summary>
    [Fact]
    public void Coverage_of_a_part_is_that_of_the_whole() =>
        Gen.Select(Position.Array[3, 8], Gen.Int[0, 7], Gen.Int[0, 7]).Sample((outline, column, row) =>
        {
            var polygons = PixelPolygons.Create(Ring(outline), Grid);
            var part = new RasterWindow(column, row, Size - column - 1, Size - row - 1);

            var (whole, some) = (polygons.Coverage(Grid.Whole), polygons.Coverage(part));

            for (var i = 0; i < some.Length; i++)
            {
                some[i].ShouldBe(whole[((row + (i / part.Width)) * Size) + column + (i % part.Width)], 1e-9);
            }
        }, iter: 200, threads: 1);

    [Fact]
    public void Coverage_of_pixels_in_full_is_one() =>
        PixelPolygons.Create(GeometryFactory.Default.ToGeometry(new Envelope(0.002, 0.005, 0.002, 0.004)), Grid).Coverage(Grid.Whole).Sum().ShouldBe(6, 1e-9);

    private static Geometry Polygons(Geometry geometry) => GeometryFactory.Default.BuildGeometry([.. Antimeridian.Parts(geometry).OfType<Polygon>()]);

    private static Polygon Ring(Coordinate[] outline) => new(new LinearRing([.. outline, outline[0].Copy()]));

    private static double Share(Geometry polygon, int column, int row)
    {
        var pixel = GeometryFactory.Default.ToGeometry(
            new Envelope(column * 0.001, (column + 1) * 0.001, 0.009 - ((row + 1) * 0.001), 0.009 - (row * 0.001)));
        return OverlayNGRobust.Overlay(polygon, pixel, SpatialFunction.Intersection).Area / pixel.Area;
    }
}
