namespace Up42.Interactive.Tests.Geo;

public class GeodesyTests
{
    /// <summary>The expected areas are PROJ's: <c>pyproj.Geod(ellps="WGS84").polygon_area_perimeter</c>, holes subtracted.</summary>
    [Theory]
    [InlineData("POLYGON ((13.36 52.48, 13.42 52.48, 13.42 52.52, 13.36 52.52, 13.36 52.48))", 18136403.82694626, 1e-8)]
    [InlineData("POLYGON ((13 52, 14.5 52, 14.5 53, 13 53, 13 52))", 11334529434.0625, 1e-6)]
    [InlineData("POLYGON ((-1 -1, 1 -1, 1 1, -1 1, -1 -1), (-0.5 -0.5, -0.5 0.5, 0.5 0.5, 0.5 -0.5, -0.5 -0.5))", 36929652936.05145, 1e-6)]
    [InlineData("POLYGON ((179.5 -17, -179.5 -17, -179.5 -16, 179.5 -16, 179.5 -17))", 11815019730.269653, 1e-6)]
    [InlineData("POLYGON ((20 78, 30 78, 30 80, 20 80, 20 78))", 47354960416.578125, 1e-5)]
    public void AreaSquareMeters_agrees_with_PROJ_geodesics(string wkt, double expected, double tolerance)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["a.wkt"], wkt);

        FeatureTable.Read(folder["a.wkt"]).AreaSquareMeters.ShouldBe(expected, expected * tolerance);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{"type":"Point","coordinates":[1,2]}""")]
    [InlineData("""{"type":"LineString","coordinates":[[1,2],[3,4]]}""")]
    public void AreaSquareMeters_of_lines_points_and_nothing_is_zero(string geometry) =>
        FeatureTable.Parse($$"""{"type":"Feature","properties":{},"geometry":{{geometry}}}""").AreaSquareMeters.ShouldBe(0);
}
