namespace Up42.Interactive;

/// <summary>Colours that tell categories apart, for the colour-blind too (M. Okabe and K. Ito, Color Universal Design, 2008).</summary>
internal static class CategoryPalette
{
    /// <summary>The colours as style sheets write them; a palette that runs out begins anew.</summary>
    public static IReadOnlyList<string> Colors { get; } = ["#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9", "#f0e442"];
}
