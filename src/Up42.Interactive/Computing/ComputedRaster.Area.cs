namespace Up42.Interactive;

/// <summary>The area on the ground.</summary>
public sealed partial class ComputedRaster
{
    /// <summary>
    /// The area of the pixels that have a value, in square kilometres on the WGS 84 ellipsoid: each as large as it is on Earth, not in the projection.
    /// It reads the whole raster.
    /// </summary>
    /// <exception cref="Up42Exception">The raster has no place on Earth, or cannot be read.</exception>
    public double AreaSquareKilometers
    {
        get
        {
            var ground = _source.Grid.ToGround();
            return _source.Measure(ground.Measure, CancellationToken.None).Sum() / 1e6;
        }
    }
}
