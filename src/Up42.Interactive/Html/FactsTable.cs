namespace Up42.Interactive;

/// <summary>A table of facts, one a line: what cards are made of.</summary>
internal static class FactsTable
{
    /// <summary>The table; facts without a value are left out.</summary>
    public static Html Create(Html caption, params IEnumerable<(string Name, Html Value)> facts) => Html.Format(
        $"<table>{(caption.IsEmpty ? Html.Empty : Html.Format($"<caption>{caption}</caption>"))}"
        + $"<tbody>{facts.Where(fact => !fact.Value.IsEmpty).Select(Line)}</tbody></table>");

    private static Html Line((string Name, Html Value) fact) => Html.Format(
        $"""
        <tr><th scope="row">{fact.Name}</th><td>{fact.Value}</td></tr>

        """);
}
