namespace Up42.Interactive;

/// <summary>How a table is set: what its heads, its caption and its notes say, the same in the static part and on the page.</summary>
/// <param name="Table">The table, of two rows or more.</param>
/// <param name="Columns">The columns to show.</param>
/// <param name="Carried">How those that can be shown are set.</param>
/// <param name="Geometry">How the geometries are set; null where there are none.</param>
internal sealed record TableLayout(FeatureTable Table, TableColumns Columns, IReadOnlyList<ColumnLayout> Carried, GeometryLayout? Geometry)
{
    private const int MaxSame = 16;

    /// <summary>Whether heads have their names alone.</summary>
    public bool IsBrief { get; init; }
    private const int MaxSameLength = 60;

    public static TableLayout Create(FeatureTable table)
    {
        var columns = TableColumns.Choose(table);
        return new(table, columns, [.. columns.Carried.Select(ColumnLayout.Create)], table.HasGeometry ? GeometryLayout.Create(table) : null);
    }

    /// <summary>How the columns are set that are seen at first sight.</summary>
    public IEnumerable<ColumnLayout> Shown => Carried.Where(column => Columns.Shown.Contains(column.Column));

    /// <summary>After how many shown columns the geometry stands: it is the second one.</summary>
    public int GeometryPlace => Math.Min(1, Columns.Shown.Count);

    /// <summary>What is the same in all rows, and what no row has; null: neither.</summary>
    public string? Same
    {
        get
        {
            var same = Columns.Same.Select(column => $"{Cut(column.Name)} {Value(column)}");
            var empty = Columns.Empty.Select(column => Cut(column.Name));
            return (Columns.Same.Count, Columns.Empty.Count) switch
            {
                (0, 0) => null,
                (_, 0) => $"The same in all rows: {List(same)}",
                (0, _) => $"Without a value in any row: {List(empty)}",
                _ => $"The same in all rows: {List(same)} · without a value in any: {List(empty)}",
            };
        }
    }

    /// <summary>Where the table is from, and how its figures were made, in sentences.</summary>
    public string? Note
    {
        get
        {
            string?[] sentences =
            [
                SourceOf(Table),
                Geometry is { HasSizes: true } ? "Areas and lengths are on the WGS 84 ellipsoid." : null,
                Geometry?.Scale,
            ];
            return sentences.Any(sentence => sentence is not null) ? string.Join(' ', sentences.Where(sentence => sentence is not null)) : null;
        }
    }

    /// <summary>Where a table is from, in a sentence; null: not known.</summary>
    public static string? SourceOf(FeatureTable table) => table.Store.Source is { } source ? $"Source: {Cut(source)}." : null;

    private static string Cut(string text) => DisplayText.Cut(text, MaxSameLength);

    private static string Value(FeatureColumn column)
    {
        var (layout, raw) = (ColumnLayout.Create(column), column.RawAt(0));
        return Cut(layout.IsId ? (string)raw! : layout.Text(raw, MaxSameLength).Short!);
    }

    private static string List(IEnumerable<string> items)
    {
        var all = items.ToArray();
        return string.Join(" · ", all.Length <= MaxSame ? all : [.. all.Take(MaxSame), $"{all.Length - MaxSame} more"]);
    }
}
