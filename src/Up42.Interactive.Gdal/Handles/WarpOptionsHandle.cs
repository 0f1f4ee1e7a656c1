using System.Runtime.InteropServices;

namespace Up42.Interactive.Gdal;

/// <summary>The parsed arguments of a warp.</summary>
internal sealed class WarpOptionsHandle : SafeHandle
{
    internal WarpOptionsHandle(nint handle)
        : base(0, ownsHandle: true) => SetHandle(handle);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeMethods.GDALWarpAppOptionsFree(handle);
        return true;
    }
}
