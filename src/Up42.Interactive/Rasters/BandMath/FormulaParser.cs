using System.Globalization;

namespace Up42.Interactive;

/// <summary>Reads a formula by recursive descent: sums of products of signed factors; a factor is a number, a band or a formula in parentheses.</summary>
internal sealed class FormulaParser(string text, Func<string, Func<int, double>> band)
{
    private const int MaxDepth = 100;
    private int _position;
    private int _depth;

    /// <summary>The value of the formula by pixel.</summary>
    /// <exception cref="Up42Exception">The formula is not one; the message says where.</exception>
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
            var letter when char.IsLetter(letter) => band(Take(character => char.IsLetterOrDigit(character) || character == '_')),
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

    private Func<int, double> Number()
    {
        var digits = Take(character => char.IsAsciiDigit(character) || character == '.');
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? _ => number
            : throw Wrong("a number");
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

    private Up42Exception Wrong(string expected) => new(_position < text.Length
        ? string.Create(CultureInfo.InvariantCulture, $"The formula '{text}' has '{text[_position]}' at character {_position + 1} where {expected} should stand.")
        : $"The formula '{text}' ends where {expected} should stand.");
}
