namespace Up42.Interactive.Tests.Hosts;

[TypeFormatterSource(typeof(HtmlFormatterSource))]
internal sealed class SampleDisplay(string name) : IDisplay
{
    public string ToHtml() => new Fragment { Static = Html.Format($"<p>The sample is <b>{name}</b>.</p>") }.ToHtml();

    public override string ToString() => $"Sample {name}";
}
