namespace Up42.Interactive;

/// <summary>The values of facts as cards show them. Of a text that is too long to be read the beginning is shown.</summary>
internal static class FactsHtml
{
    /// <summary>A caption: the kind of thing, and its name.</summary>
    public static Html Title(string kind, string? name) =>
        string.IsNullOrWhiteSpace(name) ? Html.Format($"<b>{kind}</b>") : Html.Format($"{kind} <b>{Cut(name)}</b>");

    public static Html Text(string? text) => string.IsNullOrWhiteSpace(text) ? Html.Empty : Html.Text(Cut(text));

    public static Html Code(string? text) => string.IsNullOrWhiteSpace(text) ? Html.Empty : Html.Format($"<code>{Cut(text)}</code>");

    public static Html Date(DateTimeOffset? date) => date is { } known ? Html.Text(DisplayText.Date(known)) : Html.Empty;

    public static Html Duration(TimeSpan? time) => time is { } known ? Html.Text(DisplayText.Duration(known)) : Html.Empty;

    /// <summary>A name for readers with the id that programs need.</summary>
    public static Html NameAndId(string? name, string? id) =>
        string.IsNullOrWhiteSpace(name) ? Code(id) : string.IsNullOrWhiteSpace(id) ? Text(name) : Html.Format($"{Cut(name)} <code>{Cut(id)}</code>");

    private static string Cut(string text) => SafeText.Clean(text, Limits.Default.ShownCharacters);
}
