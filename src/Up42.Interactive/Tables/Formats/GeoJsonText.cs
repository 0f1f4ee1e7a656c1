using System.Text;

namespace Up42.Interactive;

/// <summary>GeoJSON as files and texts have it: of any encoding, with what is not JSON but often written, and in any coordinate reference system.</summary>
internal static class GeoJsonText
{
    public static FeatureTable ReadFile(string path)
    {
        var name = Path.GetFileName(path);
        using var file = File.OpenRead(path);
        using var text = WithoutByteOrderMark(file);
        try
        {
            return ToTable(Read(new JsonTokens(text, name)), name);
        }
        catch (JsonSyntaxException)
        {
            file.Position = 0;
            using var again = WithoutByteOrderMark(file);
            return ToTable(file.Length > Limits.Default.RepairBytes ? Read(new JsonTokens(again, name), isDamaged: true) : Repair(ReadAll(again), name), name);
        }
    }

    public static FeatureTable Read(byte[] utf8, string name) => ToTable(ReadRaw(utf8, name), name);

    /// <summary>Reads features whose coordinates stay as they are.</summary>
    public static RawFeatures ReadRaw(byte[] utf8, string name)
    {
        try
        {
            return Read(new JsonTokens(utf8, name));
        }
        catch (JsonSyntaxException)
        {
            return Repair(utf8, name);
        }
    }

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

    /// <summary>Reads what is not JSON without what <see cref="JsonRepair"/> takes away, as far as it is JSON then.</summary>
    private static RawFeatures Repair(byte[] utf8, string name)
    {
        var repair = JsonRepair.Apply(utf8);
        var features = Read(new JsonTokens(repair.Json, name), isDamaged: true);
        foreach (var remark in repair.Remarks)
        {
            features.Rows.Remarks.Add(remark);
        }

        return features;
    }

    /// <exception cref="JsonSyntaxException">It is not JSON, and is not said to be damaged.</exception>
    private static RawFeatures Read(JsonTokens tokens, bool isDamaged = false)
    {
        try
        {
            return GeoJsonReader.Read(ref tokens, isDamaged: isDamaged);
        }
        catch (Exception fault) when (fault is GeoJsonException || (isDamaged && fault is JsonSyntaxException))
        {
            throw new Up42Exception(fault.Message);
        }
    }

    private static byte[] ReadAll(Stream text)
    {
        using var all = new MemoryStream();
        text.CopyTo(all);
        return all.ToArray();
    }

    private static Stream WithoutByteOrderMark(FileStream file)
    {
        Span<byte> start = stackalloc byte[TextEncoding.Needed];
        var (encoding, mark) = TextEncoding.Detect(start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
        file.Position = mark;
        return encoding is UTF8Encoding ? file : Encoding.CreateTranscodingStream(file, encoding, Encoding.UTF8);
    }
}
