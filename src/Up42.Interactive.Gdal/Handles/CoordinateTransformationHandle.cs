namespace Up42.Interactive.Gdal;

/// <summary>A transformation between two coordinate reference systems.</summary>
internal sealed class CoordinateTransformationHandle(nint handle) : GdalHandle(handle)
{
    protected override void Release(nint native) => NativeMethods.OCTDestroyCoordinateTransformation(native);
}
