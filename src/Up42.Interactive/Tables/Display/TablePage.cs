using System.Text;

namespace Up42.Interactive;

/// <summary>The interactive page of a table: <c>table.ts</c> reads its data.</summary>
internal static class TablePage
{
    private const int Budget = 200_000;
    private const int MinRoomForData = 20_000;
    private const int MinRoomForRows = 20_000;
    private const int Slack = 4_000;
    private const int Tallest = 580;
    private const int AroundRows = 200;
    private const int Row = 37;

    /// <summary>
    /// The display: static alone where all of the table is seen at once, else with a frame; what the frame's data leave is room for more static
    /// rows.
    /// </summary>
    public static Fragment Create(FeatureTable table)
    {
        if (table.Count < 2 || (table.Count <= FeatureTableHtml.FirstRows && table.Columns.Count <= TableColumns.MaxShown))
        {
            return new Fragment { Static = FeatureTableHtml.Whole(table) };
        }

        var beginning = FeatureTableHtml.Beginning(table);
        var fragment = new Fragment
        {
            Static = FeatureTableHtml.Static(table),
            Height = Math.Min(Tallest, AroundRows + (Row * table.Count)),
            Page = Create(table, beginning, [])
        };
        var left = Left(fragment);
        fragment = fragment with
        {
            Page = left >= MinRoomForData && TableDataFitter.Fit(table, left / 4 * 3) is { } json ? Create(table, beginning, json) : null,
        };
        var room = Left(fragment);
        var grown = room < MinRoomForRows ? fragment : fragment with { Static = FeatureTableHtml.Static(table, FeatureTableHtml.StaticBytes + room - Slack) };
        return Left(grown) >= 0 ? grown : fragment;
    }

    private static int Left(Fragment fragment) => Budget - Encoding.UTF8.GetByteCount(fragment.ToHtml());

    /// <summary>The table as a page of its own.</summary>
    public static Page Document(FeatureTable table) => Create(table, FeatureTableHtml.Whole(table), TableDataFitter.Fit(table, 10 * Budget));

    private static Page Create(FeatureTable table, Html content, byte[]? json) => new()
    {
        Title = $"Table: {FeatureTableHtml.Caption(table)}",
        Kind = "table-page",
        Body = Html.Format($"""<div class="u42-static">{content}</div>"""),
        Styles = ["table.css"],
        Program = json is null ? null : new PageProgram(["table.js.gz"], json),
    };
}
