namespace Up42.Interactive.Gdal;

/// <summary><c>GDALColorInterp</c>: what a band stands for. GDAL 3.10 and later know more values.</summary>
internal enum GdalColorInterpretation
{
    Undefined = 0,
    Gray = 1,
    Palette = 2,
    Red = 3,
    Green = 4,
    Blue = 5,
    Alpha = 6,
}
