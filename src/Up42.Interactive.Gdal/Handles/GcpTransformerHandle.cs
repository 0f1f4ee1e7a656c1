using System.Runtime.InteropServices;

namespace Up42.Interactive.Gdal;

/// <summary>A transformer made by <c>GDALCreateGCPTransformer</c>.</summary>
internal sealed class GcpTransformerHandle : SafeHandle
{
    internal GcpTransformerHandle(nint transformer)
        : base(0, ownsHandle: true) => SetHandle(transformer);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeMethods.GDALDestroyGCPTransformer(handle);
        return true;
    }
}
