namespace Up42.Interactive.Gdal;

/// <summary>Facts about <see cref="GdalDataType"/>.</summary>
internal static class GdalDataTypes
{
    /// <summary>The type of .NET's <typeparamref name="T"/>.</summary>
    internal static GdalDataType Of<T>()
        where T : unmanaged
        => Type.GetTypeCode(typeof(T)) switch
        {
            TypeCode.Byte => GdalDataType.Byte,
            TypeCode.UInt16 => GdalDataType.UInt16,
            TypeCode.Int16 => GdalDataType.Int16,
            TypeCode.UInt32 => GdalDataType.UInt32,
            TypeCode.Int32 => GdalDataType.Int32,
            TypeCode.UInt64 => GdalDataType.UInt64,
            TypeCode.Int64 => GdalDataType.Int64,
            TypeCode.Single => GdalDataType.Float32,
            TypeCode.Double => GdalDataType.Float64,
            _ when typeof(T) == typeof(System.Numerics.Complex) => GdalDataType.ComplexFloat64,
            _ => throw new NotSupportedException($"GDAL has no pixels of type {typeof(T).Name}."),
        };

    internal static bool IsComplex(this GdalDataType type)
        => type is (>= GdalDataType.ComplexInt16 and <= GdalDataType.ComplexFloat64) or GdalDataType.ComplexFloat16;

    /// <summary>Bytes per pixel.</summary>
    internal static int Size(this GdalDataType type) => type switch
    {
        GdalDataType.Byte or GdalDataType.Int8 => 1,
        GdalDataType.UInt16 or GdalDataType.Int16 or GdalDataType.Float16 => 2,
        GdalDataType.Float64 or GdalDataType.UInt64 or GdalDataType.Int64 or GdalDataType.ComplexFloat32 or GdalDataType.ComplexInt32 => 8,
        GdalDataType.ComplexFloat64 => 16,
        _ => 4,
    };
}
