using System.Globalization;
using System.Text;

namespace Up42.Interactive;

/// <summary>
/// Numbers as people read them, the same in every display. <c>web/src/shared/numbers.ts</c> holds the same rules for the pages, and both are
/// tested by the same table.
/// </summary>
/// <remarks>
/// The digits that are rounded are the shortest ones that name the number, as they are written in files; half a digit goes away from zero.
/// </remarks>
internal static class NumberText
{
    /// <summary>The sign of numbers below 0: the minus of print, U+2212, as wide as a plus. Code, CSV and JSON have the hyphen.</summary>
    public const string Minus = "\u2212";

    private const int MinPlainPower = -5;
    private const int MinScientificPower = 15;

    /// <summary>
    /// A number with its significant digits, never less than its whole part; very large and very small ones in powers of ten, "1.2E−7".
    /// </summary>
    /// <param name="value">The number; NaN and infinity read "NaN", "∞" and "−∞".</param>
    /// <param name="digits">How many digits are significant, 1 to 17.</param>
    /// <param name="grouped">Thousands are parted by commas.</param>
    public static string Format(double value, int digits = 6, bool grouped = false)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "NaN" : value > 0 ? "∞" : $"{Minus}∞";
        }

        if (value == 0)
        {
            return "0";
        }

        var (significant, power) = Decompose(Math.Abs(value));
        var isScientific = power is < MinPlainPower or >= MinScientificPower;
        (significant, power) = Round(significant, power, isScientific ? digits : Math.Max(digits, power + 1));
        var text = isScientific ? Scientific(significant, power) : Plain(significant, power, grouped);
        return value < 0 ? $"{Minus}{text}" : text;
    }

    /// <summary>
    /// A number as it stands below others with as many decimals, "1,200.50"; one that these would take all digits of keeps two of its own.
    /// </summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">How many digits follow the point.</param>
    public static string Align(double value, int decimals)
    {
        if (!double.IsFinite(value) || value == 0)
        {
            return value == 0 && decimals > 0 ? $"0.{new string('0', decimals)}" : Format(value);
        }

        var (significant, power) = Decompose(Math.Abs(value));
        if (power >= MinScientificPower || power + 1 + decimals < 1)
        {
            return Format(value, 2);
        }

        (significant, power) = Round(significant, power, power + 1 + decimals);
        var text = Plain(significant, power, grouped: true);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var missing = decimals - (point < 0 ? 0 : text.Length - point - 1);
        var zeros = missing == 0 ? "" : $"{(point < 0 ? "." : "")}{new string('0', missing)}";
        return $"{(value < 0 ? Minus : "")}{text}{zeros}";
    }

    /// <summary>
    /// How many decimals numbers of a column need so that four digits tell most of them apart and three are seen of the one in the middle; none that
    /// all do without.
    /// </summary>
    /// <param name="values">Finite numbers; sorted in place.</param>
    public static int DecimalsFor(Span<double> values)
    {
        const int Digits = 4;
        if (values.Length == 0)
        {
            return 0;
        }

        values.Sort();
        var spread = values[values.Length * 9 / 10] - values[values.Length / 10];
        var scale = spread > 0 ? spread : values[^1] - values[0] is > 0 and var range ? range : Math.Max(Math.Abs(values[0]), Math.Abs(values[^1]));
        var decimals = Math.Max(DecimalsOf(scale, Digits), DecimalsOf(Math.Abs(values[values.Length / 2]), Digits - 1));
        var enough = 0;
        for (var i = 0; i < values.Length && enough < decimals; i++)
        {
            while (enough < decimals && !HasDecimals(values[i], enough))
            {
                enough++;
            }
        }

        return enough;
    }

    private static int DecimalsOf(double size, int digits)
    {
        const int MaxDecimals = 12;
        return size > 0 ? Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(size)), 0, MaxDecimals) : 0;
    }

    private static bool HasDecimals(double value, int decimals)
    {
        var scaled = value * Math.Pow(10, decimals);
        return Math.Abs(Math.Round(scaled) - scaled) <= 1e-9 * Math.Max(1, Math.Abs(scaled));
    }

    /// <summary>A whole number with its thousands parted by commas: "1,200".</summary>
    public static string Format(long value) => Sign(value.ToString("#,0", CultureInfo.InvariantCulture));

    /// <summary>A number as code writes it, with the minus of print.</summary>
    public static string Sign(string number) => number.Replace("-", Minus, StringComparison.Ordinal);

    /// <summary>Two ends of a range, with as many digits as tell them apart: "1,000.146–1,000.4".</summary>
    public static string Range(double from, double to, int digits = 4, bool grouped = true)
    {
        var enough = DigitsFor(from, to, digits);
        return $"{Format(from, enough, grouped)}–{Format(to, enough, grouped)}";
    }

    /// <summary>How many significant digits numbers between two ends need so that their difference still has some.</summary>
    public static int DigitsFor(double from, double to, int digits = 4)
    {
        var (size, spread) = (Math.Max(Math.Abs(from), Math.Abs(to)), Math.Abs(to - from));
        return double.IsFinite(size) && spread > 0 && spread < size ? Math.Min(17, digits + (int)Math.Floor(Math.Log10(size / spread))) : digits;
    }

    /// <summary>The shortest digits that name the number, without zeros at either end, and the power of ten of the first.</summary>
    private static (string Digits, int Power) Decompose(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var exponent = text.IndexOf('E', StringComparison.Ordinal);
        var plain = exponent < 0 ? text : text[..exponent];
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var digits = plain.Replace(".", "", StringComparison.Ordinal);
        var significant = digits.TrimStart('0');
        var power = (point < 0 ? plain.Length : point) - 1 - (digits.Length - significant.Length);
        var shift = exponent < 0 ? 0 : int.Parse(text.AsSpan(exponent + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return (significant.TrimEnd('0'), power + shift);
    }

    private static (string Digits, int Power) Round(string digits, int power, int count)
    {
        if (digits.Length <= count)
        {
            return (digits, power);
        }

        var kept = digits[..count].ToCharArray();
        if (digits[count] < '5')
        {
            return (new string(kept).TrimEnd('0'), power);
        }

        var at = count - 1;
        for (; at >= 0 && kept[at] == '9'; at--)
        {
            kept[at] = '0';
        }

        if (at < 0)
        {
            return ("1", power + 1);
        }

        kept[at]++;
        return (new string(kept).TrimEnd('0'), power);
    }

    private static string Scientific(string digits, int power) => string.Create(
        CultureInfo.InvariantCulture,
        $"{digits[0]}{(digits.Length > 1 ? "." : "")}{digits.AsSpan(1)}E{(power < 0 ? Minus : "")}{Math.Abs(power)}");

    private static string Plain(string digits, int power, bool grouped)
    {
        if (power < 0)
        {
            return $"0.{new string('0', -power - 1)}{digits}";
        }

        var whole = digits.Length > power ? digits[..(power + 1)] : digits.PadRight(power + 1, '0');
        var fraction = digits.Length > power + 1 ? $".{digits[(power + 1)..]}" : "";
        return grouped ? $"{Group(whole)}{fraction}" : $"{whole}{fraction}";
    }

    private static StringBuilder Group(string whole)
    {
        var text = new StringBuilder(whole);
        for (var at = whole.Length - 3; at > 0; at -= 3)
        {
            text.Insert(at, ',');
        }

        return text;
    }
}
