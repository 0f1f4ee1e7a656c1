namespace Up42.Interactive;

/// <summary>A table of facts, one a line: what cards are made of.</summary>
internal static class FactsHtml
{
    /// <summary>The table; facts without a value are left out.</summary>
    public static Html Table(Html caption, params IEnumerable<(string Name, Html Value)> facts) => Html.Format(
        $"""
        <table><caption>{caption}</caption><tbody>{facts.Where(fact => !fact.Value.IsEmpty).Select(Line)}</tbody></table>
        """);

    /// <summary>A caption: the kind of thing, and its name.</summary>
    public static Html Title(string kind, string? name) =>
        string.IsNullOrWhiteSpace(name) ? Html.Format($"<b>{kind}</b>") : Html.Format($"{kind} <b>{name}</b>");

    public static Html Text(string? text) => string.IsNullOrWhiteSpace(text) ? Html.Empty : Html.Text(SignedAddresses.Hide(text));

    public static Html Code(string? text) => string.IsNullOrWhiteSpace(text) ? Html.Empty : Html.Format($"<code>{text}</code>");

    public static Html Date(DateTimeOffset? date) => date is { } known ? Html.Text(Words.Date(known)) : Html.Empty;

    public static Html Duration(TimeSpan? time) => time is { } known ? Html.Text(Words.Duration(known)) : Html.Empty;

    /// <summary>A name for readers with the id that programs need.</summary>
    public static Html NameAndId(string? name, string? id) =>
        string.IsNullOrWhiteSpace(name) ? Code(id) : string.IsNullOrWhiteSpace(id) ? Html.Text(name) : Html.Format($"{name} <code>{id}</code>");

    private static Html Line((string Name, Html Value) fact) => Html.Format(
        $"""
        <tr><th scope="row">{fact.Name}</th><td>{fact.Value}</td></tr>

        """);
}
