using CsCheck;
using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Tables;

public sealed class CsvReaderTests : IDisposable
{
    private static readonly Gen<string> Hostile = Gen.OneOf(
        "", "=1+1", "'=1", "''-2", "@x", "-5", "+", "007", "12", "1e5", "true", "NA", "null", "NaN", "a,b", "a\"b", "line\nbreak", "\ttab", "'", "Ünï",
            "2020-01-02", "POINT (1 2)", " 1", "1 ", "-", ".5", "∞", "a;b");

    private static readonly Gen<string> Text = Gen.OneOf(
        Hostile,
        Gen.String[Gen.Char["abc,;\"'=+-@\n\t 019.{}[]"], 0, 6].Where(text => text.Trim() is not (['[', ..] or ['{', ..])));

    private static readonly Gen<object?> Value = Gen.OneOf(
        Gen.Const((object?)null), Text.Select(text => (object?)text), Gen.Long.Select(number => (object?)number),
        Gen.Double.Where(double.IsFinite).Select(number => (object?)number), Gen.Bool.Select(value => (object?)value),
        Gen.Int[0, 9].Array[0, 3].Select(list => (object?)list));

    private static readonly Gen<Geometry?> Place = Gen.OneOf(
        Gen.Const((Geometry?)null), Gen.Select(Gen.Double[-180, 180], Gen.Double[-90, 90], (x, y) => (Geometry?)new Point(x, y)),
        Gen.Const((Geometry?)Polygon.Empty), Gen.Double[0, 90].Select(x => (Geometry?)GeometryFactory.Default.ToGeometry(new Envelope(x, x + 1.25, 1, 2))));

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Columns of one kind and of several, hostile names, geometries of every kind.</summary>
    [Fact]
    public void What_SaveCsv_wrote_is_read_as_it_was()
    {
        var row = Gen.Select(Value, Text, Gen.OneOf(Gen.Const((object?)null), Gen.Long.Select(n => (object?)n)), Place);
        Gen.Select(row.Array[0, 8], Text.Where(name => name.Length > 0), Gen.Bool).Sample((rows, name, hasMark) =>
        {
            var table = FeatureTable.From(rows.Select(each => each.Item4!))
                .WithColumn(name, at => rows[at.Index].Item1).WithColumn("text", at => rows[at.Index].Item2).WithColumn("n", at => rows[at.Index].Item3);
            var path = table.SaveCsv(_folder["table.csv"], new CsvOptions { ByteOrderMark = hasMark });

            var read = FeatureTable.Read(path);

            read.Columns.Select(column => column.Name).ShouldBe(table.Columns.Select(column => column.Name));
            read.Remarks.ShouldBeEmpty();
            foreach (var (one, other) in table.Columns.Zip(read.Columns))
            {
                var hasWholeReals = one.OfType<double>().Any(value => value == Math.Floor(value));
                other.Type.ShouldBe(hasWholeReals ? other.Type : one.Type, "whole numbers are written as such");
                Enumerable.Range(0, table.Count).ShouldAllBe(at => Equals(table[at].GetText(one.Name), read[at].GetText(one.Name)));
            }

            read.Select(Wkt).ShouldBe(table.Select(Wkt));
            File.ReadAllBytes(read.SaveCsv(_folder["again.csv"], new CsvOptions { ByteOrderMark = hasMark })).ShouldBe(File.ReadAllBytes(path));
        }, iter: 300, threads: 1);
    }

    private static string? Wkt(FeatureRow row) => row.Geometry?.AsText();

    [Fact]
    public void Files_of_others_give_numbers_texts_and_points()
    {
        var table = FeatureTable.ParseCsv("\"name\";zip;latitude;longitude;n;\nBerlin;01067;52.5;13.4;1;x\nSuva;;-18.1;178.4;n/a;\nnowhere;1;;;2;y\n");

        table.Columns.Select(column => (column.Name, column.Type)).ShouldBe(
        [
            ("name", FeatureColumnType.Text), ("zip", FeatureColumnType.Text), ("latitude", FeatureColumnType.Real),
            ("longitude", FeatureColumnType.Real), ("n", FeatureColumnType.Integer), ("column_6", FeatureColumnType.Text),
        ]);
        table["zip"].ShouldBe(["01067", null, "1"]);
        table["n"].ShouldBe([1L, null, 2L]);
        table.Select(row => row.Geometry?.AsText()).ShouldBe(["POINT (13.4 52.5)", "POINT (178.4 -18.1)", null]);
    }

    [Fact]
    public void Records_that_are_too_long_or_too_short_and_names_that_come_twice_are_read_with_a_remark()
    {
        var table = FeatureTable.ParseCsv("a,a,geometry\r\n1\r\n\r\n2,3,POINT (1 2),4\r\n5,6,\"POINT (oops\"");

        table.Columns.Select(column => column.Name).ShouldBe(["a", "a_2"]);
        table["a"].ShouldBe([1L, 2L, 5L]);
        table[1].Geometry.ShouldNotBeNull();
        table.Remarks.Count.ShouldBe(2);
        table.Remarks.ShouldContain("Line 4 has 1 cell more than the heading has names; left out.");
        table.Remarks.ShouldContain(remark => remark.Contains("It is not valid WKT", StringComparison.Ordinal));
    }

    [Fact]
    public void Formulas_stay_disarmed_where_that_is_wanted()
    {
        FeatureTable.ParseCsv("a\n'=1\n'x")["a"].ShouldBe(["=1", "'x"]);
        FeatureTable.ParseCsv("a\n'=1", new CsvOptions { DisarmFormulas = false })["a"].ShouldBe(["'=1"]);
    }

    [Theory]
    [InlineData("", "The text cannot be read as CSV: It is empty; a CSV begins with the names of its columns.")]
    [InlineData("a,b\n1,\"x", "The text cannot be read as CSV: The quote that opens in the record of line 2 is not closed.")]
    public void What_is_not_CSV_says_so(string csv, string message) => Should.Throw<Up42Exception>(() => FeatureTable.ParseCsv(csv)).Message.ShouldBe(message);

    [Fact]
    public void Ids_are_ids_again()
    {
        var table = FeatureTable.Parse("""{"type":"Feature","id":"s1","properties":{"n":1},"geometry":null}""");

        FeatureTable.Read(table.SaveCsv(_folder["ids.csv"]))[0].Id.ShouldBe("s1");
    }

    [Theory]
    [InlineData("POLYGON ((13 52, 14 52, 14 53, 13 53, 13 52))")]
    [InlineData("  srid=4326;polygon((13 52, 14 52, 14 53, 13 53, 13 52))")]
    public void An_area_of_interest_is_well_known_text_too(string wkt) =>
        FeatureTable.ParseCsv("lon,lat\n13.5,52.5\n12,52").Intersects(wkt).Count.ShouldBe(1);

    [Fact]
    public void Well_known_text_that_breaks_off_says_so() =>
        Should.Throw<Up42Exception>(() => Aoi.FromString("POLYGON ((13 52, 14")).Message.ShouldStartWith("The text is not valid WKT:");
}
