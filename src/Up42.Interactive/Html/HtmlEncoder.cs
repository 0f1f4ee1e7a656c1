using System.Buffers;
using System.Text;

namespace Up42.Interactive;

/// <summary>Makes text from files and servers harmless in HTML, in element content and in quoted attributes alike.</summary>
internal static class HtmlEncoder
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        " !#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>Text from outside as HTML, without secrets.</summary>
    public static string EncodeText(string? text) => string.IsNullOrEmpty(text) ? "" : Encode(DataUri.IsPicture(text) ? text : SecretText.Hide(text));

    /// <summary>The text as HTML: <c>&amp; &lt; &gt; " '</c> become entities, and what <see cref="UnsafeCharacters"/> replaces is replaced.</summary>
    public static string Encode(string? text)
    {
        if (string.IsNullOrEmpty(text) || !text.AsSpan().ContainsAnyExcept(Plain))
        {
            return text ?? string.Empty;
        }

        var html = new StringBuilder(text.Length + 16);
        foreach (var character in UnsafeCharacters.Replace(text))
        {
            _ = character switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                _ => html.Append(character),
            };
        }

        return html.ToString();
    }
}
