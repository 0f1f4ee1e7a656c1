namespace Up42.Interactive.Gdal;

/// <summary>The parsed arguments of a warp.</summary>
internal sealed class WarpOptionsHandle(nint handle) : GdalHandle(handle)
{
    protected override void Release(nint native) => NativeMethods.GDALWarpAppOptionsFree(native);
}
