namespace Up42.Interactive;

/// <summary>Many jobs, one a row, as a table: the first open, more to unfold, the rest in words.</summary>
internal static class RowsHtml
{
    /// <summary>Rows that are open.</summary>
    public const int OpenRows = 20;

    /// <summary>Rows that are worth making.</summary>
    public const int MaxRows = 100;

    public static Html Header(params IEnumerable<string> columns) =>
        Html.Format($"<thead><tr>{columns.Select(Heading)}</tr></thead>");

    private static Html Heading(string column) => column is "duration" or "cost"
        ? Html.Format($"""<th scope="col" align="right">{column}</th>""")
        : column is "id" ? Html.Format($"""<th scope="col" class="u42-k">{column}</th>""")
        : Html.Format($"""<th scope="col">{column}</th>""");

    /// <param name="caption">The caption.</param>
    /// <param name="header">From <see cref="Header"/>.</param>
    /// <param name="rows">The first <see cref="MaxRows"/> rows.</param>
    /// <param name="count">How many jobs there are.</param>
    /// <param name="foot">What stands below the open rows.</param>
    /// <param name="noun">What one of them is called.</param>
    public static Html Table(string caption, Html header, IReadOnlyList<Html> rows, int count, Html foot = default, string noun = "job")
    {
        var more = rows.Count <= OpenRows ? Html.Empty : Html.Format(
            $"<details><summary>Show {rows.Count - OpenRows} more</summary><table><caption>{caption}, "
                + $"continued</caption>{header}<tbody>{rows.Skip(OpenRows)}</tbody></table></details>");
        var rest = count <= rows.Count ? Html.Empty : Html.Format($"<p>{DisplayText.Count(count - rows.Count, $"more {noun}")} not shown.</p>");
        return Html.Format($"<table><caption>{caption}</caption>{header}<tbody>{rows.Take(OpenRows)}</tbody>{foot}</table>{more}{rest}");
    }
}
