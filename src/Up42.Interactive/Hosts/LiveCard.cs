namespace Up42.Interactive;

/// <summary>How far some work is, in one line with a bar; when the work has ended, the line that stays.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
internal sealed record LiveCard : IDisplay
{
    /// <summary>The line as plain text.</summary>
    public required string Text { get; init; }

    /// <summary>The line as markup; where there is none, the text.</summary>
    public Html Line { get; init; }

    /// <summary>Whether the work goes on: a bar is shown.</summary>
    public bool IsBusy { get; init; }

    /// <summary>The share that is done, 0…1; null: not known.</summary>
    public double? Share { get; init; }

    /// <summary>A second line, for example of what is in the way; null: none.</summary>
    public string? Note { get; init; }

    public string ToHtml() => new Fragment
    {
        Static = Html.Format($"<p>{(Line.IsEmpty ? Html.Text(Text) : Line)}{Bar()}{(Note is null ? Html.Empty : Html.Format($"<br>{Note}"))}</p>"),
    }.ToHtml();

    public override string ToString() => SingleLine.Format(Note is null ? Text : $"{Text}; {Note}");

    private Html Bar() => !IsBusy ? Html.Empty
        : Share is { } share ? Html.Format($"""<br><progress max="100" value="{(int)(100 * share)}">{(int)(100 * share)} %</progress>""")
        : Html.Trusted("""<br><progress max="100">at work</progress>""");
}
