using System.Text;

namespace Up42.Interactive;

/// <summary>Tells by the first bytes of a file how to read its features.</summary>
internal static class VectorFile
{
    public static FeatureTable Read(string path)
    {
        var name = Path.GetFileName(path);
        if (IsForeign(path))
        {
            return GdalVectorReader.Read(Path.GetFullPath(path));
        }

        using var file = File.OpenRead(path);
        using var text = WithoutByteOrderMark(file);
        return FirstSymbol(path) switch
        {
            null => throw new Up42Exception($"{name} is empty."),
            '{' or '[' => ReadGeoJson(text, name),
            '<' => GdalVectorReader.Read(Path.GetFullPath(path)),
            >= 'A' and <= 'Z' or >= 'a' and <= 'z' => WktFile.Read(new StreamReader(text), name),
            _ => throw new Up42Exception($"{name} holds no features; read are GeoJSON, WKT, KML, shapefiles (.shp) and GeoPackages."),
        };
    }

    /// <summary>A GeoPackage (SQLite) or the main file of a shapefile.</summary>
    private static bool IsForeign(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[16];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start[..length].StartsWith("SQLite format 3\0"u8) || start[..length].StartsWith((ReadOnlySpan<byte>)[0, 0, 0x27, 0x0A]);
    }

    private static FeatureTable ReadGeoJson(Stream text, string name)
    {
        var tokens = new JsonTokens(text, name);
        return GeoJsonReader.Read(ref tokens);
    }

    private static char? FirstSymbol(string path)
    {
        using var reader = new StreamReader(path);
        for (var symbol = reader.Read(); symbol >= 0; symbol = reader.Read())
        {
            if (!char.IsWhiteSpace((char)symbol))
            {
                return (char)symbol;
            }
        }

        return null;
    }

    private static Stream WithoutByteOrderMark(FileStream file)
    {
        Span<byte> start = stackalloc byte[3];
        var length = file.ReadAtLeast(start, 3, throwOnEndOfStream: false);
        var encoding = start[..length] switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            [0xEF, 0xBB, 0xBF] => Encoding.UTF8,
            _ => null,
        };
        file.Position = encoding?.Preamble.Length ?? 0;
        return encoding is null or UTF8Encoding ? file : Encoding.CreateTranscodingStream(file, encoding, Encoding.UTF8);
    }
}
