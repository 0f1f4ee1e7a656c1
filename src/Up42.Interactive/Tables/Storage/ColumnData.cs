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
}

/// <summary>A column whose values are numbers or booleans, or of any stored type.</summary>
internal sealed class ColumnData<T>(FeatureColumnType type, ChunkedColumn<T> cells) : ColumnData
    where T : notnull
{
    public override FeatureColumnType Type => type;

    public override object? Raw(int row) => cells.TryGet(row, out var value) ? value : null;

    public override object? Value(int row) => Raw(row) is var value && value is byte[] json ? JsonText.Parse(json) : value;
}

/// <summary>A column of texts or dates, in UTF-8.</summary>
internal sealed class TextColumnData(FeatureColumnType type, ChunkedColumn<ReadOnlyMemory<byte>> cells) : ColumnData
{
    public override FeatureColumnType Type => type;

    public override object? Raw(int row) => cells.TryGet(row, out var utf8) ? Encoding.UTF8.GetString(utf8.Span) : null;

    public override object? Value(int row) =>
        type != FeatureColumnType.Date ? Raw(row) : cells.TryGet(row, out var utf8) ? IsoDate.Parse(utf8.Span) : null;
}

/// <summary>A column of lists or objects, as compact UTF-8 JSON.</summary>
internal sealed class JsonColumnData(FeatureColumnType type, ChunkedColumn<ReadOnlyMemory<byte>> cells) : ColumnData
{
    public override FeatureColumnType Type => type;

    public override object? Raw(int row) => cells.TryGet(row, out var json) ? json.ToArray() : null;

    public override object? Value(int row) => cells.TryGet(row, out var json) ? JsonText.Parse(json.Span) : null;
}

/// <summary>A column without any value.</summary>
internal sealed class EmptyColumnData : ColumnData
{
    public override FeatureColumnType Type => FeatureColumnType.Empty;

    public override object? Value(int row) => null;

    public override object? Raw(int row) => null;
}
