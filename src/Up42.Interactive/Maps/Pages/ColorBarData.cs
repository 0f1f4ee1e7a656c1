namespace Up42.Interactive;

/// <summary>The key of a scale of colours.</summary>
/// <param name="Title">What the values are.</param>
/// <param name="Minimum">The value of the first colour.</param>
/// <param name="Maximum">The value of the last colour.</param>
/// <param name="Colors">Evenly spaced, as <c>#rrggbb</c>.</param>
internal sealed record ColorBarData(string Title, double Minimum, double Maximum, IReadOnlyList<string> Colors)
{
    private const int MaxTitleLength = 60;

    public static ColorBarData? Create(ColorBar? bar) => bar is null
        ? null
        : new(DisplayText.Cut(bar.Title, MaxTitleLength), bar.Minimum, bar.Maximum, bar.Colors);
}
