namespace Up42.Interactive;

/// <summary>What a page needs to show an image anew from the values of its bands.</summary>
/// <param name="Names">The bands, and which of them the page has.</param>
/// <param name="Bands">The numbers of the bands that are shown first; empty where a formula is.</param>
/// <param name="Formula">The formula that is shown first.</param>
/// <param name="Scale">The name of the colours that one band or formula is shown in first.</param>
/// <param name="Stretch">The stretch that it is shown in first.</param>
internal sealed record RestyleData(FormulaNamesData Names, IReadOnlyList<int> Bands, string? Formula, string Scale, RestyleStretchData Stretch);

/// <summary>A <see cref="ColorScale"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Colors">Evenly spaced, as <c>#rrggbb</c>.</param>
/// <param name="Center">The value of the middle colour.</param>
internal sealed record ColorScaleData(string Name, IReadOnlyList<string> Colors, double? Center)
{
    private static readonly ColorScale[] Known =
        [ColorScale.Gray, ColorScale.Viridis, ColorScale.Magma, ColorScale.Terrain, ColorScale.Vegetation, ColorScale.Water, ColorScale.BlueRed];

    /// <summary>The library's own colour scales, and others that images have; of one name the last.</summary>
    public static IReadOnlyList<ColorScaleData> Create(IEnumerable<ColorScale> others) =>
    [
        .. Known.Concat(others).GroupBy(scale => scale.Name).Select(scales => scales.Last())
            .Select(scale => new ColorScaleData(scale.Name, scale.Colors, scale.Center)),
    ];
}
