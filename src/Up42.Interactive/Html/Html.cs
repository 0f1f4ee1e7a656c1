using System.Text;

namespace Up42.Interactive;

/// <summary>
/// Markup that may be written as it is. Text becomes markup by <see cref="Format"/>, which encodes every hole that is not markup
/// already: <c>Html.Format($"&lt;td&gt;{value}&lt;/td&gt;")</c>. Attributes are always quoted.
/// </summary>
internal readonly struct Html
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly IReadOnlyList<string>? _pieces;

    internal Html(IReadOnlyList<string> pieces) => _pieces = pieces;

    /// <summary>No markup.</summary>
    public static Html Empty => default;

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => Pieces.All(string.IsNullOrEmpty);

    /// <summary>The markup in pieces: long ones are shared with what it was made of.</summary>
    internal IReadOnlyList<string> Pieces => _pieces ?? [];

    /// <summary>Markup with encoded holes. Numbers and dates are written invariantly; a sequence of markup is written in turn.</summary>
    public static Html Format(ref HtmlInterpolation markup) => markup.ToHtmlAndClear();

    /// <summary>Text, cleaned by <see cref="SafeText"/> and encoded.</summary>
    public static Html Text(string? text) => new([HtmlEncoder.EncodeText(text)]);

    /// <summary>Markup from our own constants or from another <see cref="Html"/>; never text that came from outside.</summary>
    public static Html Trusted(string markup) => new([markup]);

    /// <summary>Pieces of markup, one after the other.</summary>
    public static Html Join(IEnumerable<Html> parts) => Format($"{parts}");

    /// <summary>A link to an absolute http or https address; any other address gives the text alone.</summary>
    public static Html Link(string? address, string text) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? Format($"""<a href="{uri.AbsoluteUri}" target="_blank" rel="noopener noreferrer">{text}</a>""")
            : Text(text);

    /// <summary>The markup as text, for an attribute that holds a document.</summary>
    public Html Quoted() => new([.. Pieces.Select(HtmlEncoder.Encode)]);

    /// <summary>Writes the markup in UTF-8.</summary>
    public void WriteTo(Stream stream)
    {
        using var writer = new StreamWriter(stream, Utf8, leaveOpen: true);
        foreach (var piece in Pieces)
        {
            writer.Write(piece);
        }
    }

    /// <summary>The markup.</summary>
    public override string ToString() => string.Concat(Pieces);
}
