namespace Up42.Interactive.Gdal;

/// <summary>The parsed arguments of a translation of vectors.</summary>
internal sealed class VectorTranslateOptionsHandle(nint handle) : GdalHandle(handle)
{
    protected override void Release(nint native) => NativeMethods.GDALVectorTranslateOptionsFree(native);
}
