namespace Up42.Interactive;

/// <summary>What tables share: columns, ids, geometries (WKB) and quicklooks (data addresses) by row number.</summary>
internal sealed record FeatureStore(IReadOnlyList<StoredColumn> Columns, ColumnData Ids, Cells<ReadOnlyMemory<byte>> Geometries, string? SourceCrs)
{
    public Cells<string>? Pictures { get; init; }
}

internal sealed record StoredColumn(string Name, ColumnData Data);
