namespace Up42.Interactive.Tests.Tables;

public class TableShapingTests
{
    private static readonly FeatureTable Scenes = FeatureTable.Parse("""
        {"type":"FeatureCollection","features":[
         {"type":"Feature","id":"s1","properties":{"name":"b","cloud":10,"when":"2020-01-02"},"geometry":{"type":"Point","coordinates":[1,1]}},
         {"type":"Feature","id":"s2","properties":{"name":"a","cloud":null,"when":"2020-01-01"},"geometry":{"type":"Point","coordinates":[2,2]}},
         {"type":"Feature","id":"s3","properties":{"name":"b","cloud":2.5,"when":"2020-01-03"},"geometry":null},
         {"type":"Feature","id":"s4","properties":{"name":null,"cloud":99,"when":"2020-01-01T00:00:00Z"},"geometry":null}]}
        """);

    private static readonly FeatureTable Prices = new[]
    {
        new { name = "b", cloud = 1, price = 5.5 }, new { name = "b", cloud = 2, price = 6.5 }, new { name = "z", cloud = 3, price = 7.5 },
    }.ToTable();

    [Fact]
    public void Rename_and_Drop_leave_the_other_columns_where_they_are()
    {
        var table = Scenes.Rename("cloud", "cover").Drop("name");

        table.Columns.Select(column => column.Name).ShouldBe(["cover", "when"]);
        table["cover"][3].ShouldBe(99d);
        table[0].Geometry.ShouldNotBeNull();
        Scenes.Rename("name", "name").Columns.Count.ShouldBe(3);
        Scenes.Drop().Columns.Count.ShouldBe(3);
        Should.Throw<ArgumentException>(() => Scenes.Rename("name", "cloud")).Message.ShouldStartWith("There is a column 'cloud' already;");
        Should.Throw<ArgumentException>(() => Scenes.Rename("names", "x"));
        Should.Throw<ArgumentException>(() => Scenes.Drop("clouds"));
    }

    [Theory]
    [InlineData("Name", "name")]
    [InlineData("clod", "cloud")]
    [InlineData("coludd", "cloud")]
    [InlineData("platform", null)]
    public void A_column_that_does_not_exist_names_the_nearest(string written, string? near)
    {
        var message = Should.Throw<ArgumentException>(() => Scenes[written]).Message;

        message.ShouldStartWith($"There is no column '{written}' in: name, cloud, when.{(near is null ? "" : $" Did you mean '{near}'?")} (Parameter");
    }

    [Fact]
    public void Unique_gives_each_value_once_with_the_missing_one()
    {
        var names = Scenes.Unique("name");

        names["name"].ShouldBe(["b", "a", null]);
        names.Columns.ShouldHaveSingleItem();
        names.Bounds.ShouldBeNull();
        names[0].Id.ShouldBeNull();
        FeatureTable.Concat(Scenes, Scenes).Unique().Count.ShouldBe(4);
        FeatureTable.Concat(Scenes, Scenes).Unique("name", "cloud").Count.ShouldBe(4);
        new[] { new { n = (object)1 }, new { n = (object)1.0 }, new { n = (object)"1" } }.ToTable().Unique("n").Count.ShouldBe(2);
        FeatureTable.Empty.Unique().Count.ShouldBe(0);
    }

    [Fact]
    public void ValueCounts_puts_the_commonest_value_first()
    {
        var counts = Scenes.ValueCounts("name");

        counts["name"].ShouldBe(["b", "a", null], ignoreOrder: true);
        counts["name"][0].ShouldBe("b");
        counts["count"].ShouldBe([2L, 1L, 1L]);
        counts["share"].ShouldBe([50d, 25d, 25d]);
        Prices.Rename("cloud", "count").ValueCounts("count").Columns.Select(column => column.Name).ShouldBe(["count", "rows", "share"]);
        Scenes.Head(0).ValueCounts("name").Count.ShouldBe(0);
    }

    [Fact]
    public void Aggregate_makes_one_row_of_each_group()
    {
        var table = Scenes.GroupRowsBy("name").Aggregate(
            ("cloud", "mean"), ("cloud", "count"), ("cloud", "P90"), ("cloud", "std"), ("when", "max"), ("when", "first"), ("name", "unique"));

        table.Columns.Select(column => column.Name)
            .ShouldBe(["name", "rows", "cloud_mean", "cloud_count", "cloud_p90", "cloud_std", "when_max", "when_first", "name_unique"]);
        table["rows"].ShouldBe([2L, 1L, 1L]);
        table["cloud_mean"].ShouldBe([6.25, null, 99d]);
        table["cloud_count"].ShouldBe([2L, 0L, 1L]);
        table["cloud_p90"].ShouldBe([9.25, null, 99d]);
        ((double)table["cloud_std"][0]!).ShouldBe(7.5 / Math.Sqrt(2), 1e-12);
        table["cloud_std"].Skip(1).ShouldBe([null, null]);
        table["when_max"][0].ShouldBe(new DateTimeOffset(2020, 1, 3, 0, 0, 0, TimeSpan.Zero));
        table["when_first"][0].ShouldBe(new DateTimeOffset(2020, 1, 2, 0, 0, 0, TimeSpan.Zero));
        table["name_unique"].ShouldBe([1L, 1L, 0L]);
    }

    [Fact]
    public void Aggregate_keeps_whole_sums_whole_and_says_what_it_can_not_do()
    {
        Sum(long.MaxValue - 1, 1).ShouldBe(long.MaxValue);
        Sum(long.MaxValue, 1).ShouldBe(9223372036854775808d);
        var groups = Scenes.GroupRowsBy("name");
        Should.Throw<ArgumentException>(() => groups.Aggregate(("name", "mean")))
            .Message.ShouldStartWith("The column 'name' holds text; a mean needs numbers.");
        Should.Throw<ArgumentException>(() => groups.Aggregate(("cloud", "medain"))).Message.ShouldContain("Did you mean 'median'?");
        Should.Throw<ArgumentException>(() => groups.Aggregate(("cloud", "p101"))).Message.ShouldStartWith("There is no statistic 'p101' in: count,");
        Should.Throw<ArgumentException>(() => groups.Aggregate(("cloud", "min"), ("cloud", "min")))
            .Message.ShouldStartWith("Two columns would have one name");
        groups.ToString().ShouldBe("3 groups of 4 rows by name");
        groups.ToHtml().ShouldContain("3 rows × 2 columns");
        Scenes.Head(0).GroupRowsBy("name").Aggregate(("cloud", "mean")).Columns.Count.ShouldBe(3);

        static object? Sum(params long[] values) =>
            values.Select(n => new { k = 1, n }).ToTable().GroupRowsBy("k").Aggregate(("n", "sum"))["n_sum"][0];
    }

    [Fact]
    public void Quantile_lies_between_two_numbers_as_NumPy_has_it()
    {
        Scenes.Quantile("cloud", 0).ShouldBe(2.5);
        Scenes.Quantile("cloud", 0.25).ShouldBe(6.25);
        Scenes.Quantile("cloud", 1).ShouldBe(99);
        new[] { new { n = (object)3 }, new { n = (object)"x" } }.ToTable().Quantile("n", 0.5).ShouldBe(3);
        Scenes.Head(0).Quantile("cloud", 0.5).ShouldBeNull();
        Should.Throw<ArgumentException>(() => Scenes.Quantile("name", 0.5)).Message.ShouldStartWith("The column 'name' holds text; a quantile needs numbers.");
        Should.Throw<ArgumentOutOfRangeException>(() => Scenes.Quantile("cloud", 25)).Message.ShouldStartWith("A quantile is a share from 0 to 1;");
    }

    [Fact]
    public void Join_keeps_every_row_of_the_first_table_and_repeats_it_for_each_match()
    {
        var joined = Scenes.Join(Prices, on: "name");

        joined.Columns.Select(column => column.Name).ShouldBe(["name", "cloud", "when", "cloud_other", "price"]);
        joined.Select(row => row.Id).ShouldBe(["s1", "s1", "s2", "s3", "s3", "s4"]);
        joined["price"].ShouldBe([5.5, 6.5, null, 5.5, 6.5, null]);
        joined["cloud_other"].ShouldBe([1L, 2L, null, 1L, 2L, null]);
        joined[1].Geometry.ShouldNotBeNull();
        Scenes.Join(Prices, on: "name", isInner: true).Count.ShouldBe(4);
        Scenes.Join(Prices.Rename("name", "lake"), on: "name", otherOn: "lake").Columns.Select(column => column.Name).ShouldNotContain("lake");
        Scenes.Join(FeatureTable.Empty.WithColumn("name", _ => 1), on: "name").Count.ShouldBe(4);
    }

    [Fact]
    public void Join_takes_the_geometry_of_the_other_table_where_the_first_has_none()
    {
        var joined = Prices.Join(Scenes.Head(1), on: "name");

        joined.Select(row => row.Geometry?.Coordinate.X).ShouldBe([1d, 1d, null]);
        joined["when"].Count(value => value is not null).ShouldBe(2);
    }

    [Fact]
    public void Join_of_texts_with_numbers_says_that_they_match_nowhere() =>
        Should.Throw<ArgumentException>(() => Scenes.Join(Prices.WithColumn("name", _ => 1), on: "name"))
            .Message.ShouldStartWith("The column 'name' holds text here and 'name' integer there, which match nowhere;");

    [Fact]
    public void Describe_has_quartiles_of_numbers_alone()
    {
        var facts = Scenes.Describe();

        facts["lower quartile"].ShouldBe([null, 6.25, null]);
        facts["median"].ShouldBe([null, 10d, null]);
        facts["upper quartile"].ShouldBe([null, 54.5, null]);
    }
}
