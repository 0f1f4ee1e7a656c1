namespace Up42.Interactive;

/// <summary>What holds for all pictures of a plot of several, and is said once beside and below them.</summary>
/// <param name="Notes">The notes that each of them would have.</param>
/// <param name="Bar">The key of their colours; null where they have several, or none.</param>
/// <param name="Stretched">What the page needs to stretch them anew, with the values of all; null where it cannot.</param>
internal sealed record SharedCaption(IReadOnlyList<string> Notes, ColorBar? Bar, StretchedColors? Stretched)
{
    /// <summary>Of panels; of one, nothing: it says everything itself.</summary>
    public static SharedCaption Of(IReadOnlyList<BandPanel> panels)
    {
        if (panels.Count < 2)
        {
            return new([], null, null);
        }

        var bar = panels[0].Bar is { } first && panels.All(panel => panel.Bar is { } other && first.HasColorsOf(other)) ? first : null;
        return new(
            [.. panels[0].Notes.Where(note => panels.All(panel => panel.Notes.Contains(note)))],
            bar,
            bar is not null && ValueCountsData.Sum([.. panels.Select(panel => panel.Stretched?.Values)]) is { } values
                ? panels[0].Stretched! with { Values = values }
                : null);
    }

    /// <summary>The panel with what is left to say of it alone.</summary>
    public BandPanel Without(BandPanel panel) => panel with { Notes = [.. panel.Notes.Except(Notes)], Bar = Bar is null ? panel.Bar : null };

    /// <summary>The notes as one line; empty for none.</summary>
    public string Text => Notes.Count == 0 ? "" : $"All: {string.Join(" · ", Notes)}";

    /// <summary>Key and notes in a paragraph.</summary>
    public Html ToHtml() => Notes.Count == 0 && Bar is null
        ? Html.Empty
        : Html.Format($"""<p class="u42-shared">{Bar?.ToHtml() ?? Html.Empty}<span class="u42-note">{Text}</span></p>""");
}
