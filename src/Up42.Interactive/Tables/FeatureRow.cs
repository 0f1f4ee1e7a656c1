using System.Collections;
using System.Globalization;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>One feature of a <see cref="FeatureTable"/>: its values by column name, and its geometry.</summary>
public sealed partial class FeatureRow : IReadOnlyList<KeyValuePair<string, object?>>
{
    internal FeatureRow(FeatureTable table, int index) => (Table, Index) = (table, index);

    /// <summary>Where the row stands in its table, from 0.</summary>
    public int Index { get; }

    /// <summary>The feature's GeoJSON id (text or number); null when it has none.</summary>
    public object? Id => Table.Store.Ids.Value(Table.StoreRow(Index));

    /// <summary>
    /// The geometry in EPSG:4326, x = longitude and y = latitude in degrees; null when the feature has none. It is built at the first use of this
    /// row, so that a change of it changes no table.
    /// </summary>
    public Geometry? Geometry => field ??= Table.GeometryAt(Index);

    /// <summary>
    /// The area in square metres on the WGS 84 ellipsoid; 0 for points, lines and rows without geometry. See <see
    /// cref="FeatureTable.AreaSquareMeters"/>.
    /// </summary>
    public double AreaSquareMeters => Geodesy.Area(Geometry);

    /// <summary>The area in square kilometres; see <see cref="AreaSquareMeters"/>.</summary>
    public double AreaSquareKilometers => AreaSquareMeters / 1e6;

    /// <summary>How many columns there are.</summary>
    public int Count => Table.Columns.Count;

    /// <summary>The value in a column, typed as <see cref="FeatureColumnType"/> says; null: missing.</summary>
    /// <param name="column">The column's name.</param>
    /// <exception cref="ArgumentException">The column does not exist.</exception>
    public object? this[string column] => Table[column][Index];

    /// <summary>Name and value of a column by its position.</summary>
    /// <param name="index">The column, from 0.</param>
    public KeyValuePair<string, object?> this[int index] => new(Table.Columns[index].Name, Table.Columns[index][Index]);

    /// <summary>The value as text; numbers and dates in the invariant format, lists and objects as JSON; null: missing.</summary>
    /// <param name="column">The column's name.</param>
    public string? GetText(string column) => this[column] switch
    {
        null => null,
        DateTimeOffset => (string?)Table[column].RawAt(Index),
        JsonElement json => json.GetRawText(),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>The value as a number; null: missing, or in a mixed column not a number.</summary>
    /// <param name="column">The column's name.</param>
    /// <exception cref="ArgumentException">The column does not exist, or it holds something else than numbers.</exception>
    public double? GetNumber(string column) => Get(column, FeatureColumnType.Real, FeatureColumnType.Integer) switch
    {
        long integer => integer,
        double real => real,
        _ => null,
    };

    /// <summary>The value as a whole number; null: missing, or in a mixed column or one of numbers not a whole number.</summary>
    /// <param name="column">The column's name.</param>
    /// <exception cref="ArgumentException">The column does not exist, or it holds something else than numbers.</exception>
    public long? GetInteger(string column) => Get(column, FeatureColumnType.Integer, FeatureColumnType.Real) as long?;

    /// <summary>The value as true or false; null: missing, or in a mixed column neither.</summary>
    /// <param name="column">The column's name.</param>
    /// <exception cref="ArgumentException">The column does not exist, or it holds something else than true and false.</exception>
    public bool? GetBoolean(string column) => Get(column, FeatureColumnType.Boolean) as bool?;

    /// <summary>The value as a date; null: missing, or a text that is not an ISO 8601 date.</summary>
    /// <param name="column">The column's name.</param>
    /// <exception cref="ArgumentException">The column does not exist, or it holds neither dates nor texts.</exception>
    public DateTimeOffset? GetDate(string column) => Get(column, FeatureColumnType.Date, FeatureColumnType.Text) switch
    {
        DateTimeOffset date => date,
        string text when IsoDate.TryParse(text, out var date) => date,
        _ => null,
    };

    /// <summary>The value as JSON; null: missing, or in a mixed column neither a list nor an object.</summary>
    /// <param name="column">The column's name.</param>
    /// <exception cref="ArgumentException">The column does not exist, or it holds neither lists nor objects.</exception>
    public JsonElement? GetJson(string column) => Get(column, FeatureColumnType.Object, FeatureColumnType.List) as JsonElement?;

    /// <summary>The value where the column is of one of some types, or of mixed or none; the first type is what was asked for.</summary>
    private object? Get(string column, params ReadOnlySpan<FeatureColumnType> types)
    {
        var found = Table[column];
        return types.Contains(found.Type) || found.Type is FeatureColumnType.Mixed or FeatureColumnType.Empty
            ? found[Index]
            : throw new ArgumentException(
                $"The column '{column}' holds {Kind(found.Type)}, not {Kind(types[0])}; GetText gives any value as text.", nameof(column));
    }

    private static string Kind(FeatureColumnType type) => type == FeatureColumnType.Real ? "numbers" : ColumnTypeName.Format(type);

    /// <summary>How much of an area the row's polygons cover, in percent of its size on the WGS 84 ellipsoid, 0 to 100.</summary>
    /// <param name="area">A polygon in EPSG:4326, a table with polygons, GeoJSON text or the path of a vector file.</param>
    /// <exception cref="ArgumentException">There is no polygon in it.</exception>
    /// <exception cref="Up42Exception">The text is neither GeoJSON nor the path of a vector file.</exception>
    public double CoveragePercent(Aoi area)
    {
        ArgumentNullException.ThrowIfNull(area);
        var polygons = area.RequirePolygons();
        return Geometry is { } geometry ? 100 * Overlays.Share(polygons, Overlays.Union([geometry])) ?? 0 : 0;
    }

    /// <summary>
    /// How far the row is from an area in metres along the WGS 84 ellipsoid, 0 where they meet; null where it has no geometry. See <see
    /// cref="FeatureTable.Distance"/>.
    /// </summary>
    /// <param name="to">A table, a geometry in EPSG:4326, GeoJSON text or a path; of several features the nearest.</param>
    /// <exception cref="ArgumentException">There is no geometry to measure to.</exception>
    /// <exception cref="Up42Exception">The text is neither GeoJSON nor the path of a vector file.</exception>
    public double? DistanceMeters(Aoi to)
    {
        ArgumentNullException.ThrowIfNull(to);
        var places = to.RequirePlaces();
        return Geometry is { } geometry ? places.Nearest(geometry)?.Meters : null;
    }

    internal FeatureTable Table { get; }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
