using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>What the interactive table starts with: as many rows as fit, as the texts that are shown.</summary>
internal sealed class TableData
{
    private const int MostRows = 50_000;
    private const int FirstTry = 500;
    private const int LongestUnfolded = 300;
    private const int LongestName = 200;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly FeatureTable _table;
    private readonly TableColumns _columns;
    private readonly List<CellText>[] _cells;
    private readonly List<(string DisplayText, string? Outline)> _geometries = [];

    private TableData(FeatureTable table)
    {
        (_table, _columns) = (table, TableColumns.Choose(table));
        _cells = [.. _columns.Carried.Select(_ => new List<CellText>())];
    }

    /// <summary>
    /// The data as JSON, with so many of the first rows that it takes no more than some bytes gzipped; null where those are fewer than the static
    /// part has.
    /// </summary>
    public static byte[]? Fit(FeatureTable table, int gzippedBytes)
    {
        var data = new TableData(table);
        var all = Math.Min(table.Count, MostRows);
        var (best, fits, fitsNot) = ((byte[]?)null, 0, all + 1);
        for (var rows = Math.Min(table.Count, FirstTry); ;)
        {
            var json = data.Json(rows);
            var size = GzippedLength(json);
            (best, fits, fitsNot) = size <= gzippedBytes ? (json, rows, fitsNot) : (best, fits, rows);
            var guess = (int)Math.Min(rows * (double)gzippedBytes / size, all);
            if (guess > 0.97 * all && fitsNot > all)
            {
                guess = all; // the whole table is worth a try
            }
            else if (fits == rows && guess <= rows * 1.03)
            {
                fitsNot = rows + 1;
            }

            if (fitsNot - 1 <= fits)
            {
                return fits >= Math.Min(table.Count, FeatureTableHtml.FirstRows) ? best : null;
            }

            rows = Math.Clamp(guess, fits + 1, fitsNot - 1);
        }
    }

    private byte[] Json(int rows)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("caption"u8, SafeText.Clean(FeatureTableHtml.Caption(_table)));
            writer.WriteNumber("count"u8, _table.Count);
            writer.WriteNumber("rows"u8, rows);
            writer.WriteNumber("columnCount"u8, _table.Columns.Count);
            WriteColumns(writer);
            WriteRemarks(writer);
            writer.WriteBoolean("geometry"u8, _table.HasGeometry);
            WritePictures(writer, rows);
            WriteCells(writer, rows);
            writer.WriteEndObject();
        }

        return json.ToArray();
    }

    private void WriteRemarks(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("remarks"u8);
        foreach (var remark in _table.Remarks)
        {
            writer.WriteStringValue(SafeText.Clean(remark));
        }

        writer.WriteEndArray();
    }

    private void WriteColumns(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("columns"u8);
        foreach (var column in _columns.Carried)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, SafeText.Clean(DisplayText.Cut(column.Name, LongestName)));
            writer.WriteString("type"u8, TableColumns.TypeName(column));
            writer.WriteBoolean("shown"u8, _columns.Shown.Contains(column));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WritePictures(Utf8JsonWriter writer, int rows)
    {
        writer.WriteStartObject("pictures"u8);
        for (var row = 0; row < rows && _table.Store.Pictures is not null; row++)
        {
            if (_table.PictureAt(row) is { } picture)
            {
                writer.WriteString(row.ToString(CultureInfo.InvariantCulture), picture);
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>
    /// Two lists for each column, what stands in the cells and what unfolds or is followed; then the geometries in words and their outlines.
    /// </summary>
    private void WriteCells(Utf8JsonWriter writer, int rows)
    {
        Take(rows);
        var packed = new ColumnCompressor(writer);
        writer.WriteStartArray("cells"u8);
        foreach (var cells in _cells)
        {
            packed.Write([.. cells.Take(rows).Select(cell => cell.Short)]);
            packed.Write([.. cells.Take(rows).Select(cell => cell.Whole)]);
        }

        if (_table.HasGeometry)
        {
            packed.Write([.. _geometries.Take(rows).Select(geometry => geometry.DisplayText)]);
            packed.Write([.. _geometries.Take(rows).Select(geometry => geometry.Outline)]);
        }

        writer.WriteEndArray();
    }

    /// <summary>Makes the texts of so many rows, those that are there already kept: a table is tried with several numbers of rows.</summary>
    private void Take(int rows)
    {
        foreach (var (column, cells) in _columns.Carried.Zip(_cells))
        {
            while (cells.Count < rows)
            {
                var text = CellText.Format(column.RawAt(cells.Count), column.Type, LongestUnfolded);
                cells.Add(new CellText(Clean(text.Short), Clean(text.Whole)));
            }
        }

        while (_table.HasGeometry && _geometries.Count < rows)
        {
            var geometry = _table.GeometryAt(_geometries.Count);
            _geometries.Add((GeometryText.Describe(geometry), GeometryOutline.Of(geometry)?.Path));
        }
    }

    private static string? Clean(string? text) => text is null ? null : SafeText.Clean(text);

    private static int GzippedLength(byte[] json)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(json);
        }

        return (int)bytes.Length;
    }
}
