using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Tables;

/// <summary>GeoPandas judges what tables say of places.</summary>
[Trait("Tier", "Long")]
public sealed class GeoPandasTests : IDisposable
{
    private const string Describe = """
        import json, sys, warnings
        import geopandas
        warnings.filterwarnings("ignore")
        frame = geopandas.read_file(sys.argv[1])
        print(json.dumps({"count": len(frame), "bounds": list(frame.to_crs(4326).total_bounds) if frame.crs else list(frame.total_bounds),
            "columns": [name for name in frame.columns if name not in ("geometry", "id")]}))
        """;

    private const string Spatial = """
        import json, sys, warnings
        import geopandas, pyproj
        warnings.filterwarnings("ignore")
        measured = lambda geometry: pyproj.Geod(ellps="WGS84").geometry_area_perimeter(geometry)
        frame = geopandas.read_file(sys.argv[1])
        area = geopandas.read_file(sys.argv[2])
        clipped = geopandas.clip(frame, area)
        print(json.dumps({"areas": [abs(measured(one)[0]) for one in frame.geometry],
            "inside": [int(n) for n in frame.index[frame.intersects(area.unary_union)]],
            "clipped": sum(abs(measured(one)[0]) for one in clipped.geometry), "kept": int((clipped.area > 0).sum())}))
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("08_crs_utm.geojson")]
    [InlineData("30_3d_mixed.geojson")]
    [InlineData("x.fgb")]
    [InlineData("s_zip.zip")]
    [InlineData("44_stac_item.json")]
    public void Rows_and_bounds_are_those_of_GeoPandas(string name)
    {
        var path = Samples.FindCase($"vectors/{name}");
        var right = Ask(Describe, path.EndsWith(".zip", StringComparison.Ordinal) ? $"zip://{path}" : path);

        var table = FeatureTable.Read(path);

        table.Count.ShouldBe((int)right["count"]!);
        var bounds = table.Bounds!;
        new[] { bounds.MinX, bounds.MinY, bounds.MaxX, bounds.MaxY }.Zip(right["bounds"]!.AsArray().Select(value => (double)value!))
            .ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-6, $"{bounds}");
    }

    /// <summary>Random stars, convex or not, at several latitudes: areas, what meets an area of interest, and what is left of it.</summary>
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 52)]
    [InlineData(3, -70)]
    [InlineData(4, 84)]
    public void Areas_Intersects_and_Clip_are_those_of_GeoPandas(int seed, double latitude)
    {
        var random = new Random(seed);
        var table = FeatureTable.From(Enumerable.Range(0, 60).Select(_ => Star(10 + (4 * random.NextDouble()), latitude + (3 * random.NextDouble()), 0.4)));
        var area = FeatureTable.From([Star(12, latitude + 1.5, 1.3)]);
        table.SaveGeoJson(_folder["table.geojson"]);
        area.SaveGeoJson(_folder["area.geojson"]);
        var right = Ask(Spatial, _folder["table.geojson"], _folder["area.geojson"]);

        table.Zip(right["areas"]!.AsArray(), (row, other) => row.AreaSquareMeters / (double)other!).ShouldAllBe(share => Math.Abs(share - 1) < 1e-6);
        var inside = table.Intersects(area);
        inside.Count.ShouldBe(right["inside"]!.AsArray().Count);
        inside.Count.ShouldBeInRange(1, 59);
        var clipped = table.Clip(area);
        clipped.Count.ShouldBe((int)right["kept"]!);
        clipped.AreaSquareMeters.ShouldBe((double)right["clipped"]!, 1e-6 * (double)right["clipped"]!);

        Polygon Star(double x, double y, double size)
        {
            Coordinate[] ring = [.. Enumerable.Range(0, 9).Select(i => (Angle: 2 * Math.PI * i / 9, Reach: size * (0.3 + (0.7 * random.NextDouble()))))
                .Select(tip => new Coordinate(x + (tip.Reach * Math.Cos(tip.Angle)), y + (tip.Reach * Math.Sin(tip.Angle))))];
            return GeometryFactory.Default.CreatePolygon([.. ring, ring[0]]);
        }
    }

    private static JsonNode Ask(string script, params string[] arguments) => JsonNode.Parse(Tool.Run("/usr/bin/python3", ["-c", script, .. arguments]))!;
}
