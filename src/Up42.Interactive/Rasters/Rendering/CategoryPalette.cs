using System.Globalization;

namespace Up42.Interactive;

/// <summary>
/// Colours that tell categories apart, for the colour-blind too (M. Okabe and K. Ito, Color Universal Design, 2008).
/// </summary>
internal static class CategoryPalette
{
    /// <summary>The colour of what has no category, or one beyond the palette.</summary>
    public const string Other = "#8a94a0";

    /// <summary>The colours as <c>#rrggbb</c>, the ones to take first in front.</summary>
    public static IReadOnlyList<string> Colors { get; } = ["#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9", "#f0e442"];

    /// <summary>The colours for what lies on a picture of the Earth: strong ones first, without the blue that water has.</summary>
    public static IReadOnlyList<string> OnImagery { get; } = ["#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#f0e442"];

    /// <summary>The colours of lines and bars, three times as bright or dark as both grounds, the light and the dark.</summary>
    public static IReadOnlyList<string> OnAnyGround { get; } = ["#3a95c9", "#c58200", "#009e73", "#c2679a", "#9a6fc0", "#a0803c"];

    /// <summary>The colour of a category by its place; the palette begins anew after its end.</summary>
    public static string At(int index) => Colors[index % Colors.Count];

    /// <summary>
    /// The colour of a category by its place, as 0xRRGGBB. After the palette's end come its colours half as strong, then darker, so that three times as
    /// many are told apart; then it begins anew.
    /// </summary>
    public static uint RgbAt(int index)
    {
        var (ground, strength) = (index / Colors.Count % 3) switch { 0 => (0u, 1.0), 1 => (255u, 0.5), _ => (0u, 0.6) };
        var rgb = Parse(At(index));
        return Mixed(16) | Mixed(8) | Mixed(0);

        uint Mixed(int shift) => (uint)Math.Round((strength * (byte)(rgb >> shift)) + ((1 - strength) * ground)) << shift;
    }

    /// <summary><see cref="Other"/> as 0xRRGGBB.</summary>
    public static uint OtherRgb => Parse(Other);

    private static uint Parse(string color) => uint.Parse(color.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
