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
        writer.WriteLine(string.Join(',', columns.Select(column => Field(Disarmed(column.Name, options))).Append(geometry)));
        for (var row = 0; row < table.Count; row++)
        {
            writer.WriteLine(string.Join(',', columns.Select(column => Field(Text(column.RawAt(row), options))).Append(Field(Wkt(table.GeometryAt(row))))));
        }
    }

    /// <summary>Heights are written where every position has one: WKT has no sign for a missing one.</summary>
    private static string Wkt(Geometry? geometry) => geometry is null
        ? ""
        : new WKTWriter(Array.TrueForAll(geometry.Coordinates, position => double.IsFinite(position.Z)) ? 3 : 2).Write(geometry);

    private static string Text(object? value, CsvOptions options) => value switch
    {
        null => "",
        string text => Disarmed(text, options),
        bool boolean => boolean ? "true" : "false",
        byte[] json => Encoding.UTF8.GetString(json),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Disarmed(string text, CsvOptions options) =>
        options.DisarmFormulas && text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? $"'{text}" : text;

    private static string Field(string text) =>
        text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
