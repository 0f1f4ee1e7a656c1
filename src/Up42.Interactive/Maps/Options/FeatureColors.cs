namespace Up42.Interactive;

/// <summary>Colours features by the values of a column: numbers along a scale, other values (and few distinct numbers) one colour each.</summary>
internal sealed class FeatureColors
{
    private const int Steps = 10;

    private static readonly IReadOnlyList<string> Palette = CategoryPalette.Colors;

    private readonly string _column;
    private readonly (double Minimum, double Maximum)? _range;
    private readonly List<string> _categories;

    public FeatureColors(FeatureTable table, string column)
    {
        _column = column;
        var values = table[column];
        var numbers = Enumerable.Range(0, table.Count).Select(row => NumberAt(table[row], column)).OfType<double>().ToList();
        var present = values.Count(value => value is not null);
        _range = numbers.Count == present && numbers.Distinct().Count() > Palette.Count ? (numbers.Min(), numbers.Max()) : null;
        _categories = _range is not null ? [] : [.. table.Select(row => row.GetText(column)).OfType<string>()
            .GroupBy(text => text).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key)];
    }

    /// <summary>The column.</summary>
    public string Column => _column;

    /// <summary>The key of numbers; null for categories.</summary>
    public ColorBar? Bar => _range is { } range ? new ColorBar(_column, range.Minimum, range.Maximum, ColorScale.Viridis.Rgb) : null;

    /// <summary>The key of categories; those beyond the palette share a colour.</summary>
    public IReadOnlyList<(string Name, string Color)> Categories => _categories.Count <= Palette.Count
        ? [.. _categories.Select((name, index) => (name, Palette[index]))]
        : [.. _categories.Take(Palette.Count)
            .Select((name, index) => (name, Palette[index])), ($"{_categories.Count - Palette.Count} others", CategoryPalette.Other)];

    /// <summary>The colour of a row.</summary>
    public string ColorOf(FeatureRow row)
    {
        if (_range is not { } range)
        {
            var index = row.GetText(_column) is { } text ? _categories.IndexOf(text) : -1;
            return index >= 0 && index < Palette.Count ? Palette[index] : CategoryPalette.Other;
        }

        var share = (NumberAt(row, _column) - range.Minimum) / (range.Maximum - range.Minimum);
        return share is { } position ? ColorScale.Viridis.Colors[Math.Min((int)(position * Steps), Steps - 1)] : CategoryPalette.Other;
    }

    private static double? NumberAt(FeatureRow row, string column) => row[column] switch { long integer => integer, double real => real, _ => null };
}
