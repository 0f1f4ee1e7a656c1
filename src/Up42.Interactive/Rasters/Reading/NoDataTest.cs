using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>
/// Tells data from nodata in a band, as GDAL's own mask does: exactly for integers; for floats within rounding, computed in the band's own type,
/// so that a tag of six digits (-3.40282e+38) is the type's lowest value. NaN is never data.
/// </summary>
internal readonly struct NoDataTest
{
    private const float Tolerance = 1.1920929e-7f;

    private readonly bool _isSingle;
    private readonly bool _isDouble;
    private readonly double _noData;
    private readonly float _single;

    internal NoDataTest(RasterBand band, GdalDataType type)
    {
        _isSingle = type is GdalDataType.Float32 or GdalDataType.Float16 or GdalDataType.ComplexFloat32 or GdalDataType.ComplexFloat16;
        _isDouble = type is GdalDataType.Float64 or GdalDataType.ComplexFloat64;
        _noData = band.NoData ?? double.NaN;

        // What the type cannot hold no pixel can be.
        _single = double.IsFinite(_noData) && !float.IsFinite((float)_noData) ? float.NaN : (float)_noData;
    }

    internal bool IsData(double value) => !double.IsNaN(value)
        && (_isSingle ? !IsEqual((float)value, _single) : value != _noData && !(_isDouble && IsNear(value, _noData)));

    // The sum may overflow to infinity, which then takes in all values near the type's limit: so does GDAL's ARE_REAL_EQUAL.
    private static bool IsEqual(float a, float b) => a == b || MathF.Abs(a - b) < Tolerance * MathF.Abs(a + b) * 2;

    private static bool IsNear(double a, double b) => Math.Abs(a - b) < Tolerance * Math.Abs(a + b) * 2;
}
