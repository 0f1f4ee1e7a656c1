using System.Collections;
using System.Runtime.InteropServices;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Up42.Interactive;

/// <summary>
/// Features as a table: one row for each, typed columns of their properties, and one geometry column in EPSG:4326. A table never changes; each
/// operation returns a new one that shares the values of the old. Rows work with LINQ: <c>table.Where(row => row.GetNumber("cloudCoverage")
/// &lt; 10)</c>.
/// </summary>
public sealed partial class FeatureTable : IReadOnlyList<FeatureRow>
{
    private readonly int[]? _rows;
    private readonly Dictionary<string, FeatureColumn> _columnsByName;
    private readonly Lazy<Dictionary<string, string>> _namesInAnyCase;
    private Envelope? _bounds;

    /// <param name="store">What the table shows.</param>
    /// <param name="rows">Which rows of the store, in which order; null: the first <paramref name="count"/> as they are.</param>
    /// <param name="count">How many rows.</param>
    internal FeatureTable(FeatureStore store, int[]? rows, int count)
    {
        (Store, _rows, Count) = (store, rows, count);
        Columns = [.. store.Columns.Select(column => new FeatureColumn(this, column))];
        _columnsByName = Columns.ToDictionary(column => column.Name);
        _namesInAnyCase = new(() => Columns.Select(column => column.Name).DistinctBy(name => name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(name => name, StringComparer.OrdinalIgnoreCase));
        _index = new(BuildIndex);
        _places = new(BuildPlaces);
    }

    /// <summary>A table without rows and columns.</summary>
    public static FeatureTable Empty { get; } = new TableBuilder().Build();

    /// <summary>How many rows (features) there are.</summary>
    public int Count { get; }

    /// <summary>The columns, in the order in which the properties first appeared.</summary>
    public IReadOnlyList<FeatureColumn> Columns { get; }

    /// <summary>The coordinate reference system of the geometries: longitude and latitude in degrees on WGS 84, as in all GeoJSON.</summary>
    public string Crs { get; } = "EPSG:4326";

    /// <summary>The system the coordinates were in before they were read, "EPSG:25833"; null where nothing was transformed.</summary>
    public string? SourceCrs => Store.SourceCrs == Crs ? null : Store.SourceCrs;

    /// <summary>What was left out while the features were read, a sentence each: one bad feature does not hide the good ones.</summary>
    public IReadOnlyList<string> Remarks => Store.Remarks;

    /// <summary>
    /// The box around all geometries, in degrees; null when no row has a geometry with a position. Around geometries that cross the antimeridian it
    /// goes on beyond 180°.
    /// </summary>
    public Envelope? Bounds
    {
        get
        {
            _bounds ??= WkbBounds.Measure(Enumerable.Range(0, Count).Select(WkbAt));
            return _bounds.IsNull ? null : _bounds.Copy();
        }
    }

    internal FeatureStore Store { get; }

    /// <summary>A row.</summary>
    /// <param name="index">From 0.</param>
    public FeatureRow this[int index] => new(this, index >= 0 && index < Count
        ? index
        : throw new ArgumentOutOfRangeException(nameof(index), $"There is no row {index}; the table has {Count}, the first is 0."));

    /// <summary>A column.</summary>
    /// <param name="column">Its name, as in the properties; case matters.</param>
    /// <exception cref="ArgumentException">The column does not exist; the message names those there are.</exception>
    public FeatureColumn this[string column] => _columnsByName.TryGetValue(column, out var found) ? found : throw NoColumn(column);

    /// <summary>Whether there is a column of this name.</summary>
    /// <param name="column">The name; case matters.</param>
    public bool HasColumn(string column) => _columnsByName.ContainsKey(column);

    /// <summary>The name of the column that an option of a display means: this one, or else the first that differs in case alone; null of none.</summary>
    internal string? ColumnNamed(string name) => HasColumn(name) ? name : _namesInAnyCase.Value.GetValueOrDefault(name);

    /// <inheritdoc/>
    public IEnumerator<FeatureRow> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return new FeatureRow(this, i);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Count, columns and bounds in one line.</summary>
    internal string Summary => SingleLine.Format(
        $"FeatureTable: {DisplayText.Count(Count, "feature")} × {DisplayText.Count(Columns.Count, "column")}, {Crs}{BoundsText}{RemarksText}");

    internal int StoreRow(int index) => _rows is null ? index : _rows[index];

    internal ReadOnlyMemory<byte>? WkbAt(int index) => Store.Geometries.TryGet(StoreRow(index), out var wkb) ? (ReadOnlyMemory<byte>?)wkb : null;

    /// <summary>The geometry of a row, with fewer vertices where it is only drawn.</summary>
    internal Geometry? GeometryAt(int index, WkbThinning? thinning = null)
    {
        if (WkbAt(index) is not { } wkb)
        {
            return null;
        }

        var bytes = (thinning ?? WkbThinning.None).Apply(wkb);
        var isWhole = MemoryMarshal.TryGetArray(bytes, out var segment) && segment is { Offset: 0, Array: { } array } && segment.Count == array.Length;
        var geometry = new WKBReader().Read(isWhole ? segment.Array : bytes.ToArray());
        geometry.SRID = 4326;
        return geometry;
    }

    private string RemarksText => Remarks.Count == 0 ? "" : $", {DisplayText.Count(Remarks.Count, "remark")}";

    private string BoundsText => Bounds is { } box ? $", {GeometryText.Describe(box)}" : ", no geometry";

    private ArgumentException NoColumn(string column) =>
        new($"There is no column '{column}' in: {string.Join(", ", Columns.Select(known => known.Name))}."
            + NameSuggestion.Sentence(column, Columns.Select(known => known.Name)), nameof(column));
}
