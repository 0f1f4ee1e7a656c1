namespace Up42.Interactive;

public sealed partial class FeatureTable
{
    /// <summary>
    /// One row for each column: its name, type, how many values it has and lacks, how many are distinct, and of numbers, dates and texts the
    /// smallest and the largest, of numbers the mean.
    /// </summary>
    public FeatureTable Describe()
    {
        var result = new TableBuilder();
        foreach (var column in Columns)
        {
            var values = column.OfType<object>().ToArray();
            var isNumber = values.Length > 0 && column.Type is FeatureColumnType.Integer or FeatureColumnType.Real;
            var isOrdered = values.Length > 0 && (isNumber || column.Type is FeatureColumnType.Date or FeatureColumnType.Text);
            void Set(string name, object? value) => result.Column(name).SetValue(result.Row, value);
            Set("column", column.Name);
            Set("type", ColumnTypeName.Format(column.Type));
            Set("values", values.Length);
            Set("missing", Count - values.Length);
            Set("distinct", values.Select(value => value is System.Text.Json.JsonElement json ? json.GetRawText() : value).Distinct().Count());
            Set("smallest", isOrdered ? values.Min(ValueComparer.Instance) : null);
            Set("largest", isOrdered ? values.Max(ValueComparer.Instance) : null);
            Set("mean", isNumber ? values.Average(value => value is long integer ? integer : (double)value) : null);
            result.NextRow();
        }

        return result.Build();
    }
}
