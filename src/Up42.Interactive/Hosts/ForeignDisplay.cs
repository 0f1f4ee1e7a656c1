namespace Up42.Interactive;

/// <summary>An object of another library, shown by ours.</summary>
/// <param name="Content">The object as markup.</param>
/// <param name="Text">The object in one line.</param>
internal sealed record ForeignDisplay(Html Content, string Text) : IDisplay
{
    public string ToHtml() => new Fragment { Static = Content }.ToHtml();

    public override string ToString() => Text;
}
