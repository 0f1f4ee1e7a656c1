using System.Globalization;

namespace Up42.Interactive;

/// <summary>Reads a formula by recursive descent: sums of products of signed factors; a factor is a number, a band or a formula in parentheses.</summary>
internal sealed class FormulaParser(string text, Func<string, bool, Func<int, double>> band)
{
    private const int MaxDepth = 100;
    private int _position;
    private int _depth;

    /// <summary>The value of the formula by pixel.</summary>
    /// <exception cref="Up42Exception">The formula is not valid; the message says where.</exception>
    public Func<int, double> Parse()
    {
        var value = Sum();
        return Next() == '\0' ? value : throw Wrong("an operator or the end");
    }

    private Func<int, double> Sum()
    {
        var value = Product();
        while (Next() is '+' or '-')
        {
            var (left, minus) = (value, text[_position++] == '-');
            var right = Product();
            value = minus ? pixel => left(pixel) - right(pixel) : pixel => left(pixel) + right(pixel);
        }

        return value;
    }

    private Func<int, double> Product()
    {
        var value = Factor();
        while (Next() is '*' or '/')
        {
            var (left, over) = (value, text[_position++] == '/');
            var right = Factor();
            value = over ? pixel => left(pixel) / right(pixel) : pixel => left(pixel) * right(pixel);
        }

        return value;
    }

    private Func<int, double> Factor()
    {
        if (++_depth > MaxDepth)
        {
            throw new Up42Exception("The formula is nested too deep.");
        }

        var value = Next() switch
        {
            '-' => Negative(),
            '(' => Parenthesis(),
            >= '0' and <= '9' or '.' => Number(),
            '"' => Quoted('"'),
            '\'' => Quoted('\''),
            '[' => Quoted(']'),
            var letter when char.IsLetter(letter) => band(Take(character => char.IsLetterOrDigit(character) || character == '_'), false),
            _ => throw Wrong("a number, a band or ("),
        };
        _depth--;
        return value;
    }

    private Func<int, double> Negative()
    {
        _position++;
        var value = Factor();
        return pixel => -value(pixel);
    }

    private Func<int, double> Parenthesis()
    {
        _position++;
        var value = Sum();
        if (Next() != ')')
        {
            throw Wrong(")");
        }

        _position++;
        return value;
    }

    /// <summary>The name of a band in quotes or brackets; in brackets a second pair, of quotes, may stand.</summary>
    private Func<int, double> Quoted(char end)
    {
        _position++;
        var name = Take(character => character != end);
        if (Next() != end)
        {
            throw Wrong($"{end} behind the name of a band");
        }

        _position++;
        return name.Trim(' ', '"', '\'') is { Length: > 0 } trimmed ? band(trimmed, true) : throw Wrong("the name of a band");
    }

    private Func<int, double> Number()
    {
        var digits = Take(character => char.IsAsciiDigit(character) || character == '.') + Exponent();
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            ? _ => number
            : throw Wrong("a number");
    }

    /// <summary>The power of ten in "1e-4"; empty where there is none.</summary>
    private string Exponent()
    {
        var start = _position;
        var sign = start + 1 < text.Length && text[start + 1] is ('+' or '-') ? 2 : 1;
        if (start + sign >= text.Length || text[start] is not ('e' or 'E') || !char.IsAsciiDigit(text[start + sign]))
        {
            return string.Empty;
        }

        _position += sign;
        _ = Take(char.IsAsciiDigit);
        return text[start.._position];
    }

    private string Take(Func<char, bool> belongs)
    {
        var start = _position;
        while (_position < text.Length && belongs(text[_position]))
        {
            _position++;
        }

        return text[start.._position];
    }

    private char Next()
    {
        while (_position < text.Length && char.IsWhiteSpace(text[_position]))
        {
            _position++;
        }

        return _position < text.Length ? text[_position] : '\0';
    }

    private Up42Exception Wrong(string expected)
    {
        var place = (_position + 1).ToString(CultureInfo.InvariantCulture);
        return new Up42Exception(_position < text.Length
            ? $"The formula '{text}' has '{text[_position]}' at character {place} where {expected} should stand."
            : $"The formula '{text}' ends where {expected} should stand.");
    }
}
