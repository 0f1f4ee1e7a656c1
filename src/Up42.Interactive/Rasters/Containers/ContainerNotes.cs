using System.Text;

namespace Up42.Interactive;

/// <summary>Counts the notes of one file and tells which go beyond the limits. Sentences begin with "it".</summary>
internal sealed class ContainerNotes
{
    private const byte Open = (byte)'<';

    private static readonly Limits Most = Limits.Default;
    private long _bytes;
    private int _parts;
    private int _elements;
    private int _domains;
    private long _blocks;
    private long _bands;
    private long _colors;

    /// <summary>About how many microseconds opening the file takes, by what was counted: measured of many of each kind.</summary>
    public long Work => Most.RasterOpening + (20L * _parts) + (4 * _bands) + (_blocks / 30) + ((_bytes + (_colors * 4)) / 200)
        + ((long)_elements * _elements / 8000) + ((long)_domains * _domains / 20);

    /// <summary>Counts a part that files have few of: a directory, a box.</summary>
    public string? AddPart(string plural) =>
        ++_parts > Most.RasterParts ? $"it has more than {NumberText.Format(Most.RasterParts)} {plural}" : null;

    /// <summary>Counts strips or tiles.</summary>
    public string? AddBlocks(long count) =>
        (_blocks += count) > Most.RasterBlocks ? $"it has more than {NumberText.Format(Most.RasterBlocks)} strips and tiles" : null;

    /// <summary>Counts the bands of the raster, of an overview or of a page.</summary>
    public string? AddBands(long count) => (_bands += count) > Most.RasterBands
        ? $"it has more than {NumberText.Format(Most.RasterBands)} bands, those of its overviews and pages counted again"
        : null;

    /// <summary>Counts the bytes of a note.</summary>
    public string? AddBytes(long bytes)
    {
        _bytes += Math.Clamp(bytes, 0, long.MaxValue - _bytes);
        return _bytes > Most.RasterNoteBytes ? $"what it holds beside its pixels takes more than {FileSize.Format(Most.RasterNoteBytes)}" : null;
    }

    /// <summary>Counts the bytes of a table of colours, each of which becomes an object.</summary>
    public string? AddColors(long bytes)
    {
        _colors += bytes;
        return AddBytes(bytes);
    }

    /// <summary>Counts a domain of GDAL's metadata: GDAL compares each with all before it.</summary>
    public string? AddDomain() =>
        ++_domains > Most.RasterMetadataDomains ? $"its metadata have more than {NumberText.Format(Most.RasterMetadataDomains)} domains" : null;

    /// <summary>Counts the items and domains of GDAL's metadata in XML.</summary>
    public string? AddMetadata(ContainerReader reader, long offset, long length)
    {
        if (length > Most.RasterMetadataBytes)
        {
            return $"its metadata take more than {FileSize.Format(Most.RasterMetadataBytes)}";
        }

        var text = reader.Read(offset, (int)length);
        _elements += text.AsSpan().Count(Open);
        _domains += Encoding.Latin1.GetString(text).ToUpperInvariant().AsSpan().Count("DOMAIN");
        return _elements / 2 > Most.RasterMetadataItems ? $"its metadata have more than {NumberText.Format(Most.RasterMetadataItems)} items"
            : AddDomain();
    }
}
