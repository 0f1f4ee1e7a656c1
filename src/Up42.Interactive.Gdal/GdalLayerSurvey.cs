namespace Up42.Interactive.Gdal;

/// <summary>What the features of a layer are, as GeoJSON would have them.</summary>
/// <param name="Curves">Geometries with curves.</param>
/// <param name="CollectionsOfCurves">Collections with curves.</param>
/// <param name="Surfaces">Surfaces in space.</param>
/// <param name="Bytes">About how many bytes they take as GeoJSON.</param>
internal readonly record struct GdalLayerSurvey(int Curves, int CollectionsOfCurves, int Surfaces, long Bytes)
{
    private const uint Collection = 7;
    private const uint PolyhedralSurface = 15;
    private const uint Triangle = 17;
    private const uint Is25D = 0x80000000;

    // Of a position: 16 bytes of WKB become two numbers of up to 20 letters.
    private const double LettersPerByte = 2.5;

    /// <summary>The same with one feature more.</summary>
    /// <param name="geometry">Its geometry; 0 where it has none.</param>
    /// <param name="bytes">What its properties take.</param>
    internal GdalLayerSurvey With(nint geometry, long bytes)
    {
        if (geometry == 0)
        {
            return this with { Bytes = Bytes + bytes };
        }

        var type = (NativeMethods.OGR_G_GetGeometryType(geometry) & ~Is25D) % 1000;
        var isBent = NativeMethods.OGR_G_HasCurveGeometry(geometry, 1) != 0;
        return new GdalLayerSurvey(
            Curves + (isBent && type != Collection ? 1 : 0),
            CollectionsOfCurves + (isBent && type == Collection ? 1 : 0),
            Surfaces + (type is >= PolyhedralSurface and <= Triangle ? 1 : 0),
            Bytes + bytes + (long)(LettersPerByte * (uint)NativeMethods.OGR_G_WkbSize(geometry)));
    }
}
