using System.Globalization;
using System.Text;

namespace Up42.Interactive.Tests.Tables;

/// <summary>What stands in a cell, in a head, and in a packed column, at the edges of each rule.</summary>
public class TableShownTests
{
    /// <summary>Texts unfold from 81 letters on, JSON from 41, and addresses are shortened from 41.</summary>
    [Theory]
    [InlineData("text", 80, false)]
    [InlineData("text", 81, true)]
    [InlineData("json", 40, false)]
    [InlineData("json", 41, true)]
    [InlineData("address", 40, false)]
    [InlineData("address", 41, true)]
    public void Long_values_unfold(string kind, int length, bool isLong)
    {
        var cell = kind switch
        {
            "text" => CellText.Format(new string('a', length), FeatureColumnType.Text, 1000),
            "json" => CellText.Format(Encoding.UTF8.GetBytes($"[\"{new string('a', length - 4)}\"]"), FeatureColumnType.List, 1000),
            _ => CellText.Format($"https://a.example/b/".PadRight(length, 'c'), FeatureColumnType.Text, 1000),
        };

        (cell.Whole is not null).ShouldBe(isLong);
        (cell.Whole ?? cell.Short)!.Length.ShouldBe(length);
        cell.Short.ShouldBe(isLong ? kind switch
        {
            "text" => new string('a', 59) + "…",
            "json" => "1 value",
            _ => $"a.example/…/{new string('c', 21)}",
        } : cell.Short);
    }

    [Theory]
    [InlineData("https://a.example", true)]
    [InlineData("HTTPS://a.example", true)]
    [InlineData(" https://a.example ", true)]
    [InlineData("http://a.example", false)]
    [InlineData("https://a b.example", false)]
    [InlineData("https://", false)]
    [InlineData("https://a.example/…", false)]
    [InlineData("see https://a.example", false)]
    public void Links_are_whole_https_addresses(string text, bool isLink) =>
        (CellText.Format(text, FeatureColumnType.Text, 100).Link is not null).ShouldBe(isLink);

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void Links_have_a_thousand_letters_at_most(int length, bool isLink) =>
        (CellText.Format("https://a.example/".PadRight(length, 'c'), FeatureColumnType.Text, 2000).Link is not null).ShouldBe(isLink);

    [Theory]
    [InlineData(100, "a")]
    [InlineData(101, "b (101 characters)")]
    public void What_unfolds_is_cut_and_says_how_long_it_is(int length, string end) =>
        CellText.Format(new string('a', length - 1) + end[0], FeatureColumnType.Text, 100).Whole.ShouldBe(
            length == 100 ? new string('a', 100) : new string('a', 99) + "… (101 characters)");

    [Theory]
    [InlineData("0123456789abcdef0123", "01234567…")]
    [InlineData("0123456789abcdef012", null)]
    [InlineData("01234567-89ab-cdef-0123-456789ABCDEF", "01234567…")]
    [InlineData("0123456-789abcdef0123", null)]
    [InlineData("0123456789abcdef0123.tif", "01234567….tif")]
    [InlineData("0123456789abcdef0123_0-0.tif.gz12", "01234567…_0-0.tif.gz12")]
    [InlineData("0123456789abcdef0123_0-0.tif.gz123", null)]
    [InlineData("0123456789abcdef0123?a", null)]
    [InlineData("0123456789abcdef0123.a b", null)]
    [InlineData("0123456789abcdef0123x", null)]
    public void Ids_are_shortened(string text, string? right) => ColumnLayout.ShortId(text).ShouldBe(right);

    [Theory]
    [InlineData(68, true)]
    [InlineData(69, false)]
    public void Ids_have_68_letters_at_most(int length, bool isId) => (ColumnLayout.ShortId(new string('a', length)) is not null).ShouldBe(isId);

    /// <summary>What a head says: what is missing, how much is true, that dates are in UTC.</summary>
    [Theory]
    [InlineData("true true false null", "66.7 % true · 25.0 % missing")]
    [InlineData("1 2 3 4", "")]
    [InlineData("\"2020-01-01T00:00:00Z\" \"2020-01-02T00:00:00Z\"", "UTC")]
    [InlineData("\"2020-01-01\" \"2020-01-02T00:00:00Z\"", "")]
    public void Heads_say_what_holds_for_all_rows(string values, string right) => ColumnLayout.Create(Column(values)).About.ShouldBe(right);

    [Theory]
    [InlineData(100, "1.0 % missing")]
    [InlineData(101, "1 missing")]
    public void Few_missing_values_are_counted(int rows, string right) =>
        ColumnLayout.Create(Column(string.Join(' ', Enumerable.Repeat("1", rows - 1).Append("null")))).About.ShouldBe(right);

    [Theory]
    [InlineData("2020-01-01T10:00:00Z 2020-01-01T10:00:00Z", "2020-01-01 10:00")]
    [InlineData("2020-01-01T10:00:00Z 2020-01-01T10:00:01Z", "2020-01-01 10:00:00")]
    [InlineData("2020-01-01T10:00:00Z 2020-01-01T10:00:01.250Z", "2020-01-01 10:00:00.00")]
    [InlineData("2020-01-01T10:00:00+02:00 2020-01-01T10:00:00Z", "2020-01-01 08:00")]
    public void Dates_of_a_column_are_as_fine_as_the_finest(string dates, string right) =>
        DateStyle.Create(dates.Split(' ')).Format(dates.Split(' ')[0]).ShouldBe(right);

    /// <summary>Bars of equal width from the least to the greatest; whole numbers have as many in each.</summary>
    [Theory]
    [InlineData("1 2 2", "M0 14V7h32V0h32V14z", "1 to 2")]
    [InlineData("1 1000 1000", "M0 14V7h4V14h4V14h4V14h4V14h4V14h4V14h4V14h4V14h4V14h4V14h4V14h4V14h4V14h4V14h4V0h4V14z", "1 to 1000")]
    [InlineData("0 32 null 0", "M0 14V0h5.82V14h5.82V14h5.82V14h5.82V14h5.82V14h5.82V14h5.82V14h5.82V14h5.82V14h5.82V7h5.82V14z", "0 to 32")]
    [InlineData("7 7", null, null)]
    [InlineData("null 7", null, null)]
    [InlineData("\"a\" \"b\"", null, null)]
    public void Histograms_are_drawn_bar_by_bar(string values, string? path, string? range)
    {
        var column = Column(values);
        var histogram = ColumnHistogram.Create(column, row => $"{column[row]}");

        (histogram?.Path, histogram?.Range).ShouldBe((path, range));
    }

    [Fact]
    public void One_value_of_many_is_still_a_pixel_high() =>
        ColumnHistogram.Create(Column(string.Join(' ', Enumerable.Repeat("1", 999).Append("2"))), _ => "")!.Path.ShouldBe("M0 14V0h32V13h32V14z");

    /// <summary>Up to 80 different texts are numbered from '#' on, without the backslash.</summary>
    [Fact]
    public void Few_texts_are_numbered()
    {
        var packed = new ColumnCompressor().Pack(["a", null, "b", "a"]);
        (packed.Numbers, string.Join(' ', packed.Values!)).ShouldBe(("$#%$", "a b"));

        var many = new ColumnCompressor().Pack([.. Enumerable.Range(0, 80).Select(i => $"x{i}")]);
        many.Numbers!.Length.ShouldBe(80);
        many.Numbers.ShouldNotContain("\\");
        (many.Numbers[55], many.Numbers[56], many.Numbers[57]).ShouldBe(('[', ']', '^'));
        many.Numbers.Distinct().Count().ShouldBe(80);
        new ColumnCompressor().Pack([.. Enumerable.Range(0, 81).Select(i => $"x{i}")]).Numbers.ShouldBeNull();
        new ColumnCompressor().Pack([null, null]).ShouldBe(new PackedTextsData());
    }

    [Fact]
    public void Rising_numbers_are_steps_unless_one_is_none()
    {
        string[] rising = [.. Enumerable.Range(0, 90).Select(i => ((i * i) + 7).ToString(CultureInfo.InvariantCulture))];

        new ColumnCompressor().Pack(rising).Steps.ShouldBe(string.Join(',', new[] { 7 }.Concat(Enumerable.Range(0, 89).Select(i => (2 * i) + 1))));
        foreach (var wrong in new[] { "7751", "7750", "08000", "8000.0", "-8000", "9007199254740993", "" })
        {
            new ColumnCompressor().Pack([.. rising[..^1], wrong]).Steps.ShouldBeNull(wrong);
        }

        new ColumnCompressor().Pack([.. rising[..^1], "9007199254740992"]).Steps.ShouldNotBeNull();
    }

    [Fact]
    public void UUIDs_are_22_letters_each()
    {
        string[] ids = [.. Enumerable.Range(0, 81).Select(i => $"00000000-0000-0000-0000-{i:x12}")];

        var packed = new ColumnCompressor().Pack(ids);

        packed.Uuids!.Length.ShouldBe(81 * 22);
        packed.Uuids[..44].ShouldBe("AAAAAAAAAAAAAAAAAAAAAA" + "AAAAAAAAAAAAAAAAAAAAAQ");
        new ColumnCompressor().Pack([.. ids[..^1], ids[^1].ToUpperInvariant().Replace("50", "AB", StringComparison.Ordinal)]).Uuids.ShouldBeNull();
        new ColumnCompressor().Pack([.. ids[..^1], null]).Uuids.ShouldBeNull();
    }

    /// <summary>Texts that hold an earlier column's value have a sign in its place; those of one length are spelled letter by letter.</summary>
    [Fact]
    public void Long_texts_are_joined_or_spelled()
    {
        string[] ids = [.. Enumerable.Range(0, 90).Select(i => $"scene-{i:00}a")];
        var compressor = new ColumnCompressor();

        var spelled = compressor.Pack(ids);
        (spelled.Filler, spelled.Spelled![..90], spelled.Spelled.Length).ShouldBe((",", new string('s', 90), 9 * 90));

        var joined = compressor.Pack([.. ids.Select(id => $"https://a.example/{id}.tif")]);
        (joined.Separator, joined.Sign, joined.Column).ShouldBe((",", ";", 0));
        joined.Joined.ShouldBe(string.Join(',', Enumerable.Repeat("https://a.example/;.tif", 90)));

        var other = compressor.Pack([.. Enumerable.Range(0, 90).Select(i => new string('x', i) + ",;")]);
        (other.Separator, other.Sign, other.Column, other.Joined!.Split('|').Length).ShouldBe(("|", null, null, 90));
        compressor.Pack([.. Enumerable.Range(0, 90).Select(i => i == 5 ? "" : $"{i}é")]).Texts!.Count.ShouldBe(90);
    }

    /// <summary>Ids first, plain values before lists, and what is the same or missing everywhere folded away from three rows on.</summary>
    [Theory]
    [InlineData(2, "a b c d", "", "")]
    [InlineData(3, "a d", "b", "c")]
    public void Columns_that_say_nothing_are_folded(int rows, string shown, string same, string empty)
    {
        var features = Enumerable.Range(0, rows).Select(row =>
            "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"a\":" + row + ",\"b\":7,\"c\":null,\"d\":[" + row + "]}}");
        var columns = TableColumns.Choose(FeatureTable.Parse("{\"type\":\"FeatureCollection\",\"features\":[" + string.Join(',', features) + "]}"));

        (Names(columns.Shown), Names(columns.Same), Names(columns.Empty)).ShouldBe((shown, same, empty));

        static string Names(IEnumerable<FeatureColumn> columns) => string.Join(' ', columns.Select(column => column.Name));
    }

    [Theory]
    [InlineData(1000, 500, 2)]
    [InlineData(3, 500, 1)]
    [InlineData(0, 500, 0)]
    public void Samples_are_even(int count, int most, int step)
    {
        int[] rows = [.. FeatureColumn.SampleRows(count, most)];

        rows.ShouldBe(Enumerable.Range(0, Math.Min(count, most)).Select(at => at * Math.Max(step, 1)));
    }

    private static FeatureColumn Column(string values)
    {
        var features = values.Split(' ').Select(value => "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"a\":" + value + "}}");
        return FeatureTable.Parse("{\"type\":\"FeatureCollection\",\"features\":[" + string.Join(',', features) + "]}")["a"];
    }
}
