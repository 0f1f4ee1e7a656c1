using System.Text;

namespace Up42.Interactive;

/// <summary>GeoJSON as files and texts have it: of any encoding, with numbers that are not JSON, and in any coordinate reference system.</summary>
internal static class GeoJsonText
{
    public static FeatureTable ReadFile(string path)
    {
        var name = Path.GetFileName(path);
        using var file = File.OpenRead(path);
        using var text = WithoutByteOrderMark(file);
        return ToTable(Read(new JsonTokens(text, name), () => File.ReadAllBytes(path)), name);
    }

    public static FeatureTable Read(byte[] utf8, string name) => ToTable(ReadRaw(utf8, name), name);

    /// <summary>Reads features whose coordinates stay as they are.</summary>
    public static RawFeatures ReadRaw(byte[] utf8, string name) => Read(new JsonTokens(utf8, name), () => utf8);

    /// <summary>Takes features to EPSG:4326.</summary>
    public static FeatureTable ToTable(RawFeatures features, string name)
    {
        var rows = features.Rows;
        foreach (var crs in rows.Systems)
        {
            GdalVectorReader.ToDegrees(rows, crs, isOfRows: true, name);
        }

        if (features.Crs is { } all)
        {
            GdalVectorReader.ToDegrees(rows, all, isOfRows: false, name);
        }

        return rows.Build(name, features.Crs ?? (rows.Systems is [var only] ? only : null));
    }

    /// <summary>Reads the tokens; what is not JSON for its NaN and Infinity is read once more without them.</summary>
    private static RawFeatures Read(JsonTokens tokens, Func<byte[]> all)
    {
        try
        {
            return GeoJsonReader.Read(ref tokens);
        }
        catch (GeoJsonException fault)
        {
            throw new Up42Exception(fault.Message);
        }
        catch (JsonSyntaxException fault)
        {
            var finite = NonFiniteFilter.Apply(all(), out var replaced);
            if (replaced == 0)
            {
                throw new Up42Exception(fault.Message);
            }

            var features = ReadRaw(finite, tokens.Source);
            features.Rows.Remarks.Add($"NaN and Infinity are not JSON: {DisplayText.Count(replaced, "such value")} counted as missing.");
            return features;
        }
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
