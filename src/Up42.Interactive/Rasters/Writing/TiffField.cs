using System.Runtime.InteropServices;

namespace Up42.Interactive;

/// <summary>A field of a TIFF's directory.</summary>
/// <param name="Tag">What it is about.</param>
/// <param name="Type">The number of the values' type.</param>
/// <param name="Bytes">The values, the lowest byte first.</param>
internal sealed record TiffField(ushort Tag, ushort Type, byte[] Bytes)
{
    /// <summary>The tag of GDAL's missing value, a text.</summary>
    public const ushort NoData = 42113;

    private const ushort ShortType = 3;
    private const ushort LongType = 4;
    private const ushort Long8Type = 16;

    /// <summary>How many values it has.</summary>
    public int Count => Bytes.Length / TiffTypes.SizeOf(Type);

    /// <summary>A field of small whole numbers.</summary>
    public static TiffField Short(ushort tag, ushort value) => new(tag, ShortType, BitConverter.GetBytes(value));

    /// <summary>A field of whole numbers.</summary>
    public static TiffField Long(ushort tag, params ReadOnlySpan<uint> values) => new(tag, LongType, MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>A field of places in a file.</summary>
    public static TiffField Places(ushort tag, IReadOnlyList<long> places, bool isBig) => isBig
        ? new(tag, Long8Type, MemoryMarshal.AsBytes<long>(places.ToArray()).ToArray())
        : Long(tag, [.. places.Select(place => (uint)place)]);
}
