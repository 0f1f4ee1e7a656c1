using System.Text;

namespace Up42.Interactive;

/// <summary>
/// A statement of SQLite, parted into words as SQLite does it (https://www.sqlite.org/lang_keywords.html): what stands in quotes or in a comment is
/// none, whatever it looks like.
/// </summary>
internal ref struct SqlStatement
{
    private readonly ReadOnlySpan<char> _text;
    private int _at;

    /// <param name="text">The statement.</param>
    public SqlStatement(string text)
    {
        _text = text;
        var (depth, defaultDepth, defaultStart, isAfterAs) = (0, 0, -1, false);
        while (Next() is { IsEmpty: false } token)
        {
            depth += token is "(" ? 1 : 0;
            IsComputed |= isAfterAs && token is "(";
            if (defaultStart >= 0 && depth == defaultDepth && token is "," or ")")
            {
                DefaultLetters += _at - 1 - defaultStart;
                defaultStart = -1;
            }
            else if (defaultStart < 0 && Ascii.EqualsIgnoreCase(token, "DEFAULT"))
            {
                (defaultStart, defaultDepth) = (_at, depth);
            }

            depth -= token is ")" ? 1 : 0;
            isAfterAs = Ascii.EqualsIgnoreCase(token, "AS");
        }

        DefaultLetters += defaultStart < 0 ? 0 : _text.Length - defaultStart;
    }

    /// <summary>Whether a column of it is computed, <c>AS (…)</c>.</summary>
    public bool IsComputed { get; }

    /// <summary>The letters of all that columns have by default.</summary>
    public int DefaultLetters { get; }

    /// <summary>Whether each quote in it ends.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>The next word, sign, or text in quotes, of which the quote alone is told; empty at the end.</summary>
    private ReadOnlySpan<char> Next()
    {
        SkipBlanks();
        if (_at >= _text.Length)
        {
            return [];
        }

        var start = _at;
        var first = _text[_at++];
        if (first is '\'' or '"' or '`' or '[')
        {
            SkipQuoted(first == '[' ? ']' : first);
            return _text.Slice(start, 1);
        }

        while (IsOfWord(first) && _at < _text.Length && IsOfWord(_text[_at]))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private void SkipBlanks()
    {
        for (; _at < _text.Length; _at++)
        {
            var rest = _text[_at..];
            if (rest is ['-', '-', ..])
            {
                _at += To(rest, "\n");
            }
            else if (rest is ['/', '*', ..])
            {
                _at += 2 + To(rest[2..], "*/") + 1;
            }
            else if (rest[0] is not (' ' or '\t' or '\n' or '\f' or '\r'))
            {
                return;
            }
        }
    }

    private static int To(ReadOnlySpan<char> rest, string end) => rest.IndexOf(end, StringComparison.Ordinal) is var found and >= 0 ? found : rest.Length;

    // A quote that stands twice is one of the text, but for a bracket.
    private void SkipQuoted(char end)
    {
        for (; ; )
        {
            var length = _text[_at..].IndexOf(end);
            if (length < 0)
            {
                IsWhole = false;
                _at = _text.Length;
                return;
            }

            _at += length + 1;
            if (end == ']' || _at >= _text.Length || _text[_at] != end)
            {
                return;
            }

            _at++;
        }
    }

    private static bool IsOfWord(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '$' or >= '\x80';
}
