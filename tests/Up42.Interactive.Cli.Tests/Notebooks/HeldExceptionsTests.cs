namespace Up42.Interactive.Cli.Tests.Notebooks;

/// <summary>Values whose text asks exceptions without end for theirs, which exhausts the stack.</summary>
public class HeldExceptionsTests
{
    [Fact]
    public void Exceptions_without_end_are_found_where_texts_ask_for_them()
    {
        var endless = Nest(1000);
        object[] values =
        [
            endless, (1, endless), Tuple.Create(1, endless), KeyValuePair.Create("a", endless), new[] { endless },
            new object[] { new List<object> { (1, endless) } },
            new Dictionary<string, object> { ["a"] = (1, (2, endless)) }, new HashSet<Exception> { endless }, (1, 2, 3, 4, 5, 6, 7, endless),
        ];

        values.ShouldAllBe(value => HeldExceptions.HaveNoEnd(value));
    }

    [Fact]
    public void Other_values_are_shown()
    {
        var itself = new List<object>();
        itself.Add(itself);
        object?[] values =
        [
            null, 1, "a", new int[1000], Nest(20), (1, Nest(20)), itself, typeof(string), new Dictionary<string, object> { ["a"] = new List<int> { 1 } },
            FeatureTable.Empty, (Func<int>)(() => 1), new object[] { new object() },
        ];

        values.ShouldAllBe(value => !HeldExceptions.HaveNoEnd(value));
    }

    [Fact]
    public void A_message_of_megabytes_is_cut_and_those_within_it_stay()
    {
        var text = ExceptionText.Format(new InvalidOperationException(new string('x', 3_000_000), new FormatException("a")));

        text.Length.ShouldBeLessThan(1_000_000);
        text.ShouldStartWith("System.InvalidOperationException: xxx");
        text.ShouldContain("…\n ---> System.FormatException: a");
    }

    private static InvalidOperationException Nest(int depth)
    {
        var exception = new InvalidOperationException("a");
        for (var i = 0; i < depth; i++)
        {
            exception = new InvalidOperationException("b", exception);
        }

        return exception;
    }
}
