using System.Runtime.InteropServices;

namespace Up42.Interactive.Gdal;

/// <summary>The first fields of <c>VSIFilesystemPluginCallbacksStruct</c>, in the order of <c>cpl_vsi.h</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VirtualFileCallbacks
{
    internal nint UserData;
    internal nint Stat;
    internal nint Unlink;
    internal nint Rename;
    internal nint MakeDirectory;
    internal nint RemoveDirectory;
    internal nint ReadDirectory;
    internal delegate* unmanaged[Cdecl]<nint, byte*, byte*, nint> Open;
    internal delegate* unmanaged[Cdecl]<nint, ulong> Tell;
    internal delegate* unmanaged[Cdecl]<nint, ulong, int, int> Seek;
    internal delegate* unmanaged[Cdecl]<nint, byte*, nuint, nuint, nuint> Read;
    internal delegate* unmanaged[Cdecl]<nint, int, byte**, ulong*, nuint*, int> ReadRanges;
    internal nint RangeStatus;
    internal delegate* unmanaged[Cdecl]<nint, int> IsAtEnd;
    internal nint Write;
    internal nint Flush;
    internal nint Truncate;
    internal delegate* unmanaged[Cdecl]<nint, int> Close;
}
