namespace Up42.Interactive.Sandbox;

/// <summary>What a detection looks for: groups of pixels that stand out.</summary>
/// <param name="Label">What they are called.</param>
/// <param name="Feature">How they stand out.</param>
/// <param name="Percentile">From which value on they do.</param>
/// <param name="MinPixels">Smaller groups are left out.</param>
/// <param name="MaxPixels">Larger groups are left out.</param>
internal sealed record DetectionTarget(string Label, Feature Feature, double Percentile, int MinPixels, int MaxPixels);

/// <summary>Ways in which pixels stand out.</summary>
internal enum Feature
{
    /// <summary>Bright and not green, as roofs and metal are.</summary>
    Bright,

    /// <summary>Dark, as shadows are.</summary>
    Dark,

    /// <summary>Green plants.</summary>
    Green,

    /// <summary>Unlike the middle of the image.</summary>
    Contrast,
}
