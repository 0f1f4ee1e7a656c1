namespace Up42.Interactive;

/// <summary>What became black and what became white in a band of a picture.</summary>
/// <param name="Band">The band.</param>
/// <param name="Minimum">The value shown darkest.</param>
/// <param name="Maximum">The value shown brightest.</param>
public sealed record StretchRange(RasterBand Band, double Minimum, double Maximum)
{
    /// <summary>The range as text: "B4 210–3120".</summary>
    public override string ToString() => SingleLine.Format($"{Band.Name} {NumberText.Range(Minimum, Maximum)}");
}
