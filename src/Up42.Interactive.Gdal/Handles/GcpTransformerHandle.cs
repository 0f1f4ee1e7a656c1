namespace Up42.Interactive.Gdal;

/// <summary>A transformer made by <c>GDALCreateGCPTransformer</c>.</summary>
internal sealed class GcpTransformerHandle(nint transformer) : GdalHandle(transformer)
{
    protected override void Release(nint native) => NativeMethods.GDALDestroyGCPTransformer(native);
}
