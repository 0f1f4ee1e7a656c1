using System.Buffers;
using System.Text;

namespace Up42.Interactive;

/// <summary>Makes text from files and servers harmless in HTML, in element content and in quoted attributes alike.</summary>
internal static class HtmlEncoder
{
    private const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        " !#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>The text as HTML: <c>&amp; &lt; &gt; " '</c> become entities, and what <see cref="Clean"/> replaces is replaced.</summary>
    public static string Encode(string? text)
    {
        if (string.IsNullOrEmpty(text) || !text.AsSpan().ContainsAnyExcept(Plain))
        {
            return text ?? string.Empty;
        }

        var html = new StringBuilder(text.Length + 16);
        foreach (var character in Clean(text))
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

    /// <summary>
    /// The text with a visible U+FFFD in place of each control character, lone surrogate, noncharacter and bidirectional override,
    /// embedding or isolate (which could make a name read as another).
    /// </summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text) || !text.AsSpan().ContainsAnyExcept(Plain))
        {
            return text ?? string.Empty;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(text[i]).Append(text[++i]);
            }
            else
            {
                clean.Append(IsHarmful(text[i]) ? Replacement : text[i]);
            }
        }

        return clean.ToString();
    }

    private static bool IsHarmful(char character) =>
        (char.IsControl(character) && character is not ('\t' or '\n' or '\r'))
        || char.IsSurrogate(character)
        || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFFFE' or '\uFFFF';
}
