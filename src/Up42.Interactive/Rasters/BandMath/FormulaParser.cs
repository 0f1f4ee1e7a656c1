using System.Globalization;

namespace Up42.Interactive;

/// <summary>
/// Reads a formula by recursive descent. What binds loosest comes first: <c>or</c>; <c>and</c>; <c>not</c>; one comparison; <c>+ -</c>; <c>* /</c>;
/// a minus before; <c>^</c>, from the right; a number, a name, a function or a formula in parentheses.
/// </summary>
/// <param name="text">The formula.</param>
/// <param name="resolve">The value of a name; true where the name stands in quotes or brackets.</param>
internal sealed class FormulaParser(string text, Func<string, bool, FormulaValue> resolve)
{
    private const int MaxDepth = 100;
    private const int MaxLength = 10_000;
    private static readonly string[] Comparisons = ["<=", ">=", "==", "!=", "<", ">"];

    private int _position;
    private int _depth;

    /// <summary>The value of the formula.</summary>
    /// <exception cref="Up42Exception">The formula is not valid; the message says where.</exception>
    public FormulaValue Parse()
    {
        if (text.Length > MaxLength)
        {
            throw new Up42Exception($"The formula has more than {DisplayText.Count(MaxLength, "character")}.");
        }

        var value = Or();
        return Next() == '\0' ? value : throw Wrong("an operator or the end");
    }

    private FormulaValue Or() => Chain(And, "or");

    private FormulaValue And() => Chain(Not, "and");

    private FormulaValue Not() => Takes("not") ? FormulaOperators.Apply("not", Nested(Not)) : Comparison();

    private FormulaValue Comparison()
    {
        var value = Sum();
        if (Comparisons.FirstOrDefault(Takes) is { } comparison)
        {
            value = FormulaOperators.Apply(comparison, value, Sum());
        }

        return Next() is '<' or '>' or '=' or '!' ? throw Wrong("'and' between two comparisons, or == for equality,") : value;
    }

    private FormulaValue Sum() => Chain(Product, "+", "-");

    private FormulaValue Product() => Chain(Negative, "*", "/");

    private FormulaValue Negative() => Takes("-") ? FormulaOperators.Apply("-", Nested(Negative)) : Power();

    private FormulaValue Power()
    {
        var value = Nested(Primary);
        return Takes("^") ? FormulaOperators.Apply("^", value, Nested(Negative)) : value;
    }

    private FormulaValue Primary() => Next() switch
    {
        '(' => Parenthesis(),
        >= '0' and <= '9' or '.' => Number(),
        '"' => Quoted('"'),
        '\'' => Quoted('\''),
        '[' => Quoted(']'),
        var letter when char.IsLetter(letter) => Name(),
        _ => throw Wrong("a number, a band or ("),
    };

    private FormulaValue Chain(Func<FormulaValue> part, params ReadOnlySpan<string> operators)
    {
        var value = part();
        while (true)
        {
            string? found = null;
            foreach (var candidate in operators)
            {
                found ??= Takes(candidate) ? candidate : null;
            }

            if (found is null)
            {
                return value;
            }

            value = FormulaOperators.Apply(found, value, part());
        }
    }

    private FormulaValue Nested(Func<FormulaValue> part)
    {
        if (++_depth > MaxDepth)
        {
            throw new Up42Exception("The formula is nested too deep.");
        }

        var value = part();
        _depth--;
        return value;
    }

    private FormulaValue Parenthesis()
    {
        _position++;
        var value = Or();
        Expect(')');
        return value;
    }

    /// <summary>A band, an index, or a function with its values.</summary>
    private FormulaValue Name()
    {
        var name = Take(IsOfName);
        if (Next() != '(')
        {
            return resolve(name, false);
        }

        if (!FormulaOperators.Functions.TryGetValue(name, out var count))
        {
            throw new Up42Exception($"There is no function '{name}'; formulas know {string.Join(", ", FormulaOperators.Functions.Keys)}."
                + NameSuggestion.Sentence(name, FormulaOperators.Functions.Keys));
        }

        List<FormulaValue> values = [];
        do
        {
            _position++;
            values.Add(Or());
        }
        while (Next() == ',');
        Expect(')');
        return values.Count >= count.Least && values.Count <= count.Most
            ? FormulaOperators.Call(name.ToLowerInvariant(), values)
            : throw new Up42Exception($"The function '{name}' takes {Values(count)}; here it has {NumberText.Format(values.Count)}.");
    }

    private static string Values((int Least, int Most) count) => count.Least == count.Most
        ? DisplayText.Count(count.Most, "value")
        : $"{NumberText.Format(count.Least)} to {DisplayText.Count(count.Most, "value")}";

    /// <summary>The name of a band in quotes or brackets; in brackets a second pair, of quotes, may stand.</summary>
    private FormulaValue Quoted(char end)
    {
        _position++;
        var name = Take(character => character != end);
        Expect(end, $"{end} behind the name of a band");
        return name.Trim(' ', '"', '\'') is { Length: > 0 } trimmed ? resolve(trimmed, true) : throw Wrong("the name of a band");
    }

    private FormulaValue Number()
    {
        var digits = Take(character => char.IsAsciiDigit(character) || character == '.') + Exponent();
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            ? FormulaOperators.Number(number)
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

    private static bool IsOfName(char character) => char.IsLetterOrDigit(character) || character == '_';

    /// <summary>Whether an operator stands next, which is then passed; a word ends where no letter follows.</summary>
    private bool Takes(string sign)
    {
        _ = Next();
        var end = _position + sign.Length;
        if (string.Compare(text, _position, sign, 0, sign.Length, StringComparison.OrdinalIgnoreCase) != 0
            || (char.IsLetter(sign[0]) && end < text.Length && IsOfName(text[end])))
        {
            return false;
        }

        _position = end;
        return true;
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

    private void Expect(char sign, string? expected = null)
    {
        if (Next() != sign)
        {
            throw Wrong(expected ?? $"{sign}");
        }

        _position++;
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
