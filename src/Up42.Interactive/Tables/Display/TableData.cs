using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>What the interactive table starts with: as many rows as fit, as the texts that are shown.</summary>
internal static class TableData
{
    private const int MostRows = 50_000;
    private const int FirstTry = 4_000;
    private const int LongestUnfolded = 300;
    private const int LongestName = 200;

    /// <summary>Rows of a block lie together by column: alike values are near each other, and so are the values of a row that repeat one another.</summary>
    private const int RowsPerBlock = 64;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The data as JSON, with so many of the first rows that it takes no more than some bytes gzipped; null where those are fewer than the static part has.</summary>
    public static byte[]? Fit(FeatureTable table, int gzippedBytes)
    {
        var (best, fits, fitsNot) = ((byte[]?)null, 0, Math.Min(table.Count, MostRows) + 1);
        for (var rows = Math.Min(table.Count, FirstTry); ;)
        {
            var json = Json(table, rows);
            var size = GzippedLength(json);
            (best, fits, fitsNot) = size <= gzippedBytes ? (json, rows, fitsNot) : (best, fits, rows);
            var guess = (int)Math.Min(rows * (double)gzippedBytes / size * 0.97, MostRows);
            if (fitsNot - 1 <= fits || (fits == rows && guess <= rows * 1.1))
            {
                return fits >= Math.Min(table.Count, FeatureTableHtml.FirstRows) ? best : null;
            }

            rows = Math.Clamp(guess, fits + 1, fitsNot - 1);
        }
    }

    private static byte[] Json(FeatureTable table, int rows)
    {
        var columns = TableColumns.Of(table);
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("caption"u8, HtmlEncoder.Clean(FeatureTableHtml.Caption(table)));
            writer.WriteNumber("count"u8, table.Count);
            writer.WriteNumber("rows"u8, rows);
            writer.WriteNumber("columnCount"u8, table.Columns.Count);
            WriteColumns(writer, columns);
            writer.WriteBoolean("geometry"u8, table.HasGeometry);
            WritePictures(writer, table, rows);
            writer.WriteStartArray("blocks"u8);
            for (var row = 0; row < rows; row += RowsPerBlock)
            {
                WriteBlock(writer, table, columns.Carried, row, Math.Min(rows, row + RowsPerBlock));
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return json.ToArray();
    }

    private static void WriteColumns(Utf8JsonWriter writer, TableColumns columns)
    {
        writer.WriteStartArray("columns"u8);
        foreach (var column in columns.Carried)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, HtmlEncoder.Clean(CellText.Cut(column.Name, LongestName)));
            writer.WriteString("type"u8, TableColumns.TypeName(column));
            writer.WriteBoolean("shown"u8, columns.Shown.Contains(column));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WritePictures(Utf8JsonWriter writer, FeatureTable table, int rows)
    {
        writer.WriteStartObject("pictures"u8);
        for (var row = 0; row < rows && table.Store.Pictures is not null; row++)
        {
            if (table.PictureAt(row) is { } picture)
            {
                writer.WriteString(row.ToString(System.Globalization.CultureInfo.InvariantCulture), picture);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteBlock(Utf8JsonWriter writer, FeatureTable table, IReadOnlyList<FeatureColumn> columns, int from, int to)
    {
        writer.WriteStartArray();
        foreach (var column in columns)
        {
            writer.WriteStartArray();
            for (var row = from; row < to; row++)
            {
                WriteCell(writer, CellText.Of(column.RawAt(row), column.Type, LongestUnfolded));
            }

            writer.WriteEndArray();
        }

        if (table.HasGeometry)
        {
            var geometries = Enumerable.Range(from, to - from).Select(table.GeometryAt).ToArray();
            WriteTexts(writer, geometries.Select(GeoText.Of));
            WriteTexts(writer, geometries.Select(geometry => GeometryOutline.Of(geometry)?.Path));
        }

        writer.WriteEndArray();
    }

    private static void WriteCell(Utf8JsonWriter writer, CellText cell)
    {
        if (cell.Whole is null)
        {
            writer.WriteStringValue(Clean(cell.Short));
            return;
        }

        writer.WriteStartArray();
        writer.WriteStringValue(Clean(cell.Short));
        writer.WriteStringValue(Clean(cell.Whole));
        writer.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter writer, IEnumerable<string?> texts)
    {
        writer.WriteStartArray();
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static string? Clean(string? text) => text is null ? null : HtmlEncoder.Clean(text);

    private static int GzippedLength(byte[] json)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(json);
        }

        return (int)bytes.Length;
    }
}
