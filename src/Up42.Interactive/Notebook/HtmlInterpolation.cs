using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Up42.Interactive;

/// <summary>What <c>Html.Format($"…")</c> compiles to: literals stay, holes are encoded unless they are <see cref="Html"/>.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlInterpolation(int literalLength, int formattedCount)
{
    private readonly StringBuilder _html = new(literalLength + (16 * formattedCount));

    public void AppendLiteral(string literal) => _html.Append(literal);

    public void AppendFormatted(Html html) => _html.Append(html.ToString());

    public void AppendFormatted(string? text) => _html.Append(HtmlEncoder.Encode(text));

    public void AppendFormatted<T>(T value, string? format = null)
        where T : IFormattable => AppendFormatted(value.ToString(format, CultureInfo.InvariantCulture));

    public void AppendFormatted(IEnumerable<Html> parts)
    {
        foreach (var part in parts)
        {
            AppendFormatted(part);
        }
    }

    internal string ToStringAndClear()
    {
        var html = _html.ToString();
        _html.Clear();
        return html;
    }
}
