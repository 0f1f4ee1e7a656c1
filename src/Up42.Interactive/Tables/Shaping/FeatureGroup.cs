namespace Up42.Interactive;

/// <summary>The rows of a table that share one value of a column.</summary>
/// <param name="Key">The value; null for the rows where it is missing.</param>
/// <param name="Table">The rows.</param>
public sealed partial record FeatureGroup(object? Key, FeatureTable Table)
{
    /// <summary>Value and count in one line.</summary>
    public override string ToString() => SingleLine.Format($"{KeyText}: {Table.Summary}");

    private string KeyText => Key is null ? "missing" : DisplayText.Name(Key);
}
