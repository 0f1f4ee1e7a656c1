using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Up42.Interactive.Gdal;

/// <summary>A coordinate reference system. Coordinates go in and come out as x, y (longitude, latitude), whatever its authority's axis order.</summary>
internal sealed unsafe partial class GdalSpatialReference : IDisposable
{
    private const int TraditionalGisOrder = 0;

    private GdalSpatialReference(SpatialReferenceHandle handle)
    {
        Handle = handle;
        NativeMethods.OSRSetAxisMappingStrategy(handle, TraditionalGisOrder);
    }

    internal SpatialReferenceHandle Handle { get; }

    internal string Name
    {
        get
        {
            using var scope = GdalScope.Enter();
            return NativeMethods.OSRGetName(Handle) ?? string.Empty;
        }
    }

    internal bool IsGeographic
    {
        get
        {
            using var scope = GdalScope.Enter();
            return NativeMethods.OSRIsGeographic(Handle) != 0;
        }
    }

    /// <summary>Whether it is an engineering system, which has no place on Earth: that of a building or a mine.</summary>
    internal bool IsLocal
    {
        get
        {
            using var scope = GdalScope.Enter();
            return NativeMethods.OSRIsLocal(Handle) != 0;
        }
    }

    /// <summary>The name of the axes' unit: "metre", "degree".</summary>
    internal string AxisUnit
    {
        get
        {
            using var scope = GdalScope.Enter();
            nint name = 0;
            _ = IsGeographic ? NativeMethods.OSRGetAngularUnits(Handle, &name) : NativeMethods.OSRGetLinearUnits(Handle, &name);
            return Marshal.PtrToStringUTF8(name) ?? string.Empty;
        }
    }

    /// <summary>The length of the axes' unit in radians, where it is geographic.</summary>
    internal double RadiansPerUnit
    {
        get
        {
            using var scope = GdalScope.Enter();
            return NativeMethods.OSRGetAngularUnits(Handle, null);
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
            return NativeMethods.OSRAutoIdentifyEPSG(copy) == 0 && ReadEpsg(copy) is { } found && IsSame(found) ? found : null;
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

    /// <summary>A copy of one that a dataset owns, without the grids that it names: PROJ would open whatever file they point at.</summary>
    internal static GdalSpatialReference Copy(nint reference)
    {
        using var scope = GdalScope.Enter();
        var copy = new GdalSpatialReference(new SpatialReferenceHandle(NativeMethods.OSRClone(reference)));
        if (!copy.NamesGrids)
        {
            return copy;
        }

        using (copy)
        {
            var plain = FromWkt(Grids().Replace(copy.ToWkt(), string.Empty));
            return !plain.NamesGrids ? plain : throw new GdalException("The coordinate reference system names a grid file, which is not opened.");
        }
    }

    /// <summary>Whether one that a dataset owns names grids.</summary>
    internal static bool HasGrids(nint reference)
    {
        using var scope = GdalScope.Enter();
        using var copy = new GdalSpatialReference(new SpatialReferenceHandle(NativeMethods.OSRClone(reference)));
        return copy.NamesGrids;
    }

    /// <summary>Its definition as WKT, of the version that can express it.</summary>
    internal string ToWkt()
    {
        using var scope = GdalScope.Enter();
        return NativeMethods.OSRExportToWktEx(Handle, out var wkt, 0) == 0 && wkt is not null
            ? wkt
            : throw scope.Error("Writing the coordinate reference system as WKT");
    }

    public void Dispose() => Handle.Dispose();

    /// <summary>GDAL recognises zones of UTM by their parameters alone, whatever their unit.</summary>
    private bool IsSame(int code)
    {
        using var official = new SpatialReferenceHandle(NativeMethods.OSRNewSpatialReference(null));
        return NativeMethods.OSRImportFromEPSG(official, code) == 0
            && (NativeMethods.OSRIsGeographic(Handle) != 0 || NativeMethods.OSRGetLinearUnits(Handle, null) == NativeMethods.OSRGetLinearUnits(official, null));
    }

    // EPSG:3857 names @null, which is no grid.
    private bool NamesGrids => ToWkt().Replace("nadgrids=@null", string.Empty, StringComparison.OrdinalIgnoreCase) is var wkt
        && (wkt.Contains("grids", StringComparison.OrdinalIgnoreCase) || wkt.Contains("PARAMETERFILE", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("""\s*,\s*EXTENSION\s*\[\s*"PROJ4(_GRIDS)?"\s*,\s*"[^"]*"\s*\]""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Grids();

    private static int? ReadEpsg(SpatialReferenceHandle handle)
        => NativeMethods.OSRGetAuthorityName(handle, null) == "EPSG"
           && int.TryParse(NativeMethods.OSRGetAuthorityCode(handle, null), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? code
            : null;
}
