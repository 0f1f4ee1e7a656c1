using System.Collections;
using System.Globalization;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>One feature of a <see cref="FeatureTable"/>: its values by column name, and its geometry.</summary>
public sealed class FeatureRow : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly FeatureTable _table;

    internal FeatureRow(FeatureTable table, int index)
    {
        (_table, Index) = (table, index);
    }

    /// <summary>Where the row stands in its table, from 0.</summary>
    public int Index { get; }

    /// <summary>The feature's GeoJSON id (text or number); null when it has none.</summary>
    public object? Id => _table.Store.Ids.Value(_table.StoreRow(Index));

    /// <summary>
    /// The geometry in EPSG:4326, x = longitude and y = latitude in degrees; null when the feature has none. It is built at the first use of this row, so
    /// that a change of it changes no table.
    /// </summary>
    public Geometry? Geometry => field ??= _table.GeometryAt(Index);

    /// <summary>
    /// The area in square metres on the WGS 84 ellipsoid; 0 for points, lines and rows without geometry. See <see cref="FeatureTable.AreaSquareMeters"/>.
    /// </summary>
    public double AreaSquareMeters => Geodesy.Area(Geometry);

    /// <summary>How many columns there are.</summary>
    public int Count => _table.Columns.Count;

    /// <summary>The value in a column, typed as <see cref="FeatureColumnType"/> says; null: missing.</summary>
    /// <param name="column">The column's name.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public object? this[string column] => _table[column][Index];

    /// <summary>Name and value of a column by its position.</summary>
    /// <param name="index">The column, from 0.</param>
    public KeyValuePair<string, object?> this[int index] => new(_table.Columns[index].Name, _table.Columns[index][Index]);

    /// <summary>The value as text; numbers and dates in the invariant format, lists and objects as JSON; null: missing.</summary>
    /// <param name="column">The column's name.</param>
    public string? GetText(string column) => this[column] switch
    {
        null => null,
        DateTimeOffset => (string?)_table[column].RawAt(Index),
        JsonElement json => json.GetRawText(),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>The value as a number; null: missing, or no number.</summary>
    /// <param name="column">The column's name.</param>
    public double? GetNumber(string column) => this[column] switch
    {
        long integer => integer,
        double real => real,
        _ => null,
    };

    /// <summary>The value as a whole number; null: missing, or no whole number.</summary>
    /// <param name="column">The column's name.</param>
    public long? GetInteger(string column) => this[column] as long?;

    /// <summary>The value as true or false; null: missing, or neither.</summary>
    /// <param name="column">The column's name.</param>
    public bool? GetBoolean(string column) => this[column] as bool?;

    /// <summary>The value as a date; null: missing, or no ISO 8601 date.</summary>
    /// <param name="column">The column's name.</param>
    public DateTimeOffset? GetDate(string column) => this[column] switch
    {
        DateTimeOffset date => date,
        string text when IsoDate.TryParse(text, out var date) => date,
        _ => null,
    };

    /// <summary>The value as JSON; null: missing, or neither a list nor an object.</summary>
    /// <param name="column">The column's name.</param>
    public JsonElement? GetJson(string column) => this[column] as JsonElement?;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The row in one line: its geometry's type and its values.</summary>
    public override string ToString() =>
        $"{Geometry?.GeometryType ?? "no geometry"}: {string.Join(", ", _table.Columns.Select(column => $"{column.Name} = {GetText(column.Name) ?? "–"}"))}";
}
