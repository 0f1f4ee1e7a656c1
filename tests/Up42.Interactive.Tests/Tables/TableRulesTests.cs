using System.Globalization;

namespace Up42.Interactive.Tests.Tables;

/// <summary>What cells of CSV, columns and their statistics are, at the edges of each rule.</summary>
public class TableRulesTests
{
    /// <summary>A number is one that would be written as it stands.</summary>
    [Theory]
    [InlineData("0", 0L)]
    [InlineData("-0", 0L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9223372036854775808", 9.223372036854775808e18)]
    [InlineData("-5", -5L)]
    [InlineData("+5", null)]
    [InlineData("007", null)]
    [InlineData("-07", null)]
    [InlineData("0.5", 0.5)]
    [InlineData(".5", 0.5)]
    [InlineData("-.5", -0.5)]
    [InlineData("1e3", 1000.0)]
    [InlineData("1e400", null)]
    [InlineData("1 ", null)]
    [InlineData(" 1", null)]
    [InlineData("-", null)]
    [InlineData("", null)]
    [InlineData("True", true)]
    [InlineData("FALSE", false)]
    [InlineData("yes", null)]
    [InlineData("1,000", null)]
    public void ToValue_takes_numbers_and_truths(string text, object? right) => CsvText.ToValue(text).ShouldBe(right);

    [Theory]
    [InlineData("", true)]
    [InlineData("na", true)]
    [InlineData("N/A", true)]
    [InlineData("NULL", true)]
    [InlineData("none", true)]
    [InlineData("nan", true)]
    [InlineData("n", false)]
    [InlineData(" ", false)]
    public void Some_words_stand_for_nothing(string text, bool right)
    {
        CsvText.IsMissing(text).ShouldBe(right);
        CsvText.IsAmbiguous(text).ShouldBe(right);
        CsvText.IsAmbiguous("7").ShouldBeTrue();
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-x")]
    [InlineData("@a")]
    [InlineData("\ta")]
    [InlineData("\ra")]
    [InlineData("\na")]
    [InlineData("'=1")]
    [InlineData("''=1")]
    public void Formulas_get_an_apostrophe_and_lose_it(string text)
    {
        CsvText.Disarm(text).ShouldBe($"'{text}");
        CsvText.Rearm(CsvText.Disarm(text)).ShouldBe(text);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("'a")]
    [InlineData("'")]
    [InlineData("")]
    [InlineData("1-1")]
    public void Other_texts_stay_as_they_are(string text) => (CsvText.Disarm(text), CsvText.Rearm(text)).ShouldBe((text, text));

    [Theory]
    [InlineData("[1, 2]", "[1,2]")]
    [InlineData("{\"a\": 1}", "{\"a\":1}")]
    [InlineData("[1,", null)]
    [InlineData("[a]", null)]
    [InlineData("[", null)]
    [InlineData("1", null)]
    public void Lists_and_objects_are_JSON(string text, string? right) =>
        (CsvText.ToJson(text) is { } json ? System.Text.Encoding.UTF8.GetString(json) : null).ShouldBe(right);

    /// <summary>Records, cells in quotes, and the line that each begins in.</summary>
    [Theory]
    [InlineData("a,b\r\nc,d", "1:a|b 2:c|d")]
    [InlineData("a,b\rc", "1:a|b 2:c")]
    [InlineData("\n\na\n\n", "3:a")]
    [InlineData("a,\n,b", "1:a| 2:|b")]
    [InlineData("\"a\nb\",c\nd", "1:'a\nb'|c 3:d")]
    [InlineData("\"a\"\"b\"", "1:'a\"b'")]
    [InlineData("\"\"", "1:''")]
    [InlineData("a\"b\"", "1:a\"b\"")]
    [InlineData("\"a\"b", "1:'ab'")]
    [InlineData("\"a\"\"", null)]
    [InlineData("", "")]
    public void Records_are_those_of_RFC_4180(string csv, string? right)
    {
        if (right is null)
        {
            Should.Throw<Up42Exception>(() => Read(csv)).Message.ShouldBe("The quote that opens in the record of line 1 is not closed.");
        }
        else
        {
            Read(csv).ShouldBe(right);
        }

        static string Read(string csv)
        {
            var (cells, records) = (new CsvCells(new StringReader(csv), ',', Limits.Default), new List<string>());
            while (cells.Next() is { } record)
            {
                records.Add($"{cells.Line}:{string.Join('|', record.Select(cell => cell.IsQuoted ? $"'{cell.Text}'" : cell.Text))}");
            }

            return string.Join(' ', records);
        }
    }

    [Fact]
    public void Cells_and_records_have_their_limits()
    {
        var limits = Limits.Default with { ValueBytes = 3, Columns = 2 };

        new CsvCells(new StringReader("abc,\"def\""), ',', limits).Next()!.Count.ShouldBe(2);
        Refusal("abcd").ShouldBe("A cell of line 1 is larger than 3 bytes.");
        Refusal("\na,b,c,d").ShouldBe("Line 2 has more than 2 cells.");

        string Refusal(string csv) => Should.Throw<Up42Exception>(() => new CsvCells(new StringReader(csv), ',', limits).Next()).Message;
    }

    [Theory]
    [InlineData("a,b;c,d", ',')]
    [InlineData("a;b;c,d", ';')]
    [InlineData("a\tb", '\t')]
    [InlineData("\"a;b;c\",d", ',')]
    [InlineData("a,b\n;;;;", ',')]
    [InlineData("\"a\n;\";b", ';')]
    [InlineData("a", ',')]
    public void The_separator_is_the_most_frequent_of_the_heading(string start, char right) => CsvCells.SeparatorOf(start).ShouldBe(right);

    /// <summary>Statistics of 2, 4, 4, 4, 5, 5, 7, 9: mean 5, deviation of a sample √(32/7).</summary>
    [Theory]
    [InlineData("count", "8")]
    [InlineData("sum", "40")]
    [InlineData("mean", "5")]
    [InlineData("min", "2")]
    [InlineData("max", "9")]
    [InlineData("median", "4.5")]
    [InlineData("std", "2.138089935299395")]
    [InlineData("first", "4")]
    [InlineData("last", "9")]
    [InlineData("unique", "5")]
    [InlineData("p0", "2")]
    [InlineData("P100", "9")]
    [InlineData("p25", "4")]
    [InlineData("p87.5", "7.25")]
    [InlineData("MEAN", "5")]
    public void Statistics_are_those_of_textbooks(string name, string right)
    {
        var column = Column("4,2,4,null,4,5,5,7,9");

        Convert.ToString(ColumnStatistic.Find(name).Measure(column), CultureInfo.InvariantCulture).ShouldBe(right);
    }

    [Theory]
    [InlineData("mean")]
    [InlineData("sum")]
    [InlineData("std")]
    [InlineData("median")]
    [InlineData("first")]
    [InlineData("max")]
    public void Statistics_of_nothing_are_none(string name) => ColumnStatistic.Find(name).Measure(Column("null")).ShouldBeNull();

    [Fact]
    public void One_number_has_no_deviation_and_sums_stay_whole_as_far_as_they_fit()
    {
        ColumnStatistic.Find("std").Measure(Column("7")).ShouldBeNull();
        ColumnStatistic.Find("std").Measure(Column("7,7")).ShouldBe(0.0);
        ColumnStatistic.Find("sum").Measure(Column("9223372036854775806,1")).ShouldBe(long.MaxValue);
        ColumnStatistic.Find("sum").Measure(Column("9223372036854775807,1")).ShouldBe(9.2233720368547758e18);
        ColumnStatistic.Find("sum").Measure(Column("1.5,1")).ShouldBe(2.5);
    }

    [Theory]
    [InlineData("p101")]
    [InlineData("p-1")]
    [InlineData("p")]
    [InlineData("px")]
    [InlineData("q50")]
    public void Statistics_that_there_are_not_are_named(string name) =>
        Should.Throw<ArgumentException>(() => ColumnStatistic.Find(name)).Message.ShouldStartWith($"There is no statistic '{name}' in: count, sum, mean, min");

    /// <summary>Numbers before truths, dates, texts and JSON; texts by letters first and by case then.</summary>
    [Fact]
    public void Values_have_an_order()
    {
        var date = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var json = System.Text.Json.JsonDocument.Parse("""[[1],[2]]""");
        object[] right =
        [
            -1L, -0.5, 0L, 1L, 1.5, 2L, false, true, date, date.AddTicks(1), "A", "a", "B", "b", json.RootElement[0], json.RootElement[1],
        ];

        for (var i = 0; i < right.Length; i++)
        {
            for (var j = 0; j < right.Length; j++)
            {
                Math.Sign(ValueComparer.Instance.Compare(right[i], right[j])).ShouldBe(Math.Sign(i.CompareTo(j)), $"{right[i]} and {right[j]}");
            }
        }
    }

    private static FeatureColumn Column(string values)
    {
        var features = values.Split(',').Select(value => "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"a\":" + value + "}}");
        return FeatureTable.Parse("{\"type\":\"FeatureCollection\",\"features\":[" + string.Join(',', features) + "]}")["a"];
    }
}
