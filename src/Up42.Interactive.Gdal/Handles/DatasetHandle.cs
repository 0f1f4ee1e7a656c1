namespace Up42.Interactive.Gdal;

/// <summary>An open dataset. It serves one thread at a time.</summary>
internal sealed class DatasetHandle(nint handle) : GdalHandle(handle)
{
    protected override void Release(nint native) => NativeMethods.GDALClose(native);
}
