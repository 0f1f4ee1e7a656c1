using System.Text;

namespace Up42.Interactive;

/// <summary>The values of a column by row number of the store. Tables that show fewer rows, or in another order, share it.</summary>
internal abstract class ColumnData
{
    public abstract FeatureColumnType Type { get; }

    /// <summary>The value as the user gets it; null: missing.</summary>
    public abstract object? Value(int row);

    /// <summary>The value as it is stored: text for dates, UTF-8 JSON (<c>byte[]</c>) for lists and objects; null: missing.</summary>
    public abstract object? Raw(int row);

    /// <summary>Whether a row has a value.</summary>
    public abstract bool Has(int row);

    /// <summary>Whether two rows that have a value have the same.</summary>
    public abstract bool IsSame(int row, int other);

    /// <summary>A number, or a date as seconds; NaN of what is missing or neither.</summary>
    public virtual double Measure(int row) => double.NaN;
}

/// <summary>A column whose values are numbers or booleans, or of any stored type.</summary>
internal sealed class ColumnData<T>(FeatureColumnType type, ChunkedColumn<T> cells) : ColumnData
    where T : notnull
{
    public override FeatureColumnType Type => type;

    public override object? Raw(int row) => cells.TryGet(row, out var value) ? value : null;

    public override object? Value(int row) => Raw(row) is var value && value is byte[] json ? JsonText.Parse(json) : value;

    public override bool Has(int row) => cells.TryGet(row, out _);

    public override bool IsSame(int row, int other) =>
        cells.TryGet(row, out var one) && cells.TryGet(other, out var two) && EqualityComparer<T>.Default.Equals(one, two);

    public override double Measure(int row) => !cells.TryGet(row, out var value) ? double.NaN : value switch
    {
        long integer => integer,
        double real => real,
        _ => double.NaN,
    };
}

/// <summary>A column of texts or dates, in UTF-8.</summary>
internal sealed class TextColumnData(FeatureColumnType type, ChunkedColumn<ReadOnlyMemory<byte>> cells) : ColumnData
{
    public override FeatureColumnType Type => type;

    public override object? Raw(int row) => cells.TryGet(row, out var utf8) ? Encoding.UTF8.GetString(utf8.Span) : null;

    public override object? Value(int row) =>
        type != FeatureColumnType.Date ? Raw(row) : cells.TryGet(row, out var utf8) ? IsoDate.Parse(utf8.Span) : null;

    public override bool Has(int row) => cells.TryGet(row, out _);

    public override bool IsSame(int row, int other) =>
        cells.TryGet(row, out var one) && cells.TryGet(other, out var two) && one.Span.SequenceEqual(two.Span);

    public override double Measure(int row) => type == FeatureColumnType.Date && cells.TryGet(row, out var utf8)
        ? (double)IsoDate.Parse(utf8.Span).UtcTicks / TimeSpan.TicksPerSecond
        : double.NaN;
}

/// <summary>A column of lists or objects, as compact UTF-8 JSON.</summary>
internal sealed class JsonColumnData(FeatureColumnType type, ChunkedColumn<ReadOnlyMemory<byte>> cells) : ColumnData
{
    public override FeatureColumnType Type => type;

    public override object? Raw(int row) => cells.TryGet(row, out var json) ? json.ToArray() : null;

    public override object? Value(int row) => cells.TryGet(row, out var json) ? JsonText.Parse(json.Span) : null;

    public override bool Has(int row) => cells.TryGet(row, out _);

    public override bool IsSame(int row, int other) =>
        cells.TryGet(row, out var one) && cells.TryGet(other, out var two) && one.Span.SequenceEqual(two.Span);
}

/// <summary>A column without any value.</summary>
internal sealed class EmptyColumnData : ColumnData
{
    public override FeatureColumnType Type => FeatureColumnType.Empty;

    public override object? Value(int row) => null;

    public override object? Raw(int row) => null;

    public override bool Has(int row) => false;

    public override bool IsSame(int row, int other) => false;
}
