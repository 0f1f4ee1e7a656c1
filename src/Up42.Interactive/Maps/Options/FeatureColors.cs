namespace Up42.Interactive;

/// <summary>Colours features by the values of a column: numbers along a scale, other values (and few distinct numbers) one colour each.</summary>
internal sealed class FeatureColors
{
    private const string NoValue = "no value";

    private static readonly IReadOnlyList<string> Palette = CategoryPalette.Colors;

    private readonly (double Minimum, double Maximum)? _range;
    private readonly List<string> _categories;
    private readonly bool _isMissing;
    private readonly ColorScale _scale;

    /// <summary>Measures a column.</summary>
    /// <param name="table">The features.</param>
    /// <param name="column">The column.</param>
    /// <param name="scale">The colours of numbers; where it is given, few distinct numbers lie along it too. Null: viridis.</param>
    public FeatureColors(FeatureTable table, string column, ColorScale? scale = null)
    {
        (Column, _scale) = (column, scale ?? ColorScale.Viridis);
        var numbers = table.Select(row => NumberAt(row, column)).OfType<double>().ToList();
        var present = table[column].Count(value => value is not null);
        var isScale = numbers.Count > 0 && numbers.Count == present && (scale is not null || numbers.Distinct().Count() > Palette.Count);
        _range = isScale ? (numbers.Min(), numbers.Max()) : null;
        _categories = isScale ? [] : [.. table.Select(row => row.GetText(column)).OfType<string>()
            .GroupBy(text => text).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key)];
        _isMissing = present < table.Count;
    }

    /// <summary>The column.</summary>
    public string Column { get; }

    /// <summary>The key of numbers; null for categories.</summary>
    public ColorBar? Bar => _range is { } range ? new ColorBar(Column, range.Minimum, range.Maximum, _scale.Over(range.Minimum, range.Maximum)) : null;

    /// <summary>The key of categories; those beyond the palette share a colour, and so do features without a value.</summary>
    public IReadOnlyList<(string Name, string Color)> Categories =>
    [
        .. _categories.Take(Palette.Count).Select((name, index) => (name, Palette[index])),
        .. _categories.Count > Palette.Count
            ? [(DisplayText.Count(_categories.Count - Palette.Count, "other"), CategoryPalette.Other)]
            : Array.Empty<(string, string)>(),
        .. _isMissing ? [(NoValue, CategoryPalette.Other)] : Array.Empty<(string, string)>(),
    ];

    /// <summary>The colour of a row: that of its value in the key.</summary>
    public string ColorOf(FeatureRow row)
    {
        if (_range is not { } range)
        {
            var index = row.GetText(Column) is { } text ? _categories.IndexOf(text) : -1;
            return index >= 0 && index < Palette.Count ? Palette[index] : CategoryPalette.Other;
        }

        return NumberAt(row, Column) is { } value
            ? _scale.At(value, range.Minimum, range.Maximum)
            : CategoryPalette.Other;
    }

    private static double? NumberAt(FeatureRow row, string column) =>
        row[column] switch { long integer => integer, double real when double.IsFinite(real) => real, _ => null };
}
