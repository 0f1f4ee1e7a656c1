namespace Up42.Interactive;

/// <summary>Plots of tables. Columns are named as the table has them; rows without a value are left out, and the plot says how many.</summary>
public static class TablePlots
{
    private const int MaxBins = 500;

    /// <summary>Plots a column of numbers along a column of dates, numbers or texts, as an area over time: points with a line through them.</summary>
    /// <param name="table">The table; the order of its rows matters where texts stand on the axis.</param>
    /// <param name="x">The column along which the values go.</param>
    /// <param name="y">The column of values.</param>
    /// <param name="by">A column whose values have a line each; null: one line.</param>
    /// <param name="options">Titles and size.</param>
    /// <exception cref="ArgumentException">A column does not exist, or <paramref name="y"/> holds something else than numbers.</exception>
    /// <exception cref="Up42Exception">No row has a value in both columns.</exception>
    public static TablePlot PlotSeries(this FeatureTable table, string x, string y, string? by = null, TablePlotOptions? options = null) =>
        new(Reader(table, options).Lines(x, y, by));

    /// <summary>
    /// Plots a bar for each value of a column: how many rows have it, or what another column comes to there. Texts stand in the order of the rows
    /// (<c>SortBy</c> changes it), numbers and dates in their own. Bars with long names lie.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="x">The column whose values have a bar each.</param>
    /// <param name="y">The column whose values give the length; null: rows are counted.</param>
    /// <param name="by">A column whose values have a bar each beside each other; null: one.</param>
    /// <param name="statistic">What several rows of one bar come to: <c>sum</c>, <c>mean</c>, <c>max</c>, <c>p90</c> and so on, as <see
    /// cref="FeatureGroups"/> aggregates.</param>
    /// <param name="options">Titles and size.</param>
    /// <exception cref="ArgumentException">A column or statistic does not exist, or a column holds something else than numbers.</exception>
    /// <exception cref="Up42Exception">No row has a value.</exception>
    public static TablePlot PlotBars(
        this FeatureTable table, string x, string? y = null, string? by = null, string statistic = "sum", TablePlotOptions? options = null) =>
        new(Reader(table, options).Bars(x, y, by, ColumnStatistic.Find(statistic)));

    /// <summary>Plots a point for each row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="x">The column of the places across: numbers, dates or texts.</param>
    /// <param name="y">The column of numbers upward.</param>
    /// <param name="colorBy">A column that colours the points as it colours features on a map: numbers along a scale, other values, and few
    /// different numbers, a colour and a shape each; null: one colour.</param>
    /// <param name="options">Titles, size, colour scale, classes.</param>
    /// <exception cref="ArgumentException">A column does not exist, or <paramref name="y"/> holds something else than numbers.</exception>
    /// <exception cref="Up42Exception">No row has a value in both columns.</exception>
    public static TablePlot PlotScatter(this FeatureTable table, string x, string y, string? colorBy = null, TablePlotOptions? options = null) =>
        new(Reader(table, options).Points(x, y, colorBy));

    /// <summary>Plots how often the numbers or dates of a column lie in bins of one width; of texts how often each occurs, the commonest first.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="bins">How many bins, 1 to 500; null: as many as suits the values (Freedman and Diaconis), whole numbers that are few one each.</param>
    /// <param name="by">A column whose values have a colour each, on top of each other; null: one.</param>
    /// <param name="options">Titles and size.</param>
    /// <exception cref="ArgumentException">A column does not exist, or holds lists or objects.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There would be no bins, or too many.</exception>
    /// <exception cref="Up42Exception">No row has a value.</exception>
    public static TablePlot PlotHistogram(
        this FeatureTable table, string column, int? bins = null, string? by = null, TablePlotOptions? options = null)
    {
        var reader = Reader(table, options);
        if (bins is < 1 or > MaxBins)
        {
            throw new ArgumentOutOfRangeException(nameof(bins), bins, $"A histogram has 1 to {MaxBins} bins.");
        }

        return new(table[column].Type is FeatureColumnType.Text or FeatureColumnType.Boolean
            ? Reader(Commonest(table, column), options).Bars(column, null, by, ColumnStatistic.Find("count"))
            : reader.Bins(column, bins, by));
    }

    private static TableChartReader Reader(FeatureTable table, TablePlotOptions? options)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new TableChartReader(table, options ?? new TablePlotOptions());
    }

    private static FeatureTable Commonest(FeatureTable table, string column) =>
        FeatureTable.From(table.GroupRowsBy(column).OrderByDescending(group => group.Table.Count).SelectMany(group => group.Table));
}
