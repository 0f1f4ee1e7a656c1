namespace Up42.Interactive;

/// <summary>A side of a comparison, or a date of a timeline.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Time">When it was taken, in milliseconds since 1970.</param>
internal sealed record MapStepData(string Label, double? Time)
{
    private const int MaxLabelLength = 80;

    public static MapStepData Create(MapStep step) => new(DisplayText.Cut(step.Label, MaxLabelLength), step.Date?.ToUnixTimeMilliseconds());
}
