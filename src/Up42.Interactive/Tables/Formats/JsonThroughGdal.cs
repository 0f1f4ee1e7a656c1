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
        if (CountLists(path) is var lists && lists > maxLists)
        {
            var name = Path.GetFileName(path);
            throw new Up42Exception(
                $"{name} is not read: it holds {NumberText.Format(lists)} lists, and {NumberText.Format(maxLists)} are taken of this format. "
                + $"Convert it: ogr2ogr {Path.GetFileNameWithoutExtension(name)}.geojson {name}.");
        }

        return GdalVectorReader.Read(path, driver);
    }

    private static long CountLists(string path)
    {
        using var file = File.OpenRead(path);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        var count = 0L;
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            count += buffer.AsSpan(0, read).Count((byte)'[');
        }

        ArrayPool<byte>.Shared.Return(buffer);
        return count;
    }
}
