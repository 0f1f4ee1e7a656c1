namespace Up42.Interactive.Gdal;

/// <summary>
/// The place of a raster by its ground control points: the polynomials that gdalwarp fits to them, of the second order from six points on. It
/// outlives its dataset and serves any thread.
/// </summary>
internal sealed unsafe class GdalGroundControl
{
    private readonly GcpTransformerHandle _handle;

    private GdalGroundControl(GcpTransformerHandle handle) => _handle = handle;

    /// <summary>The place of a dataset; null where it has too few points, or none that make a place.</summary>
    internal static GdalGroundControl? From(GdalDataset dataset)
    {
        using var scope = GdalScope.Enter();
        var count = NativeMethods.GDALGetGCPCount(dataset.Handle);
        if (count < 3)
        {
            return null;
        }

        var handle = new GcpTransformerHandle(NativeMethods.GDALCreateGCPTransformer(count, NativeMethods.GDALGetGCPs(dataset.Handle), 0, 0));
        return handle.IsInvalid ? null : new GdalGroundControl(handle);
    }

    /// <summary>Columns and rows become coordinates, in place; NaN where there are none.</summary>
    internal void ToCoordinates(Span<double> columns, Span<double> rows) => Transform(columns, rows, toPixels: 0);

    /// <summary>Coordinates become columns and rows, in place; NaN where there are none.</summary>
    internal void ToPixels(Span<double> x, Span<double> y) => Transform(x, y, toPixels: 1);

    private void Transform(Span<double> x, Span<double> y, int toPixels)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(y.Length, x.Length);
        using var scope = GdalScope.Enter();
        var (success, heights) = (new int[x.Length], new double[x.Length]);
        for (var i = 0; i < x.Length; i++)
        {
            // GDAL leaves out what is infinite, and computes on with NaN.
            x[i] = double.IsNaN(x[i]) || double.IsNaN(y[i]) ? double.PositiveInfinity : x[i];
        }

        fixed (double* firstX = x, firstY = y, firstZ = heights)
        fixed (int* firstSuccess = success)
        {
            _ = NativeMethods.GDALGCPTransform(_handle, toPixels, x.Length, firstX, firstY, firstZ, firstSuccess);
        }

        for (var i = 0; i < success.Length; i++)
        {
            if (success[i] == 0 || !double.IsFinite(x[i]) || !double.IsFinite(y[i]))
            {
                (x[i], y[i]) = (double.NaN, double.NaN);
            }
        }
    }
}
