namespace Up42.Interactive;

/// <summary>
/// An index over bands, known by its name in every formula: <c>PlotOptions.Expression = "NDVI"</c>, <c>"where(NDWI > 0, 1, 0)"</c>. Formulas name
/// bands by STAC's common names and take physical values.
/// </summary>
/// <param name="Name">The short name; letter case does not matter.</param>
/// <param name="Title">The name in words.</param>
/// <param name="Formula">The formula, over common names of bands.</param>
/// <param name="Minimum">The least value of the usual domain, which a picture shows in the first colour.</param>
/// <param name="Maximum">The greatest value of the usual domain, which a picture shows in the last colour.</param>
/// <param name="ColorScale">The colours that suit it; the middle one stands for 0.</param>
/// <param name="Reference">Where it was published.</param>
public sealed record SpectralIndex(
    string Name, string Title, string Formula, double Minimum, double Maximum, ColorScale ColorScale, string Reference)
{
    /// <summary>The indices that formulas know.</summary>
    public static IReadOnlyList<SpectralIndex> All { get; } =
    [
        new("NDVI", "normalised difference vegetation index", "(nir - red) / (nir + red)", -0.2, 0.9, ColorScale.Vegetation,
            "Rouse et al. 1974, NASA SP-351"),
        new("GNDVI", "green NDVI", "(nir - green) / (nir + green)", -0.2, 0.9, ColorScale.Vegetation,
            "Gitelson et al. 1996, doi:10.1016/S0034-4257(96)00072-7"),
        new("EVI", "enhanced vegetation index", "2.5 * (nir - red) / (nir + 6 * red - 7.5 * blue + 1)", -0.2, 0.9, ColorScale.Vegetation,
            "Huete et al. 2002, doi:10.1016/S0034-4257(02)00096-2") { IsOfReflectance = true },
        new("EVI2", "enhanced vegetation index of two bands", "2.5 * (nir - red) / (nir + 2.4 * red + 1)", -0.2, 0.9, ColorScale.Vegetation,
            "Jiang et al. 2008, doi:10.1016/j.rse.2008.06.006") { IsOfReflectance = true },
        new("SAVI", "soil-adjusted vegetation index, L = 0.5", "1.5 * (nir - red) / (nir + red + 0.5)", -0.2, 0.9, ColorScale.Vegetation,
            "Huete 1988, doi:10.1016/0034-4257(88)90106-X") { IsOfReflectance = true },
        new("MSAVI", "modified soil-adjusted vegetation index (MSAVI2)", "(2 * nir + 1 - sqrt((2 * nir + 1) ^ 2 - 8 * (nir - red))) / 2", -0.2, 0.9,
            ColorScale.Vegetation, "Qi et al. 1994, doi:10.1016/0034-4257(94)90134-1") { IsOfReflectance = true },
        new("NDWI", "normalised difference water index", "(green - nir) / (green + nir)", -0.8, 0.8, ColorScale.Water,
            "McFeeters 1996, doi:10.1080/01431169608948714"),
        new("MNDWI", "modified NDWI", "(green - swir16) / (green + swir16)", -0.8, 0.8, ColorScale.Water, "Xu 2006, doi:10.1080/01431160600589179"),
        new("NDMI", "normalised difference moisture index", "(nir - swir16) / (nir + swir16)", -0.6, 0.6, ColorScale.Water,
            "Wilson and Sader 2002, doi:10.1016/S0034-4257(01)00318-2"),
        new("NDBI", "normalised difference built-up index", "(swir16 - nir) / (swir16 + nir)", -0.6, 0.6, ColorScale.BlueRed,
            "Zha et al. 2003, doi:10.1080/01431160304987"),
        new("NBR", "normalised burn ratio", "(nir - swir22) / (nir + swir22)", -0.5, 0.9, ColorScale.Vegetation,
            "Key and Benson 2006, USDA RMRS-GTR-164-CD"),
        new("NDSI", "normalised difference snow index", "(green - swir16) / (green + swir16)", -0.8, 0.8, ColorScale.Water,
            "Hall et al. 1995, doi:10.1016/0034-4257(95)00137-P"),
        new("VARI", "visible atmospherically resistant index", "(green - red) / (green + red - blue)", -0.5, 0.5, ColorScale.Vegetation,
            "Gitelson et al. 2002, doi:10.1016/S0034-4257(01)00289-9"),
        new("BSI", "bare soil index", "((swir16 + red) - (nir + blue)) / ((swir16 + red) + (nir + blue))", -0.5, 0.5, ColorScale.BlueRed,
            "Rikimaru et al. 2002, Tropical Ecology 43"),
    ];

    /// <summary>Whether the formula has constants that belong to reflectances from 0 to 1: of other values it means little.</summary>
    public bool IsOfReflectance { get; private init; }

    /// <summary>The index of a name; null where there is none.</summary>
    /// <param name="name">The name; letter case does not matter.</param>
    public static SpectralIndex? Find(string name) => All.FirstOrDefault(index => string.Equals(index.Name, name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>"NDVI = (nir - red) / (nir + red)".</summary>
    public override string ToString() => SingleLine.Format($"{Name} = {Formula}");
}
