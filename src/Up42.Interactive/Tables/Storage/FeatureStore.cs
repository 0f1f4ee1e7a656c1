namespace Up42.Interactive;

/// <summary>What tables share: columns, ids and geometries (WKB) by row number.</summary>
internal sealed record FeatureStore(IReadOnlyList<StoredColumn> Columns, ColumnData Ids, Cells<byte[]> Geometries, string? SourceCrs);

internal sealed record StoredColumn(string Name, ColumnData Data);
