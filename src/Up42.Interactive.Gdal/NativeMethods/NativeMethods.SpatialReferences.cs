using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Up42.Interactive.Gdal;

// https://gdal.org/api/ogr_srs_api.html
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Gdal, EntryPoint = "OSRNewSpatialReference", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint OSRNewSpatialReference(string? wkt);

    [LibraryImport(Gdal, EntryPoint = "OSRClone")]
    internal static partial nint OSRClone(nint reference);

    [LibraryImport(Gdal, EntryPoint = "OSRRelease")]
    internal static partial void OSRRelease(nint reference);

    [LibraryImport(Gdal, EntryPoint = "OSRImportFromEPSG")]
    internal static partial int OSRImportFromEPSG(SpatialReferenceHandle reference, int code);

    [LibraryImport(Gdal, EntryPoint = "OSRSetAxisMappingStrategy")]
    internal static partial void OSRSetAxisMappingStrategy(SpatialReferenceHandle reference, int strategy);

    [LibraryImport(Gdal, EntryPoint = "OSRAutoIdentifyEPSG")]
    internal static partial int OSRAutoIdentifyEPSG(SpatialReferenceHandle reference);

    [LibraryImport(Gdal, EntryPoint = "OSRGetName")]
    [return: MarshalUsing(typeof(LibraryOwnedStringMarshaller))]
    internal static partial string? OSRGetName(SpatialReferenceHandle reference);

    [LibraryImport(Gdal, EntryPoint = "OSRGetAuthorityName", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalUsing(typeof(LibraryOwnedStringMarshaller))]
    internal static partial string? OSRGetAuthorityName(SpatialReferenceHandle reference, string? key);

    [LibraryImport(Gdal, EntryPoint = "OSRGetAuthorityCode", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalUsing(typeof(LibraryOwnedStringMarshaller))]
    internal static partial string? OSRGetAuthorityCode(SpatialReferenceHandle reference, string? key);

    [LibraryImport(Gdal, EntryPoint = "OSRIsGeographic")]
    internal static partial int OSRIsGeographic(SpatialReferenceHandle reference);

    [LibraryImport(Gdal, EntryPoint = "OSRIsLocal")]
    internal static partial int OSRIsLocal(SpatialReferenceHandle reference);

    [LibraryImport(Gdal, EntryPoint = "OSRGetLinearUnits")]
    internal static partial double OSRGetLinearUnits(SpatialReferenceHandle reference, nint* name);

    [LibraryImport(Gdal, EntryPoint = "OSRGetAngularUnits")]
    internal static partial double OSRGetAngularUnits(SpatialReferenceHandle reference, nint* name);

    [LibraryImport(Gdal, EntryPoint = "OSRExportToWktEx")]
    internal static partial int OSRExportToWktEx(SpatialReferenceHandle reference,
        [MarshalUsing(typeof(CallerOwnedStringMarshaller))] out string? wkt, nint options);

    [LibraryImport(Gdal, EntryPoint = "OSRSetPROJEnableNetwork")]
    internal static partial void OSRSetPROJEnableNetwork(int isEnabled);

    [LibraryImport(Gdal, EntryPoint = "OSRGetPROJSearchPaths")]
    internal static partial nint OSRGetPROJSearchPaths();

    [LibraryImport(Gdal, EntryPoint = "OSRSetPROJSearchPaths")]
    internal static partial void OSRSetPROJSearchPaths(nint paths);

    [LibraryImport(Gdal, EntryPoint = "OCTNewCoordinateTransformation")]
    internal static partial nint OCTNewCoordinateTransformation(SpatialReferenceHandle source, SpatialReferenceHandle target);

    [LibraryImport(Gdal, EntryPoint = "OCTDestroyCoordinateTransformation")]
    internal static partial void OCTDestroyCoordinateTransformation(nint transformation);

    [LibraryImport(Gdal, EntryPoint = "OCTTransformEx")]
    internal static partial int OCTTransformEx(CoordinateTransformationHandle transformation, int count, double* x, double* y, double* z, int* success);
}
