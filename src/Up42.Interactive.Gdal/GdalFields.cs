using System.Runtime.InteropServices;

namespace Up42.Interactive.Gdal;

/// <summary>The fields of a layer, for what they take as GeoJSON: each feature names all of them.</summary>
internal sealed unsafe class GdalFields
{
    // GDAL's numbers of types of fields.
    private const int Text = 4;
    private const int Binary = 8;

    private const long BytesOfFeature = 60;
    private const long BytesOfValue = 8;

    private readonly List<(int Index, bool IsBinary)> _long = [];
    private readonly long _bytes = BytesOfFeature;

    /// <param name="definition">GDAL's definition of the layer.</param>
    internal GdalFields(nint definition)
    {
        for (var index = 0; index < NativeMethods.OGR_FD_GetFieldCount(definition); index++)
        {
            var field = NativeMethods.OGR_FD_GetFieldDefn(definition, index);
            _bytes += BytesOfValue + Length(NativeMethods.OGR_Fld_GetNameRef(field));
            var type = NativeMethods.OGR_Fld_GetType(field);
            if (type is Text or Binary)
            {
                _long.Add((index, type == Binary));
            }
        }
    }

    /// <summary>About how many bytes a feature takes without its geometry.</summary>
    internal long CountBytes(nint feature)
    {
        var bytes = _bytes;
        foreach (var (index, isBinary) in _long)
        {
            if (isBinary)
            {
                _ = NativeMethods.OGR_F_GetFieldAsBinary(feature, index, out var length);
                bytes += 2L * length;
            }
            else
            {
                bytes += Length(NativeMethods.OGR_F_GetFieldAsString(feature, index));
            }
        }

        return bytes;
    }

    private static int Length(byte* text) => MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text).Length;
}
