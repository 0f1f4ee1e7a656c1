namespace Up42.Interactive.Gdal;

/// <summary>A coordinate reference system that is ours.</summary>
internal sealed class SpatialReferenceHandle(nint handle) : GdalHandle(handle)
{
    protected override void Release(nint native) => NativeMethods.OSRRelease(native);
}
