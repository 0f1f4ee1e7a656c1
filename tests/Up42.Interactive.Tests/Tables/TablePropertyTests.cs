using CsCheck;
using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Tables;

/// <summary>Random boxes round the globe, and random features of which one is broken, against naive models.</summary>
public sealed class TablePropertyTests : IDisposable
{
    private static readonly Gen<(int West, int Width)> Box = Gen.Select(Gen.Int[-180, 179], Gen.Int[1, 200]);

    private static readonly Gen<string> Broken = Gen.OneOf(
        """{"type":"Feature","properties":{"n":-1},"geometry":{}}""",
        """{"type":"Feature","properties":{"n":-1},"geometry":{"type":"Point","coordinates":null}}""",
        """{"type":"Feature","properties":{"n":-1},"geometry":{"type":"Point","coordinates":["a",2]}}""",
        """{"type":"Feature","properties":{"n":-1},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1]]]}}""",
        """{"type":"Feature","properties":{"n":-1},"geometry":{"type":"Circle","coordinates":[0,0]}}""",
        """{"type":"Feature","properties":{"n":-1},"geometry":"none"}""",
        """{"type":"Feature","properties":[1],"geometry":null}""",
        """{"type":"Feature","properties":{"n":1e400},"geometry":null}""");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Boxes_across_the_antimeridian_are_enclosed_as_narrowly_as_a_circle_allows()
    {
        Box.Array[1, 6].Sample(boxes =>
        {
            var enclosed = AntimeridianView.Enclose([.. boxes.Select(box => new Envelope(box.West, box.West + box.Width, 0, 1))]);

            var taken = boxes.SelectMany(box => Enumerable.Range(box.West, box.Width)).Select(Wrapped).ToHashSet();
            var arc = Enumerable.Range(0, 360).Min(start => 360 - Enumerable.Range(0, 360).TakeWhile(step => !taken.Contains(Wrapped(start + step))).Count());
            var plain = boxes.Max(box => box.West + box.Width) - boxes.Min(box => box.West);
            var goesOn = boxes.Any(box => box.West + box.Width > 180);
            enclosed.Width.ShouldBe(plain <= 180 || arc == 360 || (arc > 180 && !goesOn) ? plain : arc);
            boxes.ShouldAllBe(box => new[] { -360, 0, 360 }.Any(turn => box.West + turn >= enclosed.MinX && box.West + box.Width + turn <= enclosed.MaxX));
        }, iter: 500, threads: 1);
    }

    [Fact]
    public void Bounds_of_a_table_are_those_of_all_its_boxes()
    {
        var boxes = Gen.Select(Gen.Double[-180, 180], Gen.OneOf(Gen.Double[0.01, 2], Gen.Double[0.01, 100]));
        Gen.OneOf(boxes.Array[1, 4], boxes.Array[1, 400]).Sample(pairs =>
        {
            Envelope[] all = [.. pairs.Select(pair => new Envelope(pair.Item1, pair.Item1 + pair.Item2, 0, 1))];

            var bounds = FeatureTable.From(all.Select(GeometryFactory.Default.ToGeometry)).Bounds;

            bounds.ShouldBe(AntimeridianView.Enclose(all));
        }, iter: 300, threads: 1);
    }

    [Fact]
    public void Points_meet_an_area_across_the_antimeridian_wherever_its_coordinates_begin()
    {
        var points = FeatureTable.From(Enumerable.Range(0, 720).Select(i => new Point((i / 2.0) - 179.75, (i % 100) - 50)));
        var boxes = Gen.Select(Gen.Int[-360, 180], Gen.Int[1, 179], Gen.Int[-60, 0], Gen.Int[1, 60]).Where(box => box.Item1 + box.Item2 <= 360);
        boxes.Sample((west, width, south, height) =>
        {
            var area = GeometryFactory.Default.ToGeometry(new Envelope(west, west + width, south, south + height));

            points.Intersects(area).Count.ShouldBe(points.Count(row => row.Geometry!.Coordinate is var place
                && Wrapped(place.X - west) <= width && place.Y >= south && place.Y <= south + height));
        }, iter: 300, threads: 1);
    }

    [Fact]
    public void One_broken_feature_leaves_the_others_and_a_remark()
    {
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12], Broken).Sample((before, after, broken) =>
        {
            var good = Enumerable.Range(0, before + after).Select(n => $$$"""{"type":"Feature","properties":{"n":{{{n}}}},"geometry":null}""").ToList();
            good.Insert(before, broken);

            var table = FeatureTable.Parse($$"""{"type":"FeatureCollection","features":[{{string.Join(',', good)}}]}""");

            table.Count.ShouldBe(before + after + 1);
            (before + after > 0 ? table["n"].Where((_, row) => row != before) : []).ShouldBe(Enumerable.Range(0, before + after).Select(n => (object)(long)n));
            table.Remarks.ShouldHaveSingleItem().ShouldStartWith($"Row {before}: ");
        }, iter: 500, threads: 1);
    }

    /// <summary>A character that is added to a feature or gone from it.</summary>
    [Fact]
    public void Damage_of_one_feature_hides_no_other()
    {
        const string Symbols = "\"{}[],:\\x1 \n'/";
        var place = Gen.Select(Gen.Int[0, 4], Gen.Int[1, 400], Gen.Bool, Gen.OneOf(Symbols.ToCharArray()), Gen.OneOf(",", ",\n", " ,\n  "));
        place.Sample((damaged, at, isAdded, symbol, separator) =>
        {
            var features = Enumerable.Range(0, 5).Select(n => $$$"""
                {"type":"Feature","properties":{"n":{{{n}}},"url":"http://a/[{{{n}}}]","l":[1,{"a":null}]},"geometry":{"type":"Point","coordinates":[1,2]}}
                """).ToList();
            var feature = features[damaged];
            at %= feature.Length - 1;
            features[damaged] = isAdded ? feature.Insert(at + 1, $"{symbol}") : feature.Remove(Math.Max(1, at), 1);
            var json = $$"""{"type":"FeatureCollection","features":[{{string.Join(separator, features)}}]}""";

            var table = FeatureTable.Parse(json);

            table.Where(row => row.GetText("url") is { } url && url.StartsWith("http://a/[", StringComparison.Ordinal)).Select(row => row["n"]).OfType<long>()
                .Where(n => n < 5 && n != damaged).ShouldBe(Enumerable.Range(0, 5).Where(n => n != damaged).Select(n => (long)n), json);
        }, iter: 3000, threads: 1);
    }

    [Theory]
    [InlineData("SRID=32633;POINT (392000 5820000)", "EPSG:32633")]
    [InlineData("SRID=3857;POINT (1492238 6894650)", "EPSG:3857")]
    public void EWKT_is_transformed_by_its_SRID(string text, string crs)
    {
        File.WriteAllText(_folder["a.wkt"], text);

        var table = FeatureTable.Read(_folder["a.wkt"]);

        table.SourceCrs.ShouldBe(crs);
        table.Bounds!.Centre.Distance(new Coordinate(13.405, 52.52)).ShouldBeLessThan(0.01);
    }

    [Theory]
    [InlineData("gpkg")]
    [InlineData("shp")]
    [InlineData("fgb")]
    public void Metres_without_a_reference_system_are_refused_in_every_format(string extension)
    {
        File.WriteAllText(_folder["in.csv"], "id,x,y\n1,392000,5820000\n");
        Tool.Run(
            "ogr2ogr", _folder[$"a.{extension}"], _folder["in.csv"], "-oo", "X_POSSIBLE_NAMES=x", "-oo", "Y_POSSIBLE_NAMES=y", "-nln", "a");

        Should.Throw<Up42Exception>(() => FeatureTable.Read(_folder[$"a.{extension}"])).Message.ShouldContain("coordinate reference system");
    }

    private static int Wrapped(int degrees) => ((degrees % 360) + 360) % 360;

    private static double Wrapped(double degrees) => degrees - (360 * Math.Floor(degrees / 360));
}
