namespace Up42.Interactive;

/// <summary>Reads charts from the columns of a table.</summary>
/// <param name="table">The table.</param>
/// <param name="options">How they look.</param>
internal sealed class TableChartReader(FeatureTable table, TablePlotOptions options)
{
    private const int MaxPoints = 20_000;
    private const int MaxBars = 60;
    private const int MaxGroups = 24;

    /// <summary>A line for each value of a column, or one alone.</summary>
    public TableChart Lines(string x, string y, string? by)
    {
        var (values, notes) = (Numbers(y), new List<string>());
        var rows = Rows(notes, "both columns", row => table[x].HasAt(row) && double.IsFinite(values.MeasureAt(row)), x, y);
        var scale = new ChartScale(table[x], options.XTitle ?? x, rows);
        var groups = Groups(rows, by, notes, row => new ChartPoint(scale.PlaceOf(row)!.Value, values.MeasureAt(row)));
        return Chart(ChartMark.Lines, $"{y} by {x}", scale, y, [.. groups.Select(Ordered)], by, notes);

        static ChartGroup Ordered(ChartGroup group) => group with { Points = [.. group.Points.OrderBy(point => point.X)] };
    }

    /// <summary>Points, coloured by a column as maps colour features by it.</summary>
    public TableChart Points(string x, string y, string? colorBy)
    {
        var (values, notes) = (Numbers(y), new List<string>());
        var rows = Rows(notes, "both columns", row => table[x].HasAt(row) && double.IsFinite(values.MeasureAt(row)), x, y);
        var scale = new ChartScale(table[x], options.XTitle ?? x, rows);
        Func<int, ChartPoint> place = row => new ChartPoint(scale.PlaceOf(row)!.Value, values.MeasureAt(row));
        if (colorBy is null)
        {
            return Chart(ChartMark.Points, $"{y} against {x}", scale, y, Groups(rows, null, notes, place), null, notes);
        }

        var shown = Sampled(rows, notes);
        var column = table[colorBy];
        var colors = new FeatureColors(
            column.Name, [.. shown.Select(row => table[row])], options.ColorScale, options.Classification, CategoryPalette.OnAnyGround);
        var groups = shown.GroupBy(row => colors.ClassOf(table[row])).OrderBy(group => group.Key ?? -1).Select(group => new ChartGroup(
            group.Key is { } index ? colors.Classes[index].Name : column.Name,
            group.Key is { } at ? colors.Classes[at].Color : ChartGroup.ColorAt(0),
            [.. group.Select(row => group.Key is null
                ? place(row) with { Measure = column.MeasureAt(row), Color = colors.ColorOf(table[row]) }
                : place(row))]));
        return Chart(ChartMark.Points, $"{y} against {x}", scale, y, [.. groups], colorBy, notes) with { Bar = colors.Bar };
    }

    /// <summary>A bar for each value of a column, or as many as another has values.</summary>
    public TableChart Bars(string x, string? y, string? by, ColumnStatistic statistic)
    {
        var (notes, parts) = (new List<string>(), by is null ? null : table[by]);
        var rows = Rows(notes, x, table[x].HasAt, x);
        var scale = new ChartScale(table[x], options.XTitle ?? x, rows, isNamed: true);
        if (scale.Names!.Count > MaxBars)
        {
            notes.Add($"The first {MaxBars} of {NumberText.Format(scale.Names.Count)} values of {x} are shown; SortBy, Head and Where choose others.");
            rows = [.. rows.Where(row => scale.PlaceOf(row) < MaxBars)];
            scale = new ChartScale(table[x], scale.Title, rows, isNamed: true);
        }

        var isRepeated = y is not null && rows.Count > rows.DistinctBy(row => (scale.PlaceOf(row), ValueKey.Of(parts?[row]))).Count();
        var groups = Parted(rows, by, notes).Select((group, index) => new ChartGroup(
            group.Name,
            ChartGroup.ColorAt(index),
            [.. group.Rows.GroupBy(row => scale.PlaceOf(row)!.Value).OrderBy(bar => bar.Key)
                .Select(bar => (bar.Key, Value: y is null ? bar.Count() : ValueOf(bar))).Where(bar => bar.Value is not null)
                .Select(bar => new ChartPoint(bar.Key, bar.Value!.Value))]));
        var title = y is null ? "Rows" : isRepeated || statistic.Name is "count" or "unique" ? $"{y} ({statistic.Name})" : y;
        return Chart(ChartMark.Bars, $"{title} by {x}", scale, title, [.. groups.Where(group => group.Points.Count > 0)], by, notes);

        double? ValueOf(IEnumerable<int> bar) => statistic.Measure(FeatureTable.From(bar.Select(row => table[row]))[y]) switch
        {
            long whole => whole,
            double real => real,
            null => null,
            _ => throw new ArgumentException($"The {statistic.Name} of the column '{y}' is not a number, and a bar needs one.", nameof(y)),
        };
    }

    /// <summary>How often the numbers or dates of a column lie in bins of one width.</summary>
    public TableChart Bins(string name, int? bins, string? by)
    {
        var (notes, column) = (new List<string>(), table[name]);
        if (column.Type is not FeatureColumnType.Date)
        {
            ColumnStatistic.Numbers(column, "histogram");
        }

        var rows = Rows(notes, name, row => double.IsFinite(column.MeasureAt(row)), name);
        var scale = new ChartScale(column, options.XTitle ?? name);
        var isWhole = column.Type == FeatureColumnType.Integer;
        var places = new HistogramBins([.. rows.Select(row => Place(row))], bins, isWhole);
        var groups = Parted(rows, by, notes).Select((group, index) => new ChartGroup(
            group.Name,
            ChartGroup.ColorAt(index),
            [.. places.Count(group.Rows.Select(Place)).Select((count, bin) => new ChartPoint(places.Middle(bin), count) { Width = places.Width })]));
        return Chart(ChartMark.Bins, $"Histogram of {name}", scale, "Rows", [.. groups], by, notes);

        double Place(int row) => column.Type == FeatureColumnType.Date ? scale.PlaceOf(row)!.Value : column.MeasureAt(row);
    }

    private TableChart Chart(
        ChartMark mark, string title, ChartScale x, string y, List<ChartGroup> groups, string? by, List<string> notes) =>
        groups.Count == 0
            ? throw new Up42Exception("No row has a value to plot.")
            : new TableChart(mark, options.Title ?? title, x, options.YTitle ?? y, groups) { GroupTitle = by, Notes = notes, Size = options.FigureSize };

    private FeatureColumn Numbers(string name)
    {
        ColumnStatistic.Numbers(table[name], "plot");
        return table[name];
    }

    /// <summary>The rows that have what is needed; how many have not is noted.</summary>
    private List<int> Rows(List<string> notes, string needed, Func<int, bool> has, params ReadOnlySpan<string> columns)
    {
        var rows = Enumerable.Range(0, table.Count).Where(has).ToList();
        if (rows.Count == 0)
        {
            throw new Up42Exception($"No row has a value in {(columns.Length == 1 ? columns[0] : $"both {columns[0]} and {columns[1]}")}.");
        }

        if (rows.Count < table.Count)
        {
            notes.Add($"{DisplayText.Count(table.Count - rows.Count, "row")} without a value in {needed} left out.");
        }

        return rows;
    }

    private static List<int> Sampled(List<int> rows, List<string> notes)
    {
        if (rows.Count <= MaxPoints)
        {
            return rows;
        }

        notes.Add($"{NumberText.Format(MaxPoints)} of {NumberText.Format(rows.Count)} points are shown, evenly picked.");
        return [.. FeatureColumn.SampleRows(rows.Count, MaxPoints).Select(at => rows[at])];
    }

    private List<ChartGroup> Groups(List<int> rows, string? by, List<string> notes, Func<int, ChartPoint> place) =>
        [.. Parted(Sampled(rows, notes), by, notes)
            .Select((group, index) => new ChartGroup(group.Name, ChartGroup.ColorAt(index), [.. group.Rows.Select(place)]))];

    /// <summary>The rows by the values of a column, in the order in which these appear; of very many the first ones.</summary>
    private List<(string Name, IReadOnlyList<int> Rows)> Parted(IReadOnlyList<int> rows, string? by, List<string> notes)
    {
        if (by is null)
        {
            return [("", rows)];
        }

        var column = table[by];
        var parts = rows.GroupBy(row => ValueKey.Of(column[row])).ToList();
        if (parts.Count > MaxGroups)
        {
            notes.Add($"The first {MaxGroups} of {NumberText.Format(parts.Count)} values of {by} are shown.");
        }

        return [.. parts.Take(MaxGroups).Select(part =>
            (part.Key is null ? "no value" : DisplayText.Cut(DisplayText.Name(column[part.First()]!), 60), (IReadOnlyList<int>)[.. part]))];
    }
}
