namespace Up42.Interactive;

/// <summary>Many things, one a row, as a table that can be sorted and searched where scripts run; its cells are told once for both faces.</summary>
internal sealed record RowsTable
{
    private const int MaxRows = 2000;
    private const int HeightOfRow = 31;
    private const int HeightOfRest = 150;
    private const int MaxHeight = 560;
    private const int MaxNameOnOneLine = 30;

    /// <summary>The frame's title, as plain text.</summary>
    public required string Title { get; init; }

    /// <summary>The table's caption.</summary>
    public required string Caption { get; init; }

    /// <summary>What a row is called, for example <c>item</c>.</summary>
    public required string Noun { get; init; }

    /// <summary>What the search field shows while it is empty.</summary>
    public string Example { get; init; } = "words, or duration>10min";

    /// <summary>What stands below the rows; empty for nothing.</summary>
    public string Totals { get; init; } = "";

    /// <summary>The columns; the first names the row.</summary>
    public required IReadOnlyList<JobColumnData> Columns { get; init; }

    /// <summary>How many rows there are.</summary>
    public required int Count { get; init; }

    /// <summary>The cells of a row.</summary>
    public required Func<int, IReadOnlyList<JobCellData>> Row { get; init; }

    /// <summary>What stands below the table, in both faces.</summary>
    public Html After { get; init; }

    /// <summary>The display: static alone where there is nothing to sort.</summary>
    public Fragment ToFragment() => Count < 2
        ? new Fragment { Static = Html.Join([Static(RowsHtml.MaxRows), After]) }
        : CardPage.Create(
            Title,
            Html.Join([Static(RowsHtml.MaxRows), After]),
            Static(RowsHtml.OpenRows),
            Height,
            MostRows,
            Data,
            JobsTableJson.Default.JobsTableData,
            after: After);

    /// <summary>The height of a frame that shows the table.</summary>
    public int Height => int.Min(MaxHeight, HeightOfRest + (HeightOfRow * Count));

    /// <summary>How many rows are worth sending.</summary>
    public int MostRows => int.Min(Count, MaxRows);

    /// <summary>The data of the first rows.</summary>
    public JobsTableData Data(int maxRows)
    {
        var rest = maxRows < Count ? $"The first {maxRows} are shown" : "";
        var totals = string.Join("; ", new[] { Totals, rest }.Where(text => text.Length > 0));
        IReadOnlyList<JobCellData>[] rows = [.. Enumerable.Range(0, int.Min(maxRows, Count)).Select(Cells)];
        return new JobsTableData(Caption, DisplayText.Plural(Count, Noun), Example, totals, Columns, rows);
    }

    /// <summary>The first rows as a plain table, or the caption alone.</summary>
    public Html Static(int most) => Count == 0 ? Html.Format($"<p>{Caption}</p>") : RowsHtml.Table(
        Caption,
        Html.Format($"<thead><tr>{Columns.Select(Heading)}</tr></thead>"),
        [.. Enumerable.Range(0, int.Min(most, Count)).Select(row => Line(Cells(row)))],
        Count,
        Totals.Length == 0 ? Html.Empty : Html.Format($"""<tfoot><tr><td colspan="{Columns.Count}">{Totals}</td></tr></tfoot>"""),
        Noun);

    private IReadOnlyList<JobCellData> Cells(int row) => [.. Row(row).Select(cell => cell with { Text = SingleLine.Format(cell.Text) })];

    private static Html Heading(JobColumnData column) => column.Right
        ? Html.Format($"""<th scope="col" align="right">{column.Name}</th>""")
        : column.Name == "id" ? Html.Format($"""<th scope="col" class="u42-k">{column.Name}</th>""")
        : Html.Format($"""<th scope="col">{column.Name}</th>""");

    private Html Line(IReadOnlyList<JobCellData> cells) => Html.Format($"<tr>{cells.Select(Cell)}</tr>{'\n'}");

    private Html Cell(JobCellData cell, int column)
    {
        var content = cell switch
        {
            { Color: { } color, Mark: { } mark } => StatusBadge.Create(color, mark, cell.Text),
            { Code: true, Text.Length: > 0 } => FactsHtml.Code(cell.Text),
            _ => Html.Text(cell.Text),
        };
        return column switch
        {
            0 when cell.Text.Length <= MaxNameOnOneLine => Html.Format($"""<th scope="row" class="u42-n">{content}</th>"""),
            0 => Html.Format($"""<th scope="row">{content}</th>"""),
            _ when Columns[column].Right => Html.Format($"""<td align="right">{content}</td>"""),
            _ when cell.Code == true => Html.Format($"""<td class="u42-n u42-k">{content}</td>"""),
            _ when Columns[column].Kind == "date" => Html.Format($"""<td class="u42-n">{content}</td>"""),
            _ => Html.Format($"<td>{content}</td>"),
        };
    }
}
