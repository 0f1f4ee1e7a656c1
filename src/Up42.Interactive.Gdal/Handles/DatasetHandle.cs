using System.Runtime.InteropServices;

namespace Up42.Interactive.Gdal;

/// <summary>An open dataset. It serves one thread at a time.</summary>
internal sealed class DatasetHandle : SafeHandle
{
    internal DatasetHandle(nint handle)
        : base(0, ownsHandle: true) => SetHandle(handle);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        using var scope = GdalScope.Enter();
        NativeMethods.GDALClose(handle);
        return true;
    }
}
