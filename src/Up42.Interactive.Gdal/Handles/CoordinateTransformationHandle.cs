using System.Runtime.InteropServices;

namespace Up42.Interactive.Gdal;

/// <summary>A transformation between two coordinate reference systems.</summary>
internal sealed class CoordinateTransformationHandle : SafeHandle
{
    internal CoordinateTransformationHandle(nint handle)
        : base(0, ownsHandle: true) => SetHandle(handle);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeMethods.OCTDestroyCoordinateTransformation(handle);
        return true;
    }
}
