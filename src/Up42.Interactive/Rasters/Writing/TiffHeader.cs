using System.Globalization;
using System.Text;

namespace Up42.Interactive;

/// <summary>The beginning of a TIFF: directory after directory, each followed by the values that do not fit into it.</summary>
internal static class TiffHeader
{
    /// <summary>The bytes.</summary>
    /// <param name="ghost">What stands before the first directory, for GDAL: how the file is laid out.</param>
    /// <param name="directories">The fields of each directory.</param>
    /// <param name="isBig">Whether places take eight bytes, as in BigTIFF.</param>
    public static byte[] Write(string ghost, IEnumerable<IEnumerable<TiffField>> directories, bool isBig)
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("II"u8);
        writer.Write((ushort)(isBig ? 43 : 42));
        if (isBig)
        {
            writer.Write(8);
        }

        var link = file.Position;
        Place(0);
        var layout = string.Create(CultureInfo.InvariantCulture, $"GDAL_STRUCTURAL_METADATA_SIZE={ghost.Length:000000} bytes\n{ghost}");
        writer.Write(Encoding.ASCII.GetBytes(layout));
        foreach (var directory in directories)
        {
            Align();
            var start = file.Position;
            file.Position = link;
            Place(start);
            file.Position = start;
            link = Directory([.. directory.OrderBy(field => field.Tag)]);
        }

        Align();
        return file.ToArray();

        // A directory and its long values; where the link to the next one stands.
        long Directory(IReadOnlyList<TiffField> fields)
        {
            if (isBig)
            {
                writer.Write((long)fields.Count);
            }
            else
            {
                writer.Write((ushort)fields.Count);
            }

            var wide = isBig ? 8 : 4;
            var next = file.Position + (fields.Count * (4 + (2 * wide)));
            var values = new MemoryStream();
            foreach (var field in fields)
            {
                writer.Write(field.Tag);
                writer.Write(field.Type);
                Place(field.Count);
                if (field.Bytes.Length <= wide)
                {
                    writer.Write([.. field.Bytes, .. new byte[wide - field.Bytes.Length]]);
                    continue;
                }

                Place(next + wide + values.Position);
                values.Write([.. field.Bytes, .. new byte[-field.Bytes.Length & 7]]);
            }

            Place(0);
            values.WriteTo(file);
            return next;
        }

        void Place(long place)
        {
            if (isBig)
            {
                writer.Write(place);
            }
            else
            {
                writer.Write((uint)place);
            }
        }

        void Align() => file.Write(new byte[-file.Position & 7]);
    }
}
