using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>Collects rows into a <see cref="FeatureTable"/>.</summary>
internal sealed class TableBuilder(ReadRemarks? remarks = null)
{
    private const int RowsAtOnce = 256;

    // About as many bytes.
    private const int RowsOfColumn = 20;

    private readonly List<ColumnBuilder> _columns = [];
    private readonly List<byte[]> _utf8Names = [];
    private readonly Dictionary<string, int> _indexes = [];
    private readonly HashSet<string> _namesBeyond = [];
    private readonly ChunkedColumn<ReadOnlyMemory<byte>> _geometries = new();
    private readonly Dictionary<int, (double X, double Y)> _offEarth = [];
    private readonly Dictionary<int, string> _systems = [];
    private readonly NtsGeometries _converter = new();
    private ChunkedColumn<string>? _pictures;
    private int _geometryCount;
    private bool _isFull;

    /// <summary>The row that is being filled.</summary>
    public int Row { get; private set; }

    public ColumnBuilder Ids { get; } = new("id");

    /// <summary>What was left out.</summary>
    public ReadRemarks Remarks { get; } = remarks ?? new();

    /// <summary>The coordinate reference systems that rows name for themselves.</summary>
    public IReadOnlyList<string> Systems => [.. _systems.Values.Distinct()];

    public void NextRow() => Row++;

    /// <summary>Whether another row may come; a remark says that there are more.</summary>
    /// <exception cref="WorkExceededException">The tables that are opened together have too many.</exception>
    public bool HasRoom(Limits limits)
    {
        if (Row % RowsAtOnce == 0)
        {
            WorkExceededException.ThrowUnlessTaken(Work.Rows, RowsAtOnce);
        }

        if (Row < limits.Rows)
        {
            return true;
        }

        if (!_isFull)
        {
            _isFull = true;
            Remarks.Add($"There are more than {NumberText.Format(limits.Rows)} features; those after are left out.");
        }

        return false;
    }

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
            if (_converter.OffEarth is { } position)
            {
                SetOffEarth(position);
            }
        }
    }

    public void SetGeometry(ReadOnlyMemory<byte> wkb)
    {
        _geometries.Set(Row, wkb);
        _geometryCount++;
    }

    /// <summary>Notes that the geometry has a position that no place on Earth has in degrees.</summary>
    public void SetOffEarth((double X, double Y) position) => _offEarth[Row] = position;

    /// <summary>Notes that the geometry names a coordinate reference system of its own.</summary>
    public void SetCrs(string crs) => _systems[Row] = crs;

    /// <summary>Sets the quicklook, as a data address.</summary>
    public void SetPicture(string picture) => (_pictures ??= new()).Set(Row, picture);

    /// <summary>
    /// The column of a name in UTF-8, null where there are too many already; <paramref name="expected"/> is where rows alike would have it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ColumnBuilder? Column(ReadOnlySpan<byte> utf8Name, ref int expected)
    {
        if (expected >= _columns.Count || !utf8Name.SequenceEqual(_utf8Names[expected]))
        {
            if (IndexWithinLimit(Encoding.UTF8.GetString(utf8Name)) is not { } index)
            {
                return null;
            }

            expected = index;
        }

        return _columns[expected++];
    }

    /// <summary>The column of a name; null where there are too many already.</summary>
    public ColumnBuilder? ColumnWithinLimit(string name) => IndexWithinLimit(name) is { } index ? _columns[index] : null;

    public ColumnBuilder Column(string name) => _columns[_indexes.TryGetValue(name, out var index) ? index : Add(name)];

    /// <summary>Takes away all that was set of the row that is being filled.</summary>
    public void ClearRow()
    {
        _columns.ForEach(column => column.Clear(Row));
        Ids.Clear(Row);
        _geometryCount -= _geometries.TryGet(Row, out _) ? 1 : 0;
        _geometries.Clear(Row);
        _offEarth.Remove(Row);
        _systems.Remove(Row);
    }

    /// <summary>Adds the row that another builder is filling.</summary>
    public void Append(TableBuilder other)
    {
        foreach (var column in other._columns)
        {
            Column(column.Name).SetRaw(Row, column.Build().Raw(other.Row));
        }

        Ids.SetRaw(Row, other.Ids.Build().Raw(other.Row));
        if (other._geometries.TryGet(other.Row, out var wkb))
        {
            SetGeometry(wkb);
        }

        if (other._offEarth.TryGetValue(other.Row, out var position))
        {
            SetOffEarth(position);
        }

        if (other._systems.TryGetValue(other.Row, out var crs))
        {
            SetCrs(crs);
        }

        NextRow();
    }

    /// <summary>Takes geometries to longitude and latitude.</summary>
    /// <param name="toDegrees">Moves x and y; NaN for what has no place.</param>
    /// <param name="crs">The rows that name this system for themselves; null: those that name none.</param>
    public void Transform(Action<double[], double[]> toDegrees, string? crs)
    {
        foreach (var (row, wkb) in _geometries.Present().Where(geometry => _systems.GetValueOrDefault(geometry.Row) == crs).ToList())
        {
            _offEarth.Remove(row);
            if (WkbPositions.Move(wkb, toDegrees, out var offEarth) is { } moved)
            {
                _geometries.Set(row, moved);
                if (offEarth is { } position)
                {
                    _offEarth[row] = position;
                }
            }
            else
            {
                _geometries.Clear(row);
                _geometryCount--;
                Remarks.Add(row, "the geometry", "It has no place in longitude and latitude.");
            }
        }
    }

    /// <summary>The table.</summary>
    /// <param name="name">What to call the source in an error.</param>
    /// <param name="sourceCrs">The system that the coordinates were in.</param>
    /// <exception cref="Up42Exception">No geometry is in degrees: the coordinates are of another system.</exception>
    public FeatureTable Build(string name = "The table", string? sourceCrs = null)
    {
        DropOffEarth(name);
        if (_namesBeyond.Count > 0)
        {
            Remarks.Add($"The features have more than {NumberText.Format(Limits.Default.Columns)} different properties; "
                + $"{(_namesBeyond.Count < Limits.Default.NamesBeyond ? "" : "more than ")}{DisplayText.Count(_namesBeyond.Count, "property")} left out.");
        }

        var columns = _columns.Select(column => new StoredColumn(column.Name, column.Build())).ToArray();
        var store = new FeatureStore(columns, Ids.Build(), _geometries, sourceCrs) { Pictures = _pictures, Remarks = Remarks.ToTexts() };
        return new FeatureTable(store, null, Row);
    }

    /// <summary>One geometry off the Earth is damaged; all of them are in another coordinate reference system.</summary>
    private void DropOffEarth(string name)
    {
        if (_offEarth.Count > 0 && _offEarth.Count == _geometryCount)
        {
            var (row, (x, y)) = _offEarth.MinBy(known => known.Key);
            var position = string.Create(CultureInfo.InvariantCulture, $"row {row} has {x}, {y}");
            throw new Up42Exception(
                $"{name} names no coordinate reference system, and its coordinates are not longitudes and latitudes in degrees: {position}. "
                + "Convert it to EPSG:4326 first.");
        }

        foreach (var row in _offEarth.Keys.Order())
        {
            _geometries.Clear(row);
            Remarks.Add(row, "the geometry", "It has coordinates that are not longitudes and latitudes in degrees.");
        }
    }

    private int? IndexWithinLimit(string name)
    {
        if (_indexes.TryGetValue(name, out var index))
        {
            return index;
        }

        if (_columns.Count < Limits.Default.Columns)
        {
            return Add(name);
        }

        if (_namesBeyond.Count < Limits.Default.NamesBeyond)
        {
            _namesBeyond.Add(name);
        }

        return null;
    }

    private int Add(string name)
    {
        WorkExceededException.ThrowUnlessTaken(Work.Rows, RowsOfColumn);
        _indexes.Add(name, _columns.Count);
        _columns.Add(new ColumnBuilder(name));
        _utf8Names.Add(Encoding.UTF8.GetBytes(name));
        return _columns.Count - 1;
    }
}
