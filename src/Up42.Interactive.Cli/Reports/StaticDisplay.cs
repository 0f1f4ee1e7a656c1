namespace Up42.Interactive.Cli;

/// <summary>Markup as a part of a report.</summary>
internal sealed record StaticDisplay(Html Content) : IDisplay
{
    /// <inheritdoc/>
    public string ToHtml() => new Fragment { Static = Content }.ToHtml();
}
