using System.Runtime.CompilerServices;
using System.Text;

namespace Up42.Interactive;

/// <summary>Collects the values of one column and infers its type as they come.</summary>
internal sealed class ColumnBuilder(string name)
{
    private const long MaxExactInteger = 1L << 53;

    private ChunkedColumn<long>? _integers;
    private ChunkedColumn<double>? _reals;
    private ChunkedColumn<bool>? _booleans;
    private ChunkedColumn<ReadOnlyMemory<byte>>? _texts;
    private ChunkedColumn<ReadOnlyMemory<byte>>? _json;
    private ChunkedColumn<object>? _mixed;
    private bool _onlyDates = true;
    private bool _anyList;
    private bool _anyObject;

    public string Name => name;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Set(int row, long value)
    {
        if (_integers is not null || IsEmpty)
        {
            (_integers ??= new()).Set(row, value);
        }
        else if (_reals is not null && IsExactReal(value))
        {
            _reals.Set(row, value);
        }
        else
        {
            SetMixed(row, value);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Set(int row, double value)
    {
        if (_integers is not null && _integers.Present().All(cell => IsExactReal(cell.Value)))
        {
            _reals = new();
            Move(_integers, (at, integer) => _reals.Set(at, integer));
            _integers = null;
        }

        if (_reals is not null || IsEmpty)
        {
            (_reals ??= new()).Set(row, value);
        }
        else
        {
            SetMixed(row, value);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Set(int row, bool value)
    {
        if (_booleans is not null || IsEmpty)
        {
            (_booleans ??= new()).Set(row, value);
        }
        else
        {
            SetMixed(row, value);
        }
    }

    /// <summary>Sets a text; lone surrogates in it become U+FFFD.</summary>
    public void Set(int row, string value) => SetText(row, Encoding.UTF8.GetBytes(value));

    /// <summary>Sets a text, given as valid UTF-8 that stays as it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SetText(int row, ReadOnlyMemory<byte> utf8)
    {
        if (_texts is not null || IsEmpty)
        {
            (_texts ??= new()).Set(row, utf8);
            _onlyDates = _onlyDates && IsoDate.TryParse(utf8.Span, out _);
        }
        else
        {
            SetMixed(row, Encoding.UTF8.GetString(utf8.Span));
        }
    }

    /// <summary>Sets a list or an object, given as compact UTF-8 JSON that stays as it is.</summary>
    public void SetJson(int row, ReadOnlyMemory<byte> json)
    {
        _anyList |= json.Span[0] == '[';
        _anyObject |= json.Span[0] == '{';
        if (_json is not null || IsEmpty)
        {
            (_json ??= new()).Set(row, json);
        }
        else
        {
            SetMixed(row, json.ToArray());
        }
    }

    /// <summary>Takes a value set before away: in JSON the last of several equal names counts, and it may be null.</summary>
    public void Clear(int row)
    {
        _integers?.Clear(row);
        _reals?.Clear(row);
        _booleans?.Clear(row);
        _texts?.Clear(row);
        _json?.Clear(row);
        _mixed?.Clear(row);
    }

    public ColumnData Build() => this switch
    {
        { _integers: { } cells } => new ColumnData<long>(FeatureColumnType.Integer, cells),
        { _reals: { } cells } => new ColumnData<double>(FeatureColumnType.Real, cells),
        { _booleans: { } cells } => new ColumnData<bool>(FeatureColumnType.Boolean, cells),
        { _texts: { } cells } => new TextColumnData(_onlyDates ? FeatureColumnType.Date : FeatureColumnType.Text, cells),
        { _json: { } cells } => new JsonColumnData(JsonType, cells),
        { _mixed: { } cells } => new ColumnData<object>(FeatureColumnType.Mixed, cells),
        _ => new EmptyColumnData(),
    };

    private bool IsEmpty =>
        _integers is null && _reals is null && _booleans is null && _texts is null && _json is null && _mixed is null;

    private FeatureColumnType JsonType => (_anyList, _anyObject) switch
    {
        (true, true) => FeatureColumnType.Mixed,
        (true, false) => FeatureColumnType.List,
        _ => FeatureColumnType.Object,
    };

    private void SetMixed(int row, object value)
    {
        if (_mixed is null)
        {
            _mixed = new();
            Move(_integers, (at, integer) => _mixed.Set(at, integer));
            Move(_reals, (at, real) => _mixed.Set(at, real));
            Move(_booleans, (at, boolean) => _mixed.Set(at, boolean));
            Move(_texts, (at, text) => _mixed.Set(at, Encoding.UTF8.GetString(text.Span)));
            Move(_json, (at, json) => _mixed.Set(at, json.ToArray()));
            (_integers, _reals, _booleans, _texts, _json) = (null, null, null, null, null);
        }

        _mixed.Set(row, value);
    }

    private static bool IsExactReal(long value) => value is >= -MaxExactInteger and <= MaxExactInteger;

    private static void Move<T>(ChunkedColumn<T>? cells, Action<int, T> set)
    {
        foreach (var (row, value) in cells?.Present() ?? [])
        {
            set(row, value);
        }
    }
}
