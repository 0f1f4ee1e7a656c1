using System.Buffers.Binary;

namespace Up42.Interactive;

/// <summary>Reads numbers and bytes anywhere in a file.</summary>
/// <param name="file">The file, which is not closed.</param>
internal sealed class ContainerReader(Stream file)
{
    /// <summary>The length of the file.</summary>
    public long Length { get; } = file.Length;

    /// <summary>Whether numbers begin with their lowest byte, as in half of all TIFFs.</summary>
    public bool IsLittleEndian { get; set; }

    /// <summary>Bytes from a place on.</summary>
    /// <exception cref="EndOfStreamException">The file ends before.</exception>
    public byte[] Read(long offset, int count)
    {
        if (offset < 0 || offset > Length - count)
        {
            throw new EndOfStreamException();
        }

        var bytes = new byte[count];
        file.Position = offset;
        file.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>A number of two, four or eight bytes without a sign; those beyond <see cref="long.MaxValue"/> are that.</summary>
    public long Number(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        2 => IsLittleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes),
        4 => IsLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes),
        _ => (long)Math.Min(
            long.MaxValue, IsLittleEndian ? BinaryPrimitives.ReadUInt64LittleEndian(bytes) : BinaryPrimitives.ReadUInt64BigEndian(bytes)),
    };
}
