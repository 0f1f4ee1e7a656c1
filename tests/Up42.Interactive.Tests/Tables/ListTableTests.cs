using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Tables;

public class ListTableTests
{
    private enum Season
    {
        Spring,
        Autumn,
    }

    [Fact]
    public void ToTable_of_anonymous_objects_has_a_column_for_each_property()
    {
        var table = new[] { new { name = "a", size = 1.5, season = Season.Spring }, new { name = "b", size = 2.25, season = Season.Autumn } }.ToTable();

        table.Columns.Select(column => $"{column.Name} {column.Type}").ShouldBe(["name Text", "size Real", "season Text"]);
        table[1].GetText("season").ShouldBe("Autumn");
        table[1].GetNumber("size").ShouldBe(2.25);
    }

    [Fact]
    public void ToTable_of_values_has_one_column() => new[] { 3, 1, 2 }.ToTable()["value"].ShouldBe([3L, 1L, 2L]);

    [Fact]
    public void ToTable_of_pairs_and_tuples_has_their_parts()
    {
        var pairs = new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }.ToTable();
        var tuples = new[] { ("a", 1), ("b", 2) }.ToTable();

        pairs.Columns.Select(column => column.Name).ShouldBe(["key", "value"]);
        tuples.Columns.Select(column => column.Name).ShouldBe(["Item1", "Item2"]);
        pairs["value"].ShouldBe(tuples["Item2"]);
    }

    [Fact]
    public void ToTable_takes_the_first_geometry_as_the_rows()
    {
        var table = new[] { new { name = "here", place = new Point(13.4, 52.5) }, new { name = "nowhere", place = (Point)null! } }.ToTable();

        table.Columns.Select(column => column.Name).ShouldBe(["name"]);
        table[0].Geometry.ShouldBe(new Point(13.4, 52.5));
        table[1].Geometry.ShouldBeNull();
    }

    [Fact]
    public void ToTable_of_rows_is_the_table_of_these_rows()
    {
        var scenes = Catalogue.Scenes(20);

        scenes.OrderByDescending(row => row.AreaSquareMeters).Take(3).ToTable().Count.ShouldBe(3);
        scenes.ToTable().ShouldBeSameAs(scenes);
    }

    [Fact]
    public void ToTable_keeps_the_good_values_of_a_property_that_throws() =>
        new[] { new Fragile(1), new Fragile(0) }.ToTable()["Inverse"].ShouldBe([1L, null]);

    [Fact]
    public void ToTable_hides_what_its_columns_name_calls_a_secret() =>
        new[] { new { user = "ada", password = "hunter2!" }, new { user = "bob", password = "pa55w0rd" } }.ToTable().ToHtml()
            .ShouldSatisfyAllConditions(html => html.ShouldNotContain("hunter2"), html => html.ShouldNotContain("pa55w0rd"), html => html.ShouldContain("ada"));

    [Fact]
    public void ToTable_of_endless_items_ends() =>
        ListTable.Create(Endless(), new Limits { Rows = 1000 }).Remarks.ShouldHaveSingleItem().ShouldStartWith("There are more than 1,000");

    [Fact]
    public void ToTable_of_displays_has_the_line_that_each_says_of_itself() =>
        Catalogue.Scenes(30).GroupRowsBy("provider").ToTable()["value"][0].ShouldBeOfType<string>().ShouldContain("FeatureTable: ");

    [Fact]
    public void ToString_of_a_table_is_a_table_of_text()
    {
        var id = Guid.Parse("96ba173e-04ae-3bcd-9986-9e56f0adbf3a");
        var items = new[] { ("a\nb", 1.5), ("c", 12.25), ("d", 3.0) };

        var text = items.Select(item => new { name = item.Item1, size = item.Item2, kind = "x", id }).ToTable().ToString();

        text.ShouldBe("""
            FeatureTable: 3 features × 4 columns, EPSG:4326, no geometry
            row  name   size

              0  a b    1.50
              1  c     12.25
              2  d      3.00
            The same in all rows: kind x · id 96ba173e-04ae-3bcd-9986-9e56f0adbf3a
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void ToString_of_a_large_table_has_both_ends_and_keeps_to_the_width_of_a_terminal()
    {
        var lines = Catalogue.Scenes(2000).ToString().Split('\n');

        lines.Length.ShouldBeLessThan(22);
        lines.Skip(1).Take(14).ShouldAllBe(line => line.Length <= 112);
        lines.ShouldContain("… 1,987 rows between …");
        lines.ShouldContain(line => line.StartsWith("1999  ", StringComparison.Ordinal));
    }

    private static IEnumerable<int> Endless()
    {
        while (true)
        {
            yield return 1;
        }
    }

    [Fact]
    public void ToTable_of_lists_that_go_on_for_ever_hold_themselves_or_throw_ends()
    {
        var itself = new List<object>();
        itself.AddRange(Enumerable.Repeat<object>(itself, 30));
        IEnumerable<int> Count(int most)
        {
            for (var number = 0; ; number++)
            {
                yield return number < most ? number : throw new InvalidOperationException();
            }
        }

        var table = new[]
        {
            new { list = (object)Count(int.MaxValue) }, new { list = (object)itself }, new { list = (object)Count(3) },
            new { list = (object)new Dictionary<object, int> { [1] = 1, ["1"] = 2 } },
        }.ToTable();

        table[0].GetText("list")![^20..].ShouldEndWith(",999999,\"\\u2026\"]");
        table[1].GetText("list")!.Length.ShouldBeInRange(1000, 20_000_000);
        table[2].GetText("list").ShouldBeNull();
        table[3].GetText("list").ShouldBe("{\"1\":2}");
    }

    [Fact]
    public void FindTable_of_texts_without_measure_leaves_out_rows_and_says_so()
    {
        var table = ListTable.FindTable(Enumerable.Range(0, 100_000).Select(_ => new Long()))!;

        table.Count.ShouldBe(4);
        table.Remarks.ShouldHaveSingleItem().ShouldBe("Its texts have more than 33,554,432 characters; the rows after these are left out.");
    }

    private sealed record Long(char Letter = 'a')
    {
        public string Text => new(Letter, 10_000_000);
    }

    private sealed record Fragile(int Number)
    {
        public int Inverse => 1 / Number;
    }
}
