namespace Up42.Interactive;

/// <summary>What tables share: columns, ids, geometries (WKB) and quicklooks (data addresses) by row number.</summary>
internal sealed record FeatureStore(IReadOnlyList<StoredColumn> Columns, ColumnData Ids, ChunkedColumn<ReadOnlyMemory<byte>> Geometries, string? SourceCrs)
{
    public ChunkedColumn<string>? Pictures { get; init; }

    /// <summary>The name of the file that the features were read from; null: none, or several.</summary>
    public string? Source { get; init; }

    /// <summary>What was left out while the features were read.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}

internal sealed record StoredColumn(string Name, ColumnData Data);
