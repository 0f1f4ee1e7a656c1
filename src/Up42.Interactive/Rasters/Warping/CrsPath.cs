using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>The way from one coordinate reference system to another, kept for many coordinates. It serves one thread at a time.</summary>
internal sealed class CrsPath : IDisposable
{
    private readonly GdalSpatialReference _from;
    private readonly GdalSpatialReference _to;
    private readonly GdalTransformation? _transformation;

    /// <exception cref="Up42Exception">There is no way between the two.</exception>
    public CrsPath(RasterCrs from, RasterCrs to)
    {
        (_from, _to) = (GdalSpatialReference.FromWkt(from.Wkt), GdalSpatialReference.FromWkt(to.Wkt));
        try
        {
            _transformation = from.Epsg is not null && from.Epsg == to.Epsg ? null : new GdalTransformation(_from, _to);
        }
        catch (GdalException exception)
        {
            Dispose();
            throw new Up42Exception($"There is no way from {from} to {to}: {exception.Message}", exception);
        }
    }

    /// <summary>Transforms coordinates in place; NaN where they have no place.</summary>
    public void Transform(Span<double> x, Span<double> y) => _transformation?.Transform(x, y);

    /// <inheritdoc/>
    public void Dispose()
    {
        _transformation?.Dispose();
        _from.Dispose();
        _to.Dispose();
    }
}
