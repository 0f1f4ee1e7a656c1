using System.Text.Json;
using System.Text.Json.Nodes;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>Formulas give in C# and on pages what <c>formulas.json</c> says: values, what is missing, and errors.</summary>
public sealed class FormulaTableTests : IDisposable
{
    private const string MakeRaster =
        """
        import json, sys
        from osgeo import gdal
        import numpy
        bands = json.load(sys.stdin)['bands']
        raster = gdal.GetDriverByName('GTiff').Create(sys.argv[1], len(bands[0]['values']), 1, len(bands), gdal.GDT_Float64)
        for number, band in enumerate(bands, 1):
            made = raster.GetRasterBand(number)
            made.SetNoDataValue(-9999)
            made.SetDescription(band['name'] or '')
            made.WriteArray(numpy.array([[-9999 if value is None else value for value in band['values']]]))
        """;

    private static readonly string Folder = Path.Combine(Samples.RepositoryRoot, "tests/Up42.Interactive.Tests/Rasters/BandMath");
    private static readonly string Table = File.ReadAllText(Path.Combine(Folder, "formulas.json"));

    private readonly TempFolder _folder = new();
    private readonly RasterFile _raster;

    public FormulaTableTests()
    {
        Tool.RunWithInput("/usr/bin/python3", Table, "-c", MakeRaster, _folder["table.tif"]);
        _raster = RasterFile.Open(_folder["table.tif"]);
    }

    private static IReadOnlyList<Row> Rows { get; } = [.. JsonNode.Parse(Table)!["formulas"]!.AsArray().Select(row => new Row(
        (int?)row!["times"] is { } times ? string.Concat(Enumerable.Repeat((string)row["formula"]!, times)) + "b1" : (string)row["formula"]!,
        Numbers(row["values"]),
        (string?)row["error"]))];

    [Fact]
    public void Formulas_give_what_the_table_says() => Judge(Rows.Select(row =>
    {
        try
        {
            var image = BandExpression.Evaluate(row.Formula, _raster, 10, TestContext.Current.CancellationToken);
            return new Row(row.Formula, [.. image.Values(0).ToArray().Select((value, i) => image.MaskOf(0)[i] == 0 ? double.NaN : value)], null);
        }
        catch (Up42Exception error)
        {
            return new Row(row.Formula, null, error.Message);
        }
    }));

    [Fact]
    public void Formulas_of_pages_give_what_the_table_says()
    {
        var names = PageData.Serialize(FormulaNamesData.Create(_raster, _raster.Bands.Select(band => band.Number)), MapPageJson.Default.FormulaNamesData);
        var input = new JsonObject
        {
            ["names"] = JsonNode.Parse(names),
            ["bands"] = JsonNode.Parse(Table)!["bands"]!.DeepClone(),
            ["formulas"] = new JsonArray([.. Rows.Select(row => JsonValue.Create(row.Formula))]),
        };
        var web = Path.Combine(Samples.RepositoryRoot, "src/Up42.Interactive/web");

        var found = JsonNode.Parse(Tool.RunWithInput("node", input.ToJsonString(), Path.Combine(Folder, "formulas.mjs"), web))!.AsArray();

        Judge(Rows.Zip(found, (row, told) => new Row(row.Formula, Numbers(told!["values"]), (string?)told["error"])));
    }

    public void Dispose()
    {
        _raster.Dispose();
        _folder.Dispose();
    }

    private static void Judge(IEnumerable<Row> found) =>
        Rows.Zip(found).Where(pair => !pair.First.IsMetBy(pair.Second)).Select(pair => $"{pair.First} but {pair.Second}").ShouldBeEmpty();

    private static double[]? Numbers(JsonNode? values) =>
        values?.AsArray().Select(value => value is null ? double.NaN : value.GetValue<JsonElement>().GetDouble()).ToArray();

    private sealed record Row(string Formula, double[]? Values, string? Error)
    {
        public bool IsMetBy(Row found) => Error == found.Error && (Values is null) == (found.Values is null)
            && (Values is null || Values.Zip(found.Values!).All(pair => IsNear(pair.First, pair.Second)));

        private static bool IsNear(double wanted, double value) =>
            wanted.Equals(value) || Math.Abs(wanted - value) <= 1e-12 * Math.Max(1, Math.Abs(wanted));

        public override string ToString() =>
            $"{(Formula.Length > 80 ? $"{Formula[..20]}…" : Formula)} gives {Error ?? string.Join(", ", Values ?? [])}";
    }
}
