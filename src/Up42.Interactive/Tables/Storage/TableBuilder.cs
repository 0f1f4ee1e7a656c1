using System.Runtime.CompilerServices;
using System.Text;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>Collects rows into a <see cref="FeatureTable"/>.</summary>
internal sealed class TableBuilder
{
    /// <summary>More different properties than this are no table any more, but a document with keys for values.</summary>
    public const int MaxColumns = 4096;

    private readonly List<ColumnBuilder> _columns = [];
    private readonly List<byte[]> _utf8Names = [];
    private readonly Dictionary<string, int> _indexes = [];
    private readonly ColumnBuilder _ids = new("id");
    private readonly Cells<ReadOnlyMemory<byte>> _geometries = new();
    private Cells<string>? _pictures;
    private readonly NtsGeometries _converter = new();

    /// <summary>The row that is being filled.</summary>
    public int Row { get; private set; }

    public ColumnBuilder Ids => _ids;

    public void NextRow() => Row++;

    /// <summary>Sets the geometry, null for none; what says that it is in another system than EPSG:4326 is refused.</summary>
    public void Add(Geometry? geometry)
    {
        if (geometry is { SRID: not (0 or -1 or 4326) })
        {
            throw new Up42Exception($"The geometry of row {Row} is in EPSG:{geometry.SRID}; tables are in EPSG:4326. Transform it first.");
        }

        if (geometry is not null)
        {
            SetGeometry(_converter.ToWkb(geometry));
        }
    }

    public void SetGeometry(ReadOnlyMemory<byte> wkb) => _geometries.Set(Row, wkb);

    /// <summary>Sets the quicklook, as a data address.</summary>
    public void SetPicture(string picture) => (_pictures ??= new()).Set(Row, picture);

    /// <summary>The column of the property name that was just read; <paramref name="expected"/> is where rows alike would have it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ColumnBuilder Column(ref JsonTokens tokens, ref int expected)
    {
        if (expected >= _columns.Count || !tokens.ValueEquals(_utf8Names[expected]))
        {
            var name = tokens.GetText();
            if (!_indexes.TryGetValue(name, out expected))
            {
                if (_columns.Count == MaxColumns)
                {
                    throw tokens.Error($"The features have more than {MaxColumns} different properties.");
                }

                expected = Add(name);
            }
        }

        return _columns[expected++];
    }

    public ColumnBuilder Column(string name) => _columns[_indexes.TryGetValue(name, out var index) ? index : Add(name)];

    public FeatureTable Build(string? sourceCrs = null)
    {
        var columns = _columns.Select(column => new StoredColumn(column.Name, column.Build())).ToArray();
        return new FeatureTable(new FeatureStore(columns, _ids.Build(), _geometries, sourceCrs) { Pictures = _pictures }, null, Row);
    }

    private int Add(string name)
    {
        _indexes.Add(name, _columns.Count);
        _columns.Add(new ColumnBuilder(name));
        _utf8Names.Add(Encoding.UTF8.GetBytes(name));
        return _columns.Count - 1;
    }
}
