using System.Globalization;

namespace Up42.Interactive;

/// <summary>The values of a column along an axis: numbers, dates as ticks of UTC, or names at 0, 1, 2 and so on.</summary>
internal sealed class ChartScale
{
    private const int LongestName = 60;

    private readonly Dictionary<object, int> _places = [];
    private readonly FeatureColumn _column;

    /// <summary>Reads a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="title">What the axis is called.</param>
    /// <param name="rows">The rows that have a place on it, in the order of names.</param>
    /// <param name="isNamed">Whether numbers and dates are names too, in their order.</param>
    public ChartScale(FeatureColumn column, string title, IEnumerable<int> rows, bool isNamed = false)
    {
        (_column, Title) = (column, title);
        if (column.Type is FeatureColumnType.Object or FeatureColumnType.List)
        {
            throw new ArgumentException(
                $"The column '{column.Name}' holds {ColumnTypeName.Format(column.Type)}, which has no place on an axis.", nameof(column));
        }

        IsDate = !isNamed && column.Type == FeatureColumnType.Date;
        if (IsDate || (!isNamed && column.Type is FeatureColumnType.Integer or FeatureColumnType.Real))
        {
            return;
        }

        var values = rows.Where(column.HasAt).Select(row => column[row]!).DistinctBy(ValueKey.Of);
        var ordered = column.Type is FeatureColumnType.Text or FeatureColumnType.Mixed ? values.ToList() : [.. values.Order(ValueComparer.Instance)];
        var names = new HashSet<string>();
        foreach (var value in ordered)
        {
            _places[ValueKey.Of(value)!] = _places.Count;
            var name = DisplayText.Cut(DisplayText.Name(value), LongestName);
            names.Add(ColumnNames.Free(names, name, name));
        }

        Names = [.. names];
    }

    /// <summary>A scale of one column's numbers or dates, whatever is on it.</summary>
    public ChartScale(FeatureColumn column, string title)
        : this(column, title, [])
    {
    }

    /// <summary>What the axis is called.</summary>
    public string Title { get; }

    /// <summary>Whether the values are dates.</summary>
    public bool IsDate { get; }

    /// <summary>The names of its places; null of numbers and dates.</summary>
    public IReadOnlyList<string>? Names { get; }

    /// <summary>Where a row stands; null where it has no value.</summary>
    public double? PlaceOf(int row) => !_column.HasAt(row) ? null
        : Names is not null ? _places[ValueKey.Of(_column[row])!]
        : IsDate ? ((DateTimeOffset)_column[row]!).UtcTicks
        : _column.MeasureAt(row);

    /// <summary>A place in words: a date without the time of day where that is midnight, a number, a name.</summary>
    public string Text(double place) => Names is not null ? Names[(int)place]
        : IsDate ? Date(place).ToString(Date(place).TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
        : NumberText.Format(place, grouped: true);

    /// <summary>A place as Plotly takes it.</summary>
    public object ToPlotly(double place) => Names is not null ? FigureText.Escape(Names[(int)place])
        : IsDate ? Date(place).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
        : place;

    private static DateTime Date(double ticks) => new((long)Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks), DateTimeKind.Utc);
}
