namespace Up42.Interactive;

/// <summary>What the features of a map may take of its cell, compressed.</summary>
internal static class FeatureBudget
{
    /// <summary>What they may take beside images that have all that images may take.</summary>
    public const int Few = 800_000;

    /// <summary>What they may take where there are no images.</summary>
    public const int Alone = 2_300_000;

    private const int Most = 1_800_000;
    private const int BytesOfFeature = 18;

    /// <summary>What some may take beside images; of many it is more, and the images give it.</summary>
    public static int Beside(int features) => (int)Math.Clamp((long)BytesOfFeature * features, Few, Most);
}
