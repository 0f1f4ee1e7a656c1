using System.Buffers;

namespace Up42.Interactive.Cli;

/// <summary>
/// The tags of a markup one after another, as a parser's first step finds them: comments, attributes and the texts of scripts hold none. Where
/// it is not sure what a parser does, it finds more.
/// </summary>
internal ref struct MarkupScanner(ReadOnlySpan<char> markup)
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\n\f\r/>");
    private static readonly SearchValues<char> AttributeEnds = SearchValues.Create(" \t\n\f\r/>=");
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\n\f\r>");
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\n\f\r");
    private static readonly string[] Raw = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];
    private static readonly string[] Foreign = ["svg", "math", "select"];

    private ReadOnlySpan<char> _rest = markup;

    // In these a parser reads tags where it would read text elsewhere.
    private bool _isForeign;

    /// <summary>The name of the tag, as it is written; empty for a comment.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>Whether it is an end tag.</summary>
    public bool IsEnd { get; private set; }

    /// <summary>How many attributes it has.</summary>
    public int Attributes { get; private set; }

    /// <summary>Goes to the next tag or comment; false at the end.</summary>
    public bool Read()
    {
        while (_rest.IndexOf('<') is >= 0 and var at)
        {
            _rest = _rest[(at + 1)..];
            IsEnd = _rest is ['/', ..];
            var name = IsEnd ? _rest[1..] : _rest;
            if (name is [var first, ..] && char.IsAsciiLetter(first))
            {
                ReadTag(name);
                return true;
            }

            if (IsEnd || _rest is ['!' or '?', ..])
            {
                Name = default;
                Attributes = 0;
                SkipComment();
                return true;
            }
        }

        return false;
    }

    private void ReadTag(ReadOnlySpan<char> tag)
    {
        Name = Until(tag, NameEnds);
        _rest = tag[Name.Length..];
        for (Attributes = 0; _rest.TrimStart(" \t\n\f\r/") is [not '>', ..] attribute; Attributes++)
        {
            SkipAttribute(attribute);
        }

        _rest = _rest.IndexOf('>') is >= 0 and var end ? _rest[(end + 1)..] : default;
        _isForeign |= IsOneOf(Foreign);
        if (!IsEnd && !_isForeign && IsOneOf(Raw))
        {
            SkipText();
        }
    }

    // The first character may be any, also =.
    private void SkipAttribute(ReadOnlySpan<char> attribute)
    {
        _rest = attribute[(1 + Until(attribute[1..], AttributeEnds).Length)..];
        if (TrimBlanks(_rest) is not ['=', .. var value])
        {
            return;
        }

        value = TrimBlanks(value);
        _rest = value is [var quote and ('"' or '\''), .. var quoted]
            ? quoted.IndexOf(quote) is >= 0 and var end ? quoted[(end + 1)..] : default
            : value[Until(value, ValueEnds).Length..];
    }

    private void SkipText()
    {
        for (var text = _rest; text.IndexOf("</") is >= 0 and var at; text = text[(at + 2)..])
        {
            if (Until(text[(at + 2)..], NameEnds).Equals(Name, StringComparison.OrdinalIgnoreCase))
            {
                _rest = text[at..];
                return;
            }
        }

        _rest = default;
    }

    private void SkipComment()
    {
        if (_rest is not ['!', '-', '-', .. var text] || text is ['>', ..] or ['-', '>', ..])
        {
            _rest = _rest.IndexOf('>') is >= 0 and var end ? _rest[(end + 1)..] : default;
            return;
        }

        var plain = text.IndexOf("-->");
        var odd = (plain < 0 ? text : text[..plain]).IndexOf("--!>");
        _rest = odd >= 0 ? text[(odd + 4)..] : plain >= 0 ? text[(plain + 3)..] : default;
    }

    private readonly bool IsOneOf(string[] names)
    {
        foreach (var name in names)
        {
            if (Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> TrimBlanks(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(Blanks) is >= 0 and var at ? text[at..] : default;

    private static ReadOnlySpan<char> Until(ReadOnlySpan<char> text, SearchValues<char> ends) => text.IndexOfAny(ends) is >= 0 and var end ? text[..end] : text;
}
