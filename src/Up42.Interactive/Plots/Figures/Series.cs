using System.Globalization;

namespace Up42.Interactive;

/// <summary>Two columns of a table as points, in the order of the first.</summary>
/// <param name="XName">The column along which values go.</param>
/// <param name="YName">The column of values.</param>
/// <param name="Points">Dates or numbers, each with its value.</param>
/// <param name="LeftOut">Rows that miss one of the two.</param>
internal sealed record Series(string XName, string YName, IReadOnlyList<(object X, double Y)> Points, int LeftOut)
{
    /// <summary>Reads the columns.</summary>
    /// <exception cref="ArgumentException">A column is missing or of the wrong type.</exception>
    /// <exception cref="Up42Exception">No row has a value in both.</exception>
    public static Series Read(FeatureTable table, string x, string y)
    {
        Require(table[x], nameof(x), "dates or numbers", FeatureColumnType.Date, FeatureColumnType.Integer, FeatureColumnType.Real);
        Require(table[y], nameof(y), "numbers", FeatureColumnType.Integer, FeatureColumnType.Real);
        var isDate = table[x].Type == FeatureColumnType.Date;
        var points = table.Select(row => (X: isDate ? row.GetDate(x) : (object?)row.GetNumber(x), Y: row.GetNumber(y)))
            .Where(point => point is { X: not null, Y: not null }).Select(point => (X: point.X!, Y: point.Y!.Value))
            .OrderBy(point => point.X).ToList();
        return points.Count > 0
            ? new Series(x, y, points, table.Count - points.Count)
            : throw new Up42Exception($"No row has a value in both {x} and {y}.");
    }

    /// <summary>A date without the time of day where that is midnight, or a number.</summary>
    public static string Text(object x) => x switch
    {
        DateTimeOffset { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset date => date.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        _ => NumberText.Format((double)x, grouped: true),
    };

    private static void Require(FeatureColumn column, string parameter, string wanted, params ReadOnlySpan<FeatureColumnType> types)
    {
        if (!types.Contains(column.Type))
        {
            throw new ArgumentException($"The column {column.Name} holds {column.Type.ToString().ToLowerInvariant()}; a series needs {wanted}.", parameter);
        }
    }
}
