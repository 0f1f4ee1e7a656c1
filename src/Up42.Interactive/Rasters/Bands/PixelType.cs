namespace Up42.Interactive;

#pragma warning disable CA1720 // These are the names that everybody has for them.
/// <summary>The data type of a band's pixels.</summary>
public enum PixelType
{
    /// <summary>A type that this library does not know.</summary>
    Unknown = 0,

    /// <summary>Unsigned whole numbers of 8 bits: 0 to 255.</summary>
    UInt8,

    /// <summary>Signed whole numbers of 8 bits: −128 to 127.</summary>
    Int8,

    /// <summary>Unsigned whole numbers of 16 bits: 0 to 65,535.</summary>
    UInt16,

    /// <summary>Signed whole numbers of 16 bits: −32,768 to 32,767.</summary>
    Int16,

    /// <summary>Unsigned whole numbers of 32 bits.</summary>
    UInt32,

    /// <summary>Signed whole numbers of 32 bits.</summary>
    Int32,

    /// <summary>Unsigned whole numbers of 64 bits.</summary>
    UInt64,

    /// <summary>Signed whole numbers of 64 bits.</summary>
    Int64,

    /// <summary>Floating point numbers of 16 bits.</summary>
    Float16,

    /// <summary>Floating point numbers of 32 bits.</summary>
    Float32,

    /// <summary>Floating point numbers of 64 bits.</summary>
    Float64,

    /// <summary>Complex numbers of two 16-bit whole numbers.</summary>
    ComplexInt16,

    /// <summary>Complex numbers of two 32-bit whole numbers.</summary>
    ComplexInt32,

    /// <summary>Complex numbers of two 16-bit floating point numbers.</summary>
    ComplexFloat16,

    /// <summary>Complex numbers of two 32-bit floating point numbers.</summary>
    ComplexFloat32,

    /// <summary>Complex numbers of two 64-bit floating point numbers.</summary>
    ComplexFloat64,
}
