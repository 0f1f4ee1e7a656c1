namespace Up42.Interactive;

/// <summary>Plots of tables.</summary>
public static class TablePlots
{
    /// <summary>Plots a column of numbers along a column of dates or numbers, as an area over time.</summary>
    /// <param name="table">The table; the order of its rows does not matter.</param>
    /// <param name="x">The column along which the values go: dates or numbers.</param>
    /// <param name="y">The column of values.</param>
    /// <exception cref="ArgumentException">A column is missing, or of another type.</exception>
    /// <exception cref="Up42Exception">No row has a value in both columns.</exception>
    public static SeriesPlot PlotSeries(this FeatureTable table, string x, string y)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new SeriesPlot(Series.Read(table, x, y));
    }
}
