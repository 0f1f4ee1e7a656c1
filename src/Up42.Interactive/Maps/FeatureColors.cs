namespace Up42.Interactive;

/// <summary>Colours features by the values of a column: numbers along a scale, other values (and few distinct numbers) one colour each.</summary>
internal sealed class FeatureColors
{
    private const string Missing = "#8a94a0";
    private const int Steps = 10;

    /// <summary>Told apart by the colour-blind too: after Okabe and Ito.</summary>
    private static readonly string[] Palette = ["#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9", "#f0e442"];

    private readonly string _column;
    private readonly (double Minimum, double Maximum)? _range;
    private readonly List<string> _categories;

    public FeatureColors(FeatureTable table, string column)
    {
        _column = column;
        var values = table[column];
        var numbers = Enumerable.Range(0, table.Count).Select(row => table[row].GetNumber(column)).OfType<double>().ToList();
        var present = values.Count(value => value is not null);
        _range = numbers.Count == present && numbers.Distinct().Count() > Palette.Length ? (numbers.Min(), numbers.Max()) : null;
        _categories = _range is not null ? [] : [.. table.Select(row => row.GetText(column)).OfType<string>().GroupBy(text => text)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key)];
    }

    /// <summary>The column.</summary>
    public string Column => _column;

    /// <summary>The key of numbers; null for categories.</summary>
    public ColorBar? Bar => _range is { } range ? new ColorBar(_column, range.Minimum, range.Maximum, ColorScale.Viridis.Colors) : null;

    /// <summary>The key of categories; those beyond the palette share a colour.</summary>
    public IReadOnlyList<(string Name, string Color)> Categories => _categories.Count <= Palette.Length
        ? [.. _categories.Select((name, index) => (name, Palette[index]))]
        : [.. _categories.Take(Palette.Length).Select((name, index) => (name, Palette[index])), ($"{_categories.Count - Palette.Length} others", Missing)];

    /// <summary>The colour of a row.</summary>
    public string Of(FeatureRow row)
    {
        if (_range is not { } range)
        {
            var index = row.GetText(_column) is { } text ? _categories.IndexOf(text) : -1;
            return index >= 0 && index < Palette.Length ? Palette[index] : Missing;
        }

        var share = (row.GetNumber(_column) - range.Minimum) / (range.Maximum - range.Minimum);
        return share is { } position ? ColorScale.Viridis.Colors[Math.Min((int)(position * Steps), Steps - 1)] : Missing;
    }
}
