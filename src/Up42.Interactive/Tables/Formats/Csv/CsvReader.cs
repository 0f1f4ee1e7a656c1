namespace Up42.Interactive;

/// <summary>Reads CSV into tables: what <see cref="CsvWriter"/> wrote as it was, and what others wrote as far as it can be told.</summary>
internal static class CsvReader
{
    private static readonly string[] GeometryNames = ["geometry", "geometry_wkt", "wkt", "wkt_geom", "geom", "the_geom"];
    private static readonly (string X, string Y)[] PlaceNames = [("longitude", "latitude"), ("lon", "lat"), ("lng", "lat"), ("long", "lat")];

    public static FeatureTable ReadFile(string path, CsvOptions options)
    {
        var name = Path.GetFileName(path);
        var start = FileStart.Read(path);
        using var file = File.OpenRead(path);
        var (encoding, mark) = TextEncoding.Detect(start.Bytes);
        file.Position = mark;
        using var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: false);
        return Read(text, start.Text, options, name);
    }

    public static FeatureTable Read(string csv, CsvOptions options) => Read(new StringReader(csv), csv, options, "The text");

    private static FeatureTable Read(TextReader text, string start, CsvOptions options, string name)
    {
        try
        {
            var (limits, rows) = (Limits.Default, new TableBuilder());
            var cells = new CsvCells(text, CsvCells.SeparatorOf(start), limits);
            var head = Head(cells.Next() ?? throw new Up42Exception("It is empty; a CSV begins with the names of its columns."), options);
            var columns = head.Select(_ => new CsvColumn(options)).ToList();
            var (geometry, count) = (GeometryColumn(head), 0);
            for (var record = cells.Next(); record is not null && rows.HasRoom(limits); record = cells.Next(), count++)
            {
                Add(rows, record, columns, geometry, cells.Line);
            }

            return Build(rows, head, columns, geometry, name);
        }
        catch (Up42Exception error)
        {
            throw new Up42Exception($"{name} cannot be read as CSV: {error.Message}", error);
        }
    }

    /// <summary>The names of the columns; those that are missing or twice there get others.</summary>
    private static List<string> Head(IReadOnlyList<CsvCell> cells, CsvOptions options)
    {
        var names = new List<string>();
        foreach (var (index, cell) in cells.Index())
        {
            var name = options.DisarmFormulas ? CsvText.Rearm(cell.Text) : cell.Text;
            names.Add(ColumnNames.Free(names, name.Length == 0 ? FormattableString.Invariant($"column_{index + 1}") : name));
        }

        return names;
    }

    /// <summary>The last column that is called as geometries are.</summary>
    private static int GeometryColumn(List<string> head) =>
        head.FindLastIndex(name =>
            GeometryNames.Contains(name, StringComparer.OrdinalIgnoreCase) || name.StartsWith("geometry_wkt_", StringComparison.Ordinal));

    private static void Add(TableBuilder rows, IReadOnlyList<CsvCell> record, List<CsvColumn> columns, int geometry, int line)
    {
        for (var at = 0; at < Math.Min(record.Count, columns.Count); at++)
        {
            if (at != geometry)
            {
                columns[at].Add(rows.Row, record[at]);
            }
            else if (record[at].Text.Length > 0)
            {
                WktFile.AddTo(rows, record[at].Text);
            }
        }

        if (record.Count > columns.Count)
        {
            var more = DisplayText.Count(record.Count - columns.Count, "cell");
            rows.Remarks.Add($"Line {NumberText.Format(line)} has {more} more than the heading has names; left out.");
        }

        rows.NextRow();
    }

    private static FeatureTable Build(TableBuilder rows, List<string> head, List<CsvColumn> columns, int geometry, string name)
    {
        foreach (var (at, column) in columns.Index())
        {
            if (at == 0 && head[0] is "feature_id")
            {
                column.WriteTo(rows.Ids);
            }
            else if (at != geometry)
            {
                column.WriteTo(rows.Column(head[at]));
                if (at == 0 && head[0] == "id")
                {
                    column.WriteTo(rows.Ids);
                }
            }
        }

        var table = GeoJsonText.ToTable(new RawFeatures(rows, null), name);
        return geometry < 0 && PlaceColumns(table) is { } places ? WithPoints(table, places.X, places.Y) : table;
    }

    private static (string X, string Y)? PlaceColumns(FeatureTable table) => PlaceNames
        .Select(pair => (X: table.ColumnNamed(pair.X), Y: table.ColumnNamed(pair.Y)))
        .Where(pair => pair is { X: not null, Y: not null } && IsNumber(table[pair.X]) && IsNumber(table[pair.Y]))
        .Select(pair => ((string X, string Y)?)(pair.X!, pair.Y!)).FirstOrDefault();

    private static bool IsNumber(FeatureColumn column) => column.Type is FeatureColumnType.Integer or FeatureColumnType.Real;

    private static FeatureTable WithPoints(FeatureTable table, string x, string y) => table.WithGeometries(row =>
        row.GetNumber(x) is { } longitude && row.GetNumber(y) is { } latitude && PositionLimits.IsOnEarth(longitude, latitude)
            ? new NetTopologySuite.Geometries.Point(longitude, latitude)
            : null);
}
