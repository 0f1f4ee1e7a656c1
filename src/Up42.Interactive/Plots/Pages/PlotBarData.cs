namespace Up42.Interactive;

/// <summary>The colour bar of a plot's panel; <c>color-bar.ts</c> shows it.</summary>
/// <param name="Title">What the values are, with their unit.</param>
/// <param name="Minimum">The value of the first colour.</param>
/// <param name="Maximum">The value of the last colour.</param>
/// <param name="Colors">As <c>#rrggbb</c>: the anchors of the scale, or colours of evenly spaced values where the bar is of classes.</param>
internal sealed record PlotBarData(string Title, double Minimum, double Maximum, IReadOnlyList<string> Colors)
{
    private const int MaxTitleLength = 60;

    /// <summary>See <see cref="ColorScale.Center"/>.</summary>
    public double? Center { get; init; }

    /// <summary>See <see cref="Stretch.Gamma"/>.</summary>
    public double Gamma { get; init; } = 1;

    /// <summary>The picture's values; null of classes, whose colours cannot be stretched.</summary>
    public ValueCountsData? Values { get; init; }

    public static PlotBarData? Create(ColorBar? bar, StretchedColors? stretched) => bar is null
        ? null
        : stretched is null
            ? new(DisplayText.Cut(bar.Title, MaxTitleLength), bar.Minimum, bar.Maximum, bar.Colors)
            : new(DisplayText.Cut(bar.Title, MaxTitleLength), bar.Minimum, bar.Maximum, stretched.Scale.Colors)
            {
                Center = stretched.Scale.Center,
                Gamma = stretched.Gamma,
                Values = stretched.Values,
            };
}
