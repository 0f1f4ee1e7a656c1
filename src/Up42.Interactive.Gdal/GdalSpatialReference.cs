using System.Globalization;
using System.Runtime.InteropServices;

namespace Up42.Interactive.Gdal;

/// <summary>A coordinate reference system. Coordinates go in and come out as x, y (longitude, latitude), whatever its authority's axis order.</summary>
internal sealed unsafe class GdalSpatialReference : IDisposable
{
    private const int TraditionalGisOrder = 0;

    private GdalSpatialReference(SpatialReferenceHandle handle)
    {
        Handle = handle;
        NativeMethods.OSRSetAxisMappingStrategy(handle, TraditionalGisOrder);
    }

    internal SpatialReferenceHandle Handle { get; }

    internal string Name => NativeMethods.OSRGetName(Handle) ?? string.Empty;

    internal bool IsGeographic => NativeMethods.OSRIsGeographic(Handle) != 0;

    /// <summary>The name of the axes' unit: "metre", "degree".</summary>
    internal string AxisUnit
    {
        get
        {
            nint name = 0;
            _ = IsGeographic ? NativeMethods.OSRGetAngularUnits(Handle, &name) : NativeMethods.OSRGetLinearUnits(Handle, &name);
            return Marshal.PtrToStringUTF8(name) ?? string.Empty;
        }
    }

    /// <summary>Its EPSG code, as it is written in the definition or as GDAL recognises it; null where neither gives one.</summary>
    internal int? Epsg
    {
        get
        {
            using var scope = GdalScope.Enter();
            if (ReadEpsg(Handle) is { } code)
            {
                return code;
            }

            using var copy = new SpatialReferenceHandle(NativeMethods.OSRClone(Handle.DangerousGetHandle()));
            return NativeMethods.OSRAutoIdentifyEPSG(copy) == 0 ? ReadEpsg(copy) : null;
        }
    }

    internal static GdalSpatialReference FromEpsg(int code)
    {
        using var scope = GdalScope.Enter();
        var handle = new SpatialReferenceHandle(NativeMethods.OSRNewSpatialReference(null));
        if (NativeMethods.OSRImportFromEPSG(handle, code) != 0)
        {
            handle.Dispose();
            throw scope.Error($"EPSG:{code.ToString(CultureInfo.InvariantCulture)}");
        }

        return new GdalSpatialReference(handle);
    }

    internal static GdalSpatialReference FromWkt(string wkt)
    {
        using var scope = GdalScope.Enter();
        var handle = NativeMethods.OSRNewSpatialReference(wkt);
        return handle == 0 ? throw scope.Error("Reading the coordinate reference system") : new GdalSpatialReference(new SpatialReferenceHandle(handle));
    }

    /// <summary>A copy of one that a dataset owns.</summary>
    internal static GdalSpatialReference Copy(nint reference) => new(new SpatialReferenceHandle(NativeMethods.OSRClone(reference)));

    /// <summary>Its definition as WKT, of the version that can express it.</summary>
    internal string ToWkt()
    {
        using var scope = GdalScope.Enter();
        return NativeMethods.OSRExportToWktEx(Handle, out var wkt, 0) == 0 && wkt is not null
            ? wkt
            : throw scope.Error("Writing the coordinate reference system as WKT");
    }

    public void Dispose() => Handle.Dispose();

    private static int? ReadEpsg(SpatialReferenceHandle handle)
        => NativeMethods.OSRGetAuthorityName(handle, null) == "EPSG"
           && int.TryParse(NativeMethods.OSRGetAuthorityCode(handle, null), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? code
            : null;
}
