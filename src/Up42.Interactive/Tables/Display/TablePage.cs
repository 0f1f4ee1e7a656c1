using System.Text;

namespace Up42.Interactive;

/// <summary>The interactive page of a table: <c>table.ts</c> reads its data.</summary>
internal static class TablePage
{
    private const int Budget = 200_000;
    private const int MinRoomForData = 20_000;
    private const int MinRoomForRows = 20_000;
    private const int Slack = 4_000;
    private const int Tallest = 680;
    private const int RowsOfPage = 10;
    private const int AroundRows = 300;
    private const int Row = 30;
    private const int RowWithShape = 37;

    /// <summary>
    /// The display: static alone where all of the table is seen at once, else with a frame; what the frame's data leave is room for more static
    /// rows.
    /// </summary>
    public static Fragment Create(FeatureTable table)
    {
        if (table.Count < 2)
        {
            return new Fragment { Static = FeatureTableHtml.Whole(table) };
        }

        var layout = TableLayout.Create(table);
        if (table.Count <= FeatureTableHtml.FirstRows && layout.Carried.Count <= TableColumns.MaxShown)
        {
            return new Fragment { Static = FeatureTableHtml.Whole(layout) };
        }

        var beginning = FeatureTableHtml.Beginning(layout);
        var fragment = new Fragment
        {
            Static = FeatureTableHtml.Static(layout),
            Height = Math.Min(Tallest, AroundRows + ((layout.Geometry is { HasShapes: true } ? RowWithShape : Row) * Math.Min(table.Count, RowsOfPage))),
            Page = Create(table, beginning, [])
        };
        var left = Left(fragment);
        fragment = fragment with
        {
            Page = left >= MinRoomForData && TableDataFitter.Fit(layout, left / 4 * 3) is { } json ? Create(table, beginning, json) : null,
        };
        var room = Left(fragment);
        var grown = room < MinRoomForRows ? fragment : fragment with { Static = FeatureTableHtml.Static(layout, FeatureTableHtml.StaticBytes + room - Slack) };
        return Left(grown) >= 0 ? grown : fragment;
    }

    private static int Left(Fragment fragment) => Budget - Encoding.UTF8.GetByteCount(fragment.ToHtml());

    /// <summary>The table as a page of its own.</summary>
    public static Page Document(FeatureTable table)
    {
        if (table.Count < 2)
        {
            return Create(table, FeatureTableHtml.Whole(table), null);
        }

        var layout = TableLayout.Create(table);
        return Create(table, FeatureTableHtml.Whole(layout), TableDataFitter.Fit(layout, 10 * Budget));
    }

    private static Page Create(FeatureTable table, Html content, byte[]? json) => new()
    {
        Title = $"Table: {FeatureTableHtml.Caption(table)}",
        Kind = "table-page",
        Body = Html.Format($"""<div class="u42-static">{content}</div>"""),
        Styles = ["table.css"],
        Program = json is null ? null : new PageProgram(["table.js.gz"], json),
    };
}
