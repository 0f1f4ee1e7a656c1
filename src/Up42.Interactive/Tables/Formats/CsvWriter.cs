using System.Buffers;
using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Up42.Interactive;

/// <summary>Writes tables as CSV (RFC 4180) with the geometry as WKT.</summary>
internal static class CsvWriter
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    public static void Write(FeatureTable table, Stream target)
    {
        using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\r\n" };
        var geometry = table.HasColumn("geometry") ? "geometry_wkt" : "geometry";
        writer.WriteLine(string.Join(',', table.Columns.Select(column => Field(column.Name)).Append(geometry)));
        for (var row = 0; row < table.Count; row++)
        {
            writer.WriteLine(string.Join(',', table.Columns.Select(column => Field(Text(column.RawAt(row)))).Append(Field(Wkt(table.GeometryAt(row))))));
        }
    }

    private static string Wkt(Geometry? geometry) => geometry is null ? "" : new WKTWriter(3).Write(geometry);

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool boolean => boolean ? "true" : "false",
        byte[] json => Encoding.UTF8.GetString(json),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Field(string text) =>
        text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
