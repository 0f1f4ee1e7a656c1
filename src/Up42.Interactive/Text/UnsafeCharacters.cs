using System.Buffers;
using System.Text;

namespace Up42.Interactive;

/// <summary>Characters that must not reach a page, a terminal or a message as they came.</summary>
internal static class UnsafeCharacters
{
    private const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> Safe = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code)]);

    /// <summary>
    /// The text with a visible U+FFFD in place of each control character, lone surrogate, noncharacter and bidirectional override,
    /// embedding or isolate (which could make a name read as another).
    /// </summary>
    public static string Replace(string? text)
    {
        if (string.IsNullOrEmpty(text) || !text.AsSpan().ContainsAnyExcept(Safe))
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
