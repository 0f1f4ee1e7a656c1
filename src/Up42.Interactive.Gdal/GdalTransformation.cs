namespace Up42.Interactive.Gdal;

/// <summary>Takes coordinates from one coordinate reference system to another, as x, y.</summary>
internal sealed unsafe class GdalTransformation : IDisposable
{
    // No coordinate on Earth is as large in any unit. GDAL takes longitudes back into range turn by turn, which for larger ones never ends.
    private const double Farthest = 1e9;

    private readonly CoordinateTransformationHandle _handle;

    internal GdalTransformation(GdalSpatialReference source, GdalSpatialReference target)
    {
        using var scope = GdalScope.Enter();
        _handle = new CoordinateTransformationHandle(NativeMethods.OCTNewCoordinateTransformation(source.Handle, target.Handle));
        if (_handle.IsInvalid)
        {
            throw scope.Error($"Transforming {source.Name} to {target.Name}");
        }
    }

    /// <summary>Transforms in place. A point that has no image becomes NaN.</summary>
    internal void Transform(Span<double> x, Span<double> y)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(y.Length, x.Length);
        for (var i = 0; i < x.Length; i++)
        {
            if (!(Math.Abs(x[i]) <= Farthest && Math.Abs(y[i]) <= Farthest))
            {
                (x[i], y[i]) = (double.PositiveInfinity, double.PositiveInfinity);
            }
        }

        using var scope = GdalScope.Enter();
        var success = new int[x.Length];
        fixed (double* firstX = x, firstY = y)
        fixed (int* firstSuccess = success)
        {
            _ = NativeMethods.OCTTransformEx(_handle, x.Length, firstX, firstY, null, firstSuccess);
        }

        for (var i = 0; i < success.Length; i++)
        {
            if (success[i] == 0 || !double.IsFinite(x[i]) || !double.IsFinite(y[i]))
            {
                (x[i], y[i]) = (double.NaN, double.NaN);
            }
        }
    }

    public void Dispose() => _handle.Dispose();
}
