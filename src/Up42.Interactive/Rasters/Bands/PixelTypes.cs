namespace Up42.Interactive;

/// <summary>Facts about <see cref="PixelType"/>.</summary>
internal static class PixelTypes
{
    /// <summary>The name that displays use, NumPy's: "uint8", "float32", "complex64".</summary>
    public static string ToText(this PixelType type) => type switch
    {
        PixelType.ComplexInt16 => "complex_int16",
        PixelType.ComplexInt32 => "complex_int32",
        PixelType.ComplexFloat16 => "complex32",
        PixelType.ComplexFloat32 => "complex64",
        PixelType.ComplexFloat64 => "complex128",
        _ => type.ToString().ToLowerInvariant(),
    };

    /// <summary>Whether pixels are whole numbers; complex numbers are not, since they are shown as their magnitude.</summary>
    public static bool IsInteger(this PixelType type) => type is >= PixelType.UInt8 and <= PixelType.Int64;

    /// <summary>Whether pixels are whole numbers of at most 16 bits, few enough to count each.</summary>
    public static bool IsSmallInteger(this PixelType type) => type is >= PixelType.UInt8 and <= PixelType.Int16;

    /// <summary>Whether pixels are whole numbers from 0 on: counts and digital numbers.</summary>
    public static bool IsUnsigned(this PixelType type) => type is PixelType.UInt8 or PixelType.UInt16 or PixelType.UInt32 or PixelType.UInt64;

    /// <summary>The smallest and the largest value of a whole-number type; 0 and 1 for all others.</summary>
    public static (double Minimum, double Maximum) Limits(this PixelType type) => type switch
    {
        PixelType.UInt8 => (byte.MinValue, byte.MaxValue),
        PixelType.Int8 => (sbyte.MinValue, sbyte.MaxValue),
        PixelType.UInt16 => (ushort.MinValue, ushort.MaxValue),
        PixelType.Int16 => (short.MinValue, short.MaxValue),
        PixelType.UInt32 => (uint.MinValue, uint.MaxValue),
        PixelType.Int32 => (int.MinValue, int.MaxValue),
        PixelType.UInt64 => (ulong.MinValue, ulong.MaxValue),
        PixelType.Int64 => (long.MinValue, long.MaxValue),
        _ => (0, 1),
    };
}
