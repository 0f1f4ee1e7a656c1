using System.Buffers.Binary;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>The fields that tell a band's place on Earth, name and missing value: those of a file of one pixel that GDAL writes.</summary>
internal static class BandFields
{
    private const int EntrySize = 12;

    // Scale, tie points, affine transformation, keys with their numbers and texts, GDAL's metadata (a band's name) and its missing value.
    private static readonly ushort[] Tags = [33550, 33922, 34264, 34735, 34736, 34737, 42112, TiffField.NoData];

    /// <summary>The fields.</summary>
    /// <exception cref="GdalException">GDAL cannot write them.</exception>
    public static IReadOnlyList<TiffField> Create(RasterBand band, Geotransform? place, RasterCrs? crs)
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

        return [.. Read(file.ToArray()).Where(field => Tags.Contains(field.Tag))];
    }

    private static IEnumerable<TiffField> Read(byte[] file)
    {
        var directory = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4));
        var count = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(directory));
        for (var at = directory + 2; at < directory + 2 + (count * EntrySize); at += EntrySize)
        {
            var type = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at + 2));
            var length = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at + 4)) * TiffTypes.SizeOf(type);
            var from = length <= 4 ? at + 8 : BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at + 8));
            yield return new TiffField(BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at)), type, file[from..(from + length)]);
        }
    }
}
