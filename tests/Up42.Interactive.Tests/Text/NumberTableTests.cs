using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace Up42.Interactive.Tests.Text;

/// <summary>Numbers, counts and places read the same in C# and in the pages' TypeScript: both answer to <c>numbers.json</c>.</summary>
public class NumberTableTests
{
    private static readonly string Folder = Path.Combine(Samples.RepositoryRoot, "tests/Up42.Interactive.Tests/Text");
    private static readonly string Web = Path.Combine(Samples.RepositoryRoot, "src/Up42.Interactive/web");
    private static readonly JsonObject Table = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "numbers.json")))!.AsObject();

    [Fact]
    public void Format_of_the_table_in_CSharp_reads_as_expected() => Answers(Table).ShouldBe(Expected());

    [Fact]
    public void Format_of_the_table_in_TypeScript_reads_as_expected() => AnswersOfPage(Table).ShouldBe(Expected());

    [Fact]
    public void Format_of_random_numbers_in_CSharp_and_TypeScript_agree()
    {
        var numbers = Gen.OneOf(
            Gen.Double.Where(double.IsFinite),
            Gen.Double[-1000, 1000],
            Gen.Select(Gen.Int[-100_000, 100_000], Gen.Int[-12, 16], (mantissa, power) => mantissa * Math.Pow(10, power)));
        var (rows, aligned) = (new JsonArray(), new JsonArray());
        Gen.Select(numbers, Gen.Int[1, 17], Gen.Bool).Sample(
            (value, digits, grouped) =>
            {
                rows.Add(new JsonObject { ["value"] = value, ["digits"] = digits, ["grouped"] = grouped });
                aligned.Add(new JsonObject { ["value"] = value, ["decimals"] = digits % 13 });
            },
            iter: 3000,
            threads: 1);
        var table = new JsonObject
        {
            ["numbers"] = rows,
            ["aligned"] = aligned,
            ["ranges"] = new JsonArray(),
            ["longitudes"] = new JsonArray(),
            ["counts"] = new JsonArray(),
        };

        AnswersOfPage(table).ShouldBe(Answers(table));
    }

    [Fact]
    public void Format_of_random_numbers_is_within_half_a_digit() => Gen.Select(Gen.Double.Where(double.IsFinite), Gen.Int[1, 15]).Sample((value, digits) =>
    {
        var read = double.Parse(NumberText.Format(value, digits).Replace(NumberText.Minus, "-", StringComparison.Ordinal), CultureInfo.InvariantCulture);

        Math.Abs(read - value).ShouldBeLessThanOrEqualTo(Math.Abs(value) * 0.5001 * Math.Pow(10, 1 - digits));
    });

    [Theory]
    [InlineData(new[] { 97.351, 5.2, 12.1111 }, 2)]
    [InlineData(new[] { 0.5, 10, 2.5 }, 1)]
    [InlineData(new[] { 10.0, 20, 30 }, 0)]
    [InlineData(new[] { 52.5170365, 52.5170388, 52.5170377 }, 7)]
    [InlineData(new[] { -0.21, 0.873456, 0.4 }, 3)]
    [InlineData(new[] { 12000.123, 8.456, 4000.7 }, 0)]
    [InlineData(new double[0], 0)]
    public void DecimalsFor_are_as_many_as_tell_the_values_apart(double[] values, int decimals) => NumberText.DecimalsFor(values).ShouldBe(decimals);

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "∞")]
    [InlineData(double.NegativeInfinity, "−∞")]
    public void Format_of_what_is_not_finite_says_so(double value, string text) => NumberText.Format(value).ShouldBe(text);

    [Theory]
    [InlineData(177, -20, 182, -16, "177.0000° E – 178.0000° W, 20.0000° S – 16.0000° S")]
    [InlineData(13.4, 52.5, 13.4, 52.5, "13.4000° E, 52.5000° N")]
    [InlineData(0, -90, 360, 90, "all longitudes, 90.0000° S – 90.0000° N")]
    public void Box_of_degrees_is_told_in_words(double west, double south, double east, double north, string text) =>
        DegreeText.Box(west, south, east, north).ShouldBe(text);

    [Theory]
    [InlineData(1, "1 row is")]
    [InlineData(0, "0 rows are")]
    [InlineData(1_000_000, "1,000,000 rows are")]
    public void CountIs_agrees_with_its_verb(long count, string text) => DisplayText.CountIs(count, "row").ShouldBe(text);

    private static string[] Expected() => [.. Rows(Table).Select(row => (string)row["text"]!)];

    private static IEnumerable<JsonObject> Rows(JsonObject table) => table.SelectMany(part => part.Value!.AsArray()).Select(row => row!.AsObject());

    private static string[] Answers(JsonObject table) =>
    [
        .. table["numbers"]!.AsArray().Select(row => NumberText.Format((double)row!["value"]!, (int?)row["digits"] ?? 6, (bool?)row["grouped"] ?? false)),
        .. table["aligned"]!.AsArray().Select(row => NumberText.Align((double)row!["value"]!, (int)row["decimals"]!)),
        .. table["ranges"]!.AsArray().Select(row => NumberText.Range((double)row!["from"]!, (double)row["to"]!)),
        .. table["longitudes"]!.AsArray().Select(row => DegreeText.Longitude((double)row!["degrees"]!, (int?)row["decimals"] ?? 4)),
        .. table["counts"]!.AsArray().Select(row => DisplayText.Count((long)row!["count"]!, (string)row["noun"]!)),
    ];

    private static string[] AnswersOfPage(JsonObject table)
    {
        var answers = JsonNode.Parse(
            Tool.RunWithInput(
                "node", table.ToJsonString(new JsonSerializerOptions(JsonSerializerDefaults.General)), Path.Combine(Folder, "numbers.mjs"),
                Web))!;
        return [.. answers.AsObject().SelectMany(part => part.Value!.AsArray()).Select(text => (string)text!)];
    }
}
