namespace Up42.Interactive.Gdal;

/// <summary><c>GDALDataType</c>: how a band's pixels are stored. Int8 needs GDAL 3.7, the 16-bit floats 3.11.</summary>
internal enum GdalDataType
{
    Unknown = 0,
    Byte = 1,
    UInt16 = 2,
    Int16 = 3,
    UInt32 = 4,
    Int32 = 5,
    Float32 = 6,
    Float64 = 7,
    ComplexInt16 = 8,
    ComplexInt32 = 9,
    ComplexFloat32 = 10,
    ComplexFloat64 = 11,
    UInt64 = 12,
    Int64 = 13,
    Int8 = 14,
    Float16 = 15,
    ComplexFloat16 = 16,
}
