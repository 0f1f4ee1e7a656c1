using System.Runtime.InteropServices;

namespace Up42.Interactive.Gdal;

// https://gdal.org/api/cpl.html#cpl-vsi-h
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Gdal, EntryPoint = "VSIGetMemFileBuffer", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint VSIGetMemFileBuffer(string path, out ulong length, [MarshalAs(UnmanagedType.Bool)] bool unlinkAndSeize);

    [LibraryImport(Gdal, EntryPoint = "VSIUnlink", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int VSIUnlink(string path);

    /// <summary>Room for the functions, made by GDAL: later versions know more of them, which stay empty.</summary>
    [LibraryImport(Gdal, EntryPoint = "VSIAllocFilesystemPluginCallbacksStruct")]
    internal static partial VirtualFileCallbacks* VSIAllocFilesystemPluginCallbacksStruct();

    [LibraryImport(Gdal, EntryPoint = "VSIFreeFilesystemPluginCallbacksStruct")]
    internal static partial void VSIFreeFilesystemPluginCallbacksStruct(VirtualFileCallbacks* callbacks);

    /// <summary>Copies the functions; from then on they serve all paths that begin with the prefix.</summary>
    [LibraryImport(Gdal, EntryPoint = "VSIInstallPluginHandler")]
    internal static partial int VSIInstallPluginHandler(nint prefix, VirtualFileCallbacks* callbacks);
}
