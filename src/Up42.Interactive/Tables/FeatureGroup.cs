namespace Up42.Interactive;

/// <summary>The rows of a table that share one value of a column.</summary>
/// <param name="Key">The value; null for the rows where it is missing.</param>
/// <param name="Table">The rows.</param>
public sealed record FeatureGroup(object? Key, FeatureTable Table)
{
    /// <summary>Value and count in one line.</summary>
    public override string ToString() => $"{Key ?? "missing"}: {Table}";
}
