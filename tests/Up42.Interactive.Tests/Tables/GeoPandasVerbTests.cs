using System.Text.Json.Nodes;
using NetTopologySuite.Densify;
using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Tables;

/// <summary>
/// GeoPandas, pandas and PROJ's geodesics judge what tables make of places and values. Edges are short, since theirs are straight in a plane and
/// ours in longitude and latitude.
/// </summary>
[Trait("Tier", "Long")]
public sealed class GeoPandasVerbTests : IDisposable
{
    private const string Start = """
        import json, sys, warnings
        import geopandas, numpy, pandas, pyproj
        from shapely.geometry import Point
        from shapely.ops import nearest_points, transform
        warnings.filterwarnings("ignore")
        geod = pyproj.Geod(ellps="WGS84")
        area = lambda geometry: abs(geod.geometry_area_perimeter(geometry)[0])
        plane = lambda g: f"+proj=aeqd +lon_0={g.centroid.x} +lat_0={g.centroid.y} +datum=WGS84"
        frame = geopandas.read_file(sys.argv[1])

        """;

    private const string Buffers = Start + """
        out = []
        for one in frame.geometry:
            local = geopandas.GeoSeries([one], crs=4326).to_crs(plane(one))
            out.append([area(local.buffer(float(d), resolution=64).to_crs(4326)[0]) for d in sys.argv[2:]])
        print(json.dumps(out))
        """;

    private const string Distances = Start + """
        other = geopandas.read_file(sys.argv[2])
        def between(a, b):
            there, back = (pyproj.Transformer.from_crs(*pair, always_xy=True).transform for pair in ((4326, plane(a)), (plane(a), 4326)))
            p, q = (transform(back, point) for point in nearest_points(transform(there, a), transform(there, b)))
            return geod.inv(p.x, p.y, q.x, q.y)[2]
        print(json.dumps([[between(a, b) for b in other.geometry] for a in frame.geometry]))
        """;

    private const string Values = Start + """
        other = pandas.read_csv(sys.argv[2])
        groups = frame.groupby("k", sort=False)["v"]
        merged = frame.merge(other, on="k", how="left")
        dissolved = frame.dissolve(by="k", sort=False)
        number = lambda value: None if pandas.isna(value) else float(value)
        print(json.dumps({
            "quantiles": [number(frame["v"].quantile(q)) for q in (0, 0.1, 0.25, 0.5, 0.9, 1)],
            "describe": [number(frame["v"].describe()[name]) for name in ("count", "min", "25%", "50%", "75%", "max", "mean")],
            "std": [number(v) for v in groups.std()], "mean": [number(v) for v in groups.mean()], "median": [number(v) for v in groups.median()],
            "p90": [number(v) for v in groups.quantile(0.9)], "merged": [number(v) for v in merged["w"]],
            "areas": [area(one) for one in dissolved.geometry]}))
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 52)]
    [InlineData(3, -78)]
    public void Buffers_are_as_large_as_those_of_GeoPandas_in_a_plane_about_each(int seed, double latitude)
    {
        var (stars, meters) = (Stars(seed, latitude, 0.2), new[] { 50.0, 1000, 25_000, -50, -500 });
        var right = Ask(Buffers, [Save(stars, "stars"), .. meters.Select(each => each.ToString(System.Globalization.CultureInfo.InvariantCulture))]);

        foreach (var (at, each) in meters.Index())
        {
            var made = stars.Buffer(each);
            var change = Enumerable.Range(0, stars.Count).Select(row => (
                Ours: made[row].AreaSquareMeters - stars[row].AreaSquareMeters, Theirs: (double)right[row]![at]! - stars[row].AreaSquareMeters));
            change.ShouldAllBe(pair => Math.Abs((pair.Ours / pair.Theirs) - 1) < 0.01, $"{each} m");
        }
    }

    /// <summary>Every vertex of a boundary lies as far from what it is around as it should.</summary>
    [Fact]
    public void Boundaries_of_buffers_lie_at_their_distance()
    {
        var lines = FeatureTable.From(new[] { 0.0, 45, -80 }.Select(latitude =>
            new LineString([new(175, latitude), new(178, latitude + 2), new(190, latitude + 3)])));
        foreach (var meters in new[] { 100.0, 10_000, 300_000 })
        {
            var around = lines.Buffer(meters);
            foreach (var (line, area) in lines.Zip(around))
            {
                var rim = area.Geometry!.Coordinates.Where(place => Math.Abs(place.X) < 180).Select(place => line.DistanceMeters(new Point(place))!.Value);
                rim.ShouldAllBe(each => Math.Abs((each / meters) - 1) < 0.002);
            }
        }
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 60)]
    [InlineData(3, -85)]
    public void Distances_and_the_nearest_are_those_of_GeoPandas(int seed, double latitude)
    {
        var (stars, others) = (Stars(seed, latitude, 0.05), Stars(seed + 10, latitude, 0.05));
        var right = Ask(Distances, Save(stars, "stars"), Save(others, "others")).AsArray()
            .Select(row => row!.AsArray().Select(value => (double)value!).ToList()).ToList();

        foreach (var (row, meters) in right.Index())
        {
            foreach (var (column, one) in meters.Index())
            {
                stars[row].DistanceMeters(others[column].Geometry!)!.Value.ShouldBe(one, Math.Max(0.1, 2e-5 * one), $"{row} to {column}");
            }
        }

        stars.Nearest(others)["distance_m"].Zip(right, (ours, all) => (Ours: (double)ours!, Theirs: all.Min()))
            .ShouldAllBe(pair => Math.Abs(pair.Ours - pair.Theirs) < Math.Max(0.1, 2e-5 * pair.Theirs));
    }

    [Fact]
    public void Quantiles_groups_joins_and_dissolved_areas_are_those_of_pandas()
    {
        var random = new Random(5);
        var table = Stars(5, 30, 0.4).WithColumn("k", row => $"k{row.Index % 7}")
            .WithColumn("v", row => row.Index % 5 == 0 ? null : random.NextDouble() * 1e4);
        var other = Enumerable.Range(0, 5).Select(i => new { k = $"k{i}", w = i * 1.5 }).ToTable();
        var right = Ask(Values, Save(table, "table"), other.SaveCsv(_folder["other.csv"]));

        var facts = table.SelectColumns("v").Describe()[0];
        var groups = table.GroupRowsBy("k").Aggregate(("v", "std"), ("v", "mean"), ("v", "median"), ("v", "p90"));
        Same("quantiles", new[] { 0, 0.1, 0.25, 0.5, 0.9, 1 }.Select(share => (object?)table.Quantile("v", share)));
        Same("describe", new[] { "values", "smallest", "lower quartile", "median", "upper quartile", "largest", "mean" }.Select(name => facts[name]));
        Same("std", groups["v_std"]);
        Same("mean", groups["v_mean"]);
        Same("median", groups["v_median"]);
        Same("p90", groups["v_p90"]);
        Same("merged", table.Join(other, on: "k")["w"]);
        Same("areas", table.Dissolve("k").Select(row => (object?)row.AreaSquareMeters), 1e-6);

        void Same(string name, IEnumerable<object?> ours, double tolerance = 1e-12) =>
            ours.Zip(right[name]!.AsArray(), (one, other) => (one is long whole ? whole : (double?)one, (double?)other))
                .ShouldAllBe(pair => pair.Item1 == null
                    ? pair.Item2 == null
                    : Math.Abs(pair.Item1.Value - pair.Item2!.Value) <= tolerance * Math.Abs(pair.Item2.Value));
    }

    private string Save(FeatureTable table, string name) => table.SaveGeoJson(_folder[$"{name}.geojson"]);

    private static FeatureTable Stars(int seed, double latitude, double size)
    {
        var random = new Random(seed);
        return FeatureTable.From(Enumerable.Range(0, 24).Select(_ => Star(10 + (4 * random.NextDouble()), latitude + (3 * random.NextDouble()))));

        Polygon Star(double x, double y)
        {
            Coordinate[] ring = [.. Enumerable.Range(0, 9).Select(i => (Angle: 2 * Math.PI * i / 9, Reach: size * (0.3 + (0.7 * random.NextDouble()))))
                .Select(tip => new Coordinate(x + (tip.Reach * Math.Cos(tip.Angle)), y + (tip.Reach * Math.Sin(tip.Angle))))];
            return (Polygon)Densifier.Densify(GeometryFactory.Default.CreatePolygon([.. ring, ring[0]]), 0.005);
        }
    }

    private static JsonNode Ask(string script, params string[] arguments) => JsonNode.Parse(Tool.Run("/usr/bin/python3", ["-c", script, .. arguments]))!;
}
