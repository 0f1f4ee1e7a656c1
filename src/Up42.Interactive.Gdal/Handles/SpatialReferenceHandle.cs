using System.Runtime.InteropServices;

namespace Up42.Interactive.Gdal;

/// <summary>A coordinate reference system that is ours.</summary>
internal sealed class SpatialReferenceHandle : SafeHandle
{
    internal SpatialReferenceHandle(nint handle)
        : base(0, ownsHandle: true) => SetHandle(handle);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeMethods.OSRRelease(handle);
        return true;
    }
}
