namespace Up42.Interactive;

/// <summary>A column's type as displays and messages call it.</summary>
internal static class ColumnTypeName
{
    public static string Format(FeatureColumnType type) => type.ToString().ToLowerInvariant();
}
