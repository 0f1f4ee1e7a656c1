using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Up42.Interactive;

/// <summary>
/// What <c>Html.Format($"…")</c> compiles to: literals stay, holes are encoded unless they are <see cref="Html"/>. Pictures and programs in
/// base64 are passed on as they are and copied once, when all is written: a page is made of several layers of markup.
/// </summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlInterpolation(int literalLength, int formattedCount)
{
    private const int Long = 8192;

    private readonly List<string> _pieces = [];
    private readonly StringBuilder _html = new(literalLength + (16 * formattedCount));

    public void AppendLiteral(string literal) => _html.Append(literal);

    public void AppendFormatted(Html html)
    {
        foreach (var piece in html.Pieces)
        {
            Append(piece);
        }
    }

    public void AppendFormatted(string? text) => Append(HtmlEncoder.EncodeText(text));

    public void AppendFormatted<T>(T value, string? format = null)
        where T : IFormattable => AppendFormatted(value.ToString(format, CultureInfo.InvariantCulture));

    public void AppendFormatted(IEnumerable<Html> parts)
    {
        foreach (var part in parts)
        {
            AppendFormatted(part);
        }
    }

    internal Html ToHtmlAndClear()
    {
        Flush();
        return new Html(_pieces);
    }

    private void Append(string markup)
    {
        if (markup.Length < Long)
        {
            _html.Append(markup);
            return;
        }

        Flush();
        _pieces.Add(markup);
    }

    private void Flush()
    {
        if (_html.Length > 0)
        {
            _pieces.Add(_html.ToString());
            _html.Clear();
        }
    }
}
