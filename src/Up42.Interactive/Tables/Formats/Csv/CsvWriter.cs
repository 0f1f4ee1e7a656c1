using System.Buffers;
using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Up42.Interactive;

/// <summary>Writes tables as CSV (RFC 4180): ids where there are any, the properties, and the geometry as WKT.</summary>
internal static class CsvWriter
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    public static void Write(FeatureTable table, Stream target, CsvOptions options)
    {
        using var writer = new StreamWriter(target, new UTF8Encoding(options.ByteOrderMark)) { NewLine = "\r\n" };
        FeatureColumn[] columns = [.. table.ColumnsWithIds];
        var geometry = ColumnNames.Free(columns.Select(column => column.Name), "geometry", "geometry_wkt");
        writer.WriteLine(string.Join(',', columns.Select(column => Name(column.Name, options)).Append(geometry)));
        for (var row = 0; row < table.Count; row++)
        {
            var line = string.Join(',', columns.Select(column => Cell(column, row, options)).Append(Field(Wkt(table.GeometryAt(row)))));
            writer.WriteLine(line.Length == 0 ? "\"\"" : line);
        }
    }

    /// <summary>Heights are written where every position has one: WKT has no sign for a missing one.</summary>
    private static string Wkt(Geometry? geometry) => geometry is null
        ? ""
        : new WKTWriter(Array.TrueForAll(geometry.Coordinates, position => double.IsFinite(position.Z)) ? 3 : 2).Write(geometry);

    /// <summary>A name with what could be taken for a separator stands in quotes.</summary>
    private static string Name(string name, CsvOptions options) => Field(Armed(name, options), name.AsSpan().ContainsAny(';', '\t'));

    /// <summary>A text that could be taken for a number stands in quotes, and in a mixed column every text: so they are told apart.</summary>
    private static string Cell(FeatureColumn column, int row, CsvOptions options) => column.RawAt(row) switch
    {
        null => "",
        string text => Text(Armed(text, options), column.Type == FeatureColumnType.Mixed),
        var value => Field(Text(value)),
    };

    private static string Text(string text, bool isMixed) => Field(text, isMixed || CsvText.IsAmbiguous(text));

    private static string Text(object value) => value switch
    {
        bool boolean => boolean ? "true" : "false",
        byte[] json => Encoding.UTF8.GetString(json),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Armed(string text, CsvOptions options) => options.DisarmFormulas ? CsvText.Disarm(text) : text;

    private static string Field(string text, bool isQuoted = false) =>
        isQuoted || text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
