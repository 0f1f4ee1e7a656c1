namespace Up42.Interactive;

/// <summary>
/// Colours the features of a map by the values of a column: numbers along a scale or in classes, other values (and few distinct numbers) one
/// colour each. All layers that have the column share the colours.
/// </summary>
internal sealed class FeatureColors
{
    private const string NoValue = "no value";
    private const long MaxExact = 1L << 53;

    private readonly (double Minimum, double Maximum)? _range;
    private readonly IReadOnlyList<double> _breaks = [];
    private readonly Dictionary<object, int> _categories = [];
    private readonly ColorScale _scale;
    private readonly IReadOnlyList<string> _palette;
    private readonly int _noValue;

    /// <summary>Measures a column.</summary>
    /// <param name="column">The column, in any letter case.</param>
    /// <param name="rows">The features of all layers that have it.</param>
    /// <param name="scale">The colours of numbers; where it is given, few distinct numbers lie along it too. Null: viridis.</param>
    /// <param name="classification">How numbers become classes; null: they lie along the scale.</param>
    /// <param name="palette">The colours of other values; null: those of maps.</param>
    /// <exception cref="ArgumentException">Numbers are to become classes, and the column holds other values.</exception>
    public FeatureColors(
        string column, IReadOnlyList<FeatureRow> rows, ColorScale? scale = null, Classification? classification = null, IReadOnlyList<string>? palette = null)
    {
        (Column, _scale, _palette) = (column, scale ?? ColorScale.Viridis, palette ?? CategoryPalette.Colors);
        var values = rows.Select(ValueOf).ToList();
        var numbers = values.Select(NumberOf).OfType<double>().Order().ToList();
        var present = values.Count(value => value is not null);
        var isNumbers = numbers.Count > 0 && numbers.Count == present;
        if (classification is not null && present > 0 && !isNumbers)
        {
            throw new ArgumentException(
                $"Only numbers have classes, and the column '{column}' holds other values; without a classification each has a colour.");
        }

        List<(string Name, string Color)> classes;
        if (classification is not null && isNumbers)
        {
            _breaks = classification.Breaks(numbers);
            classes = [.. ClassNames.Create(numbers, _breaks).Select((name, i) => (name, ClassColor(numbers, i)))];
        }
        else if (isNumbers && (scale is not null || values.OfType<object>().Distinct().Count() > _palette.Count))
        {
            (_range, classes) = ((numbers[0], numbers[^1]), []);
        }
        else
        {
            classes = Categorize(values, isNumbers);
        }

        _noValue = classes.Count;
        classes.AddRange(present < rows.Count ? [(NoValue, CategoryPalette.Other)] : Array.Empty<(string, string)>());
        var counts = new int[classes.Count];
        foreach (var index in values.Select(ClassOf).OfType<int>())
        {
            counts[index]++;
        }

        Classes = [.. classes.Zip(counts, (each, count) => new FeatureClass(each.Name, each.Color, count))];
    }

    /// <summary>The column.</summary>
    public string Column { get; }

    /// <summary>The key of numbers; null for classes.</summary>
    public ColorBar? Bar => _range is { } range ? new ColorBar(Column, range.Minimum, range.Maximum, _scale.Over(range.Minimum, range.Maximum)) : null;

    /// <summary>
    /// The key of classes and categories; those beyond the palette share a colour, and so do features without a value, which have the last
    /// row. Of numbers along a scale it has no other row than that.
    /// </summary>
    public IReadOnlyList<FeatureClass> Classes { get; }

    /// <summary>The row of the key that a feature belongs to; null where its value lies along the scale.</summary>
    public int? ClassOf(FeatureRow row) => ClassOf(ValueOf(row));

    /// <summary>The colour of a feature: that of its value in the key.</summary>
    public string ColorOf(FeatureRow row)
    {
        var value = ValueOf(row);
        return ClassOf(value) is { } index ? Classes[index].Color : _scale.At(NumberOf(value)!.Value, _range!.Value.Minimum, _range.Value.Maximum);
    }

    /// <summary>Colours at even distances; along a scale that has a centre, that of the middle of the class.</summary>
    private string ClassColor(List<double> sorted, int index) => _scale.Center is null
        ? _scale.At(index, 0, _breaks.Count - 1)
        : _scale.At(((index == 0 ? sorted[0] : _breaks[index - 1]) / 2) + (_breaks[index] / 2), sorted[0], sorted[^1]);

    private int? ClassOf(object? value) => value switch
    {
        null => _noValue,
        _ when _breaks.Count > 0 => ClassBreaks.Find(_breaks, NumberOf(value)!.Value),
        _ => _range is null ? Math.Min(_categories[value], _noValue - 1) : null,
    };

    /// <summary>The categories: numbers in their order, other values by how many features have them.</summary>
    private List<(string Name, string Color)> Categorize(IEnumerable<object?> values, bool isNumbers)
    {
        var found = values.OfType<object>().CountBy(value => value).ToList();
        var ordered = (isNumbers
            ? found.OrderBy(pair => NumberOf(pair.Key)).ThenBy(pair => pair.Key as long?)
            : found.OrderByDescending(pair => pair.Value).ThenBy(pair => Name(pair.Key), StringComparer.Ordinal)).Select(pair => pair.Key).ToList();
        foreach (var (index, value) in ordered.Index())
        {
            _categories[value] = index;
        }

        var others = ordered.Count - _palette.Count;
        return
        [
            .. ordered.Take(_palette.Count).Select((value, index) => (Name(value), _palette[index])),
            .. others > 0 ? [(DisplayText.Count(others, "other"), CategoryPalette.Other)] : Array.Empty<(string, string)>(),
        ];

        static string Name(object value) => value switch
        {
            double real when real == Math.Floor(real) && Math.Abs(real) <= MaxExact => NumberText.Format((long)real),
            double real => NumberText.Format(real, digits: 17, grouped: true),
            long integer => NumberText.Format(integer),
            _ => DisplayText.Name(value),
        };
    }

    /// <summary>
    /// A real number, a whole one that none of these tells from its neighbours, a date, a truth value or a text; null where there is none.
    /// </summary>
    private object? ValueOf(FeatureRow row) => row.Table.ColumnNamed(Column) is { } column
        ? row[column] switch
        {
            long integer => Math.Abs((decimal)integer) <= MaxExact ? (object)(double)integer : integer,
            DateTimeOffset or bool => row[column],
            double real => double.IsFinite(real) ? real : null,
            _ => row.GetText(column),
        }
        : null;

    private static double? NumberOf(object? value) => value switch { double real => real, long integer => integer, _ => null };
}
