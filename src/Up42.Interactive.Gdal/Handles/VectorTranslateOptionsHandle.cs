using System.Runtime.InteropServices;

namespace Up42.Interactive.Gdal;

/// <summary>The parsed arguments of a translation of vectors.</summary>
internal sealed class VectorTranslateOptionsHandle : SafeHandle
{
    internal VectorTranslateOptionsHandle(nint handle)
        : base(0, ownsHandle: true) => SetHandle(handle);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeMethods.GDALVectorTranslateOptionsFree(handle);
        return true;
    }
}
