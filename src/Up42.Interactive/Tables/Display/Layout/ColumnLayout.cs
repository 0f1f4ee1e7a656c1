using System.Buffers;
using System.Globalization;

namespace Up42.Interactive;

/// <summary>How a column is set: one number of decimals, one precision of dates, and what its head says of all rows.</summary>
/// <param name="Column">The column.</param>
/// <param name="Name">Its name, no longer than a head.</param>
/// <param name="Decimals">The decimals of real numbers.</param>
/// <param name="Dates">How dates are written.</param>
/// <param name="IsId">Whether all of its values are ids that nobody reads.</param>
/// <param name="IsAddress">Whether all of its values are addresses to follow.</param>
/// <param name="About">What the head says below the name: what is missing, how much is true.</param>
/// <param name="Histogram">Of numbers and dates; null of others, and where all are the same.</param>
internal sealed record ColumnLayout(
    FeatureColumn Column, string Name, int Decimals, DateStyle Dates, bool IsId, bool IsAddress, string About, ColumnHistogram? Histogram)
{
    private const int MaxNameLength = 60;
    private const int Sample = 500;
    private static readonly SearchValues<char> IdLetters = SearchValues.Create("0123456789ABCDEFabcdef-");
    private static readonly SearchValues<char> NameLetters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._-");

    public FeatureColumnType Type => Column.Type;

    public bool IsNumber => Type is FeatureColumnType.Integer or FeatureColumnType.Real;

    /// <summary>Whether paper does without it: nobody types what it says.</summary>
    public bool IsForMachines => IsId || IsAddress;

    public static ColumnLayout Create(FeatureColumn column)
    {
        object[] sample = [.. column.SampleRows(Sample).Select(column.RawAt).OfType<object>()];
        var decimals = NumberText.DecimalsFor([.. sample.OfType<double>()]);
        var dates = column.Type == FeatureColumnType.Date ? DateStyle.Create(sample.OfType<string>()) : default;
        string[] texts = column.Type == FeatureColumnType.Text ? [.. sample.OfType<string>()] : [];
        var isId = texts.Length > 0 && Array.TrueForAll(texts, text => ShortId(text) is not null);
        var isAddress = texts.Length > 0 && Array.TrueForAll(texts, text => CellText.Format(text, column.Type, MaxNameLength).Link is not null);
        var layout = new ColumnLayout(column, DisplayText.Cut(column.Name, MaxNameLength), decimals, dates, isId, isAddress, "", null);
        return layout with
        {
            About = string.Join(" · ", layout.Abouts().Where(text => text is not null)),
            Histogram = ColumnHistogram.Create(column, value => layout.Text(column.RawAt(value), 80).Short!),
        };
    }

    /// <summary>What a value of the column reads as.</summary>
    public CellText Text(object? raw, int longest) => raw switch
    {
        double real when Type == FeatureColumnType.Real => new(Align(real), Value: real.ToString("R", CultureInfo.InvariantCulture)),
        string text when Type == FeatureColumnType.Date => new(Dates.Format(text)),
        string text when IsId && ShortId(text) is { } id => new(id, text),
        _ => CellText.Format(raw, Type, longest),
    };

    /// <summary>
    /// The beginning of an id, and what follows it in a file's name, "96ba173e….tif"; null of anything else. The page shortens ids by the same rule:
    /// see <c>table-data.ts</c>.
    /// </summary>
    public static string? ShortId(string text)
    {
        var end = text.AsSpan().IndexOfAnyExcept(IdLetters) is >= 0 and var other ? other : text.Length;
        var id = text.AsSpan(0, end);
        var rest = text.AsSpan(end);
        return id.Length is >= 8 + 12 and <= 8 + 60 && !id[..8].Contains('-')
            && (rest is [] || (rest is ['.' or '_' or '/', ..] && rest.Length <= 13 && !rest[1..].ContainsAnyExcept(NameLetters)))
            ? $"{id[..8]}…{rest}"
            : null;
    }

    /// <summary>A number as it stands below the others.</summary>
    public string Align(double number) => NumberText.Align(number, Decimals);

    private IEnumerable<string?> Abouts()
    {
        var rows = Enumerable.Range(0, Column.Count);
        var missing = rows.Count(row => !Column.HasAt(row));
        yield return Dates.Zone;
        yield return Type != FeatureColumnType.Boolean || missing == Column.Count ? null
            : $"{DisplayText.Percent(rows.Count(row => Column.RawAt(row) is true) / (double)(Column.Count - missing))} true";
        yield return missing == 0 ? null
            : missing < 0.01 * Column.Count ? $"{NumberText.Format(missing)} missing"
            : $"{DisplayText.Percent(missing / (double)Column.Count)} missing";
    }
}
