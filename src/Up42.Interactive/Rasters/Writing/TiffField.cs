using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>A field of a TIFF's directory.</summary>
/// <param name="Tag">What it is about.</param>
/// <param name="Type">The number of the values' type.</param>
/// <param name="Bytes">The values, the lowest byte first.</param>
internal sealed record TiffField(ushort Tag, ushort Type, byte[] Bytes)
{
    /// <summary>The tag of GDAL's missing value, a text.</summary>
    public const ushort NoData = 42113;

    private const int Header = 8;
    private const int EntrySize = 12;
    private const ushort ShortType = 3;
    private const ushort LongType = 4;
    private const ushort Long8Type = 16;

    // Bytes of one value, by the number of its type.
    private static readonly byte[] Sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];

    // Scale, tie points, affine transformation, keys with their numbers and texts, GDAL's metadata (a band's name) and its missing value.
    private static readonly ushort[] OfPlace = [33550, 33922, 34264, 34735, 34736, 34737, 42112, NoData];

    /// <summary>How many values it has.</summary>
    public int Count => Bytes.Length / Sizes[Type];

    /// <summary>A field of small whole numbers.</summary>
    public static TiffField Short(ushort tag, params ReadOnlySpan<ushort> values) => new(tag, ShortType, MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>A field of whole numbers.</summary>
    public static TiffField Long(ushort tag, params ReadOnlySpan<uint> values) => new(tag, LongType, MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>A field of places in a file.</summary>
    public static TiffField Places(ushort tag, IReadOnlyList<long> places, bool isBig) => isBig
        ? new(tag, Long8Type, MemoryMarshal.AsBytes<long>(places.ToArray()).ToArray())
        : Long(tag, [.. places.Select(place => (uint)place)]);

    /// <summary>The fields that tell a band's place on Earth, name and missing value: those of a file of one pixel that GDAL writes.</summary>
    /// <exception cref="GdalException">GDAL cannot write them.</exception>
    public static IReadOnlyList<TiffField> Describe(RasterBand band, Geotransform? place, RasterCrs? crs)
    {
        using var file = new GdalMemoryFile(".tif");
        using (var dataset = GdalDataset.Create("GTiff", file.Path, 1, 1, 1, GdalDataType.Float32))
        {
            if (crs is not null)
            {
                using var reference = GdalSpatialReference.FromWkt(crs.Wkt);
                dataset.SetSpatialReference(reference);
            }

            if (place is { } geotransform)
            {
                dataset.Geotransform = geotransform.ToArray();
            }

            dataset.Band(1).Description = band.Name;
            dataset.Band(1).SetNoData(band.NoData!.Value);
            dataset.Close();
        }

        return [.. Read(file.ToArray()).Where(field => OfPlace.Contains(field.Tag))];
    }

    /// <summary>The fields of the first directory of a small file, the lowest byte first, as GDAL writes one here.</summary>
    private static IEnumerable<TiffField> Read(byte[] file)
    {
        var directory = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(Header / 2));
        var count = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(directory));
        for (var at = directory + 2; at < directory + 2 + (count * EntrySize); at += EntrySize)
        {
            var type = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at + 2));
            var length = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at + 4)) * Sizes[type];
            var from = length <= 4 ? at + 8 : BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at + 8));
            yield return new TiffField(BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at)), type, file[from..(from + length)]);
        }
    }
}
