using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>Tells data from nodata in a band, as GDAL's own mask does: exactly for integers, within rounding for floats. NaN is never data.</summary>
internal readonly struct NoDataTest(RasterBand band, GdalDataType type)
{
    private const double FloatTolerance = 2 * 1.1920928955078125e-7;

    private readonly double _noData = band.NoData ?? double.NaN;
    private readonly bool _isFloat = type is GdalDataType.Float32 or GdalDataType.Float64 or GdalDataType.Float16 || type.IsComplex();

    internal bool IsData(double value)
        => !double.IsNaN(value) && value != _noData && !(_isFloat && Math.Abs(value - _noData) < FloatTolerance * Math.Abs(value + _noData));
}
