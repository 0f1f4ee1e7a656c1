namespace Up42.Interactive.Tests.Conventions;

/// <summary>A pattern meets text of others: it must not backtrack without end.</summary>
public class RegexTests
{
    [Fact]
    public void Every_regular_expression_has_a_timeout_or_does_not_backtrack() =>
        SourceText.RegularExpressions("src").Where(expression => !expression.IsBounded).Select(expression => expression.Place).ShouldBeEmpty();
}
