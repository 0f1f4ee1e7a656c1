using System.Buffers;

namespace Up42.Interactive;

/// <summary>Formats of JSON that GDAL reads: it makes an object of each list, and writes it all again as one text.</summary>
internal static class JsonThroughGdal
{
    private const int BufferSize = 1 << 20;

    /// <summary>Reads all layers.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="driver">The driver that may open it.</param>
    /// <param name="maxLists">The most lists of a file that is read.</param>
    /// <exception cref="Up42Exception">It has more, or cannot be read.</exception>
    public static FeatureTable Read(string path, string driver, int maxLists)
    {
        var (lists, values) = Count(path);
        Refuse(path, lists, maxLists, "lists");
        Refuse(path, values, Limits.Default.JsonValues, "values");
        return GdalVectorReader.Read(path, driver);
    }

    /// <summary>Reads all layers of a TopoJSON file.</summary>
    /// <param name="path">The full path.</param>
    /// <exception cref="Up42Exception">Its geometries are too many, or it cannot be read.</exception>
    public static FeatureTable ReadTopology(string path)
    {
        var (lists, _) = Count(path);
        Refuse(path, lists, Limits.Default.TopologyLists, "lists");
        Refuse(path, TopologySize.CountPositions(path), Limits.Default.TopologyPositions, "positions, those of an arc counted for each geometry that has it");
        return Read(path, "TopoJSON", Limits.Default.TopologyLists);
    }

    private static void Refuse(string path, long count, long most, string of)
    {
        if (count > most)
        {
            var name = Path.GetFileName(path);
            throw new Up42Exception(
                $"{name} is not read: it holds {NumberText.Format(count)} {of}, and {NumberText.Format(most)} are taken of this format. "
                + $"Convert it: ogr2ogr {Path.GetFileNameWithoutExtension(name)}.geojson {name}.");
        }
    }

    private static (long Lists, long Values) Count(string path)
    {
        using var file = File.OpenRead(path);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        var (lists, values) = (0L, 0L);
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            lists += buffer.AsSpan(0, read).Count((byte)'[');
            values += buffer.AsSpan(0, read).Count((byte)',');
        }

        ArrayPool<byte>.Shared.Return(buffer);
        return (lists, values);
    }
}
