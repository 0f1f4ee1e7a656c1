namespace Up42.Interactive;

public sealed partial class FeatureTable
{
    /// <summary>
    /// One row for each column: its name, type, how many values it has and lacks, how many are distinct, and of numbers, dates and texts the
    /// smallest and the largest, of numbers the quartiles and the mean.
    /// </summary>
    public FeatureTable Describe()
    {
        var result = new TableBuilder();
        foreach (var column in Columns)
        {
            var values = column.OfType<object>().ToArray();
            var isNumber = values.Length > 0 && column.Type is FeatureColumnType.Integer or FeatureColumnType.Real;
            var sorted = isNumber ? ColumnStatistic.Numbers(column, "quartile") : [];
            Array.Sort(sorted);
            var isOrdered = values.Length > 0 && (isNumber || column.Type is FeatureColumnType.Date or FeatureColumnType.Text);
            double? Quartile(double share) => isNumber ? ColumnStatistic.OfSorted(sorted, share) : null;
            void Set(string name, object? value) => result.Column(name).SetValue(result.Row, value);
            Set("column", column.Name);
            Set("type", ColumnTypeName.Format(column.Type));
            Set("values", values.Length);
            Set("missing", Count - values.Length);
            Set("distinct", values.Select(value => value is System.Text.Json.JsonElement json ? json.GetRawText() : value).Distinct().Count());
            Set("smallest", isOrdered ? values.Min(ValueComparer.Instance) : null);
            Set("lower quartile", Quartile(0.25));
            Set("median", Quartile(0.5));
            Set("upper quartile", Quartile(0.75));
            Set("largest", isOrdered ? values.Max(ValueComparer.Instance) : null);
            Set("mean", isNumber ? sorted.Average() : null);
            result.NextRow();
        }

        return result.Build();
    }
}
