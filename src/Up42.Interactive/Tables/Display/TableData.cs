using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>What the interactive table starts with: as many rows as fit, as the texts that are shown.</summary>
internal static class TableData
{
    private const int MostRows = 50_000;
    private const int FirstTry = 500;
    private const int LongestUnfolded = 300;
    private const int LongestName = 200;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The data as JSON, with so many of the first rows that it takes no more than some bytes gzipped; null where those are fewer than the static part has.</summary>
    public static byte[]? Fit(FeatureTable table, int gzippedBytes)
    {
        var all = Math.Min(table.Count, MostRows);
        var (best, fits, fitsNot) = ((byte[]?)null, 0, all + 1);
        for (var rows = Math.Min(table.Count, FirstTry); ;)
        {
            var json = Json(table, rows);
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
            WriteCells(writer, table, columns.Carried, rows);
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

    /// <summary>Two lists for each column, what stands in the cells and what unfolds or is followed; then the geometries in words and their outlines.</summary>
    private static void WriteCells(Utf8JsonWriter writer, FeatureTable table, IReadOnlyList<FeatureColumn> columns, int rows)
    {
        var packed = new PackedTexts(writer);
        writer.WriteStartArray("cells"u8);
        foreach (var column in columns)
        {
            var cells = Enumerable.Range(0, rows).Select(row => CellText.Of(column.RawAt(row), column.Type, LongestUnfolded)).ToArray();
            packed.Write(Array.ConvertAll(cells, cell => Clean(cell.Short)));
            packed.Write(Array.ConvertAll(cells, cell => Clean(cell.Whole)));
        }

        if (table.HasGeometry)
        {
            var geometries = Enumerable.Range(0, rows).Select(table.GeometryAt).ToArray();
            packed.Write(Array.ConvertAll(geometries, GeoText.Of));
            packed.Write(Array.ConvertAll(geometries, geometry => GeometryOutline.Of(geometry)?.Path));
        }

        writer.WriteEndArray();
    }

    private static string? Clean(string? text) => text is null ? null : HtmlEncoder.Clean(text);

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
