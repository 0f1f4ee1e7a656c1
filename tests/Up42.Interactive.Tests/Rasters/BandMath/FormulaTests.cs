using System.Globalization;
using CsCheck;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>The language of formulas, against a naive model that evaluates a tree pixel by pixel.</summary>
public class FormulaTests
{
    private const int Pixels = 5000;

    private static readonly double[][] Bands = MakeBands();

    /// <summary>
    /// What binds an operator: parentheses are written only where these demand them. Here stands what computes to the last digit; log and exp of
    /// vectors round otherwise than <see cref="Math"/>, which a comparison would see, and have a test of their own.
    /// </summary>
    private static readonly Dictionary<string, (int Level, Func<double, double, double> Compute)> Operators = new()
    {
        ["or"] = (0, (a, b) => Truth(a, b, a != 0 || b != 0)),
        ["and"] = (1, (a, b) => Truth(a, b, a != 0 && b != 0)),
        ["<"] = (3, (a, b) => Truth(a, b, a < b)),
        [">="] = (3, (a, b) => Truth(a, b, a >= b)),
        ["=="] = (3, (a, b) => Truth(a, b, a == b)),
        ["!="] = (3, (a, b) => Truth(a, b, a != b)),
        ["+"] = (4, (a, b) => a + b),
        ["-"] = (4, (a, b) => a - b),
        ["*"] = (5, (a, b) => a * b),
        ["/"] = (5, (a, b) => a / b),
        ["^"] = (7, Math.Pow),
    };

    private static readonly Gen<Node> Leaf = Gen.OneOf(
        Gen.Int[0, 2].Select(band => new Node($"b{band + 1}", 9, pixel => Bands[band][pixel])),
        Gen.Int[0, 40].Select(number => new Node((number / 8.0).ToString(CultureInfo.InvariantCulture), 9, _ => number / 8.0)));

    private static readonly Gen<Node> Tree = Gen.Recursive<Node>((depth, tree) => depth > 4 ? Leaf : Gen.OneOf(
        Leaf,
        Gen.Select(Gen.OneOf([.. Operators.Keys]), tree, tree).Select(parts => Binary(parts.Item1, parts.Item2, parts.Item3)),
        tree.Select(value => new Node($"-{In(value, 6)}", 6, pixel => -value.At(pixel))),
        tree.Select(value => new Node($"not {In(value, 2)}", 2, pixel => Truth(value.At(pixel), 0, value.At(pixel) == 0))),
        Gen.Select(Gen.OneOf("abs", "sqrt"), tree).Select(parts => Call(parts.Item1, parts.Item2)),
        Gen.Select(Gen.OneOf("min", "max", "where", "clip"), tree, tree, tree).Select(parts => Call(parts.Item1, parts.Item2, parts.Item3, parts.Item4))));

    [Fact]
    public void Random_formulas_give_what_the_naive_model_gives() => Tree.Sample(
        tree =>
        {
            var values = Evaluate(tree.Text);
            for (var pixel = 0; pixel < Pixels; pixel += 7)
            {
                (values[pixel] + 0).ShouldBe(tree.At(pixel) + 0, $"{tree.Text} at {pixel}");
            }
        },
        iter: 400);

    [Theory]
    [InlineData("log")]
    [InlineData("exp")]
    [InlineData("^")]
    public void Functions_of_vectors_are_those_of_numbers_but_for_the_last_digits(string function)
    {
        var (values, compute) = function switch
        {
            "log" => (Evaluate("log(b1)"), (Func<int, double>)(pixel => Math.Log(Bands[0][pixel]))),
            "exp" => (Evaluate("exp(b1)"), pixel => Math.Exp(Bands[0][pixel])),
            _ => (Evaluate("b1 ^ b2"), pixel => Math.Pow(Bands[0][pixel], Bands[1][pixel])),
        };
        for (var pixel = 0; pixel < Pixels; pixel++)
        {
            var expected = compute(pixel);
            (values[pixel].Equals(expected) || Math.Abs(values[pixel] - expected) < 1e-13 * Math.Abs(expected))
                .ShouldBeTrue($"{function} at {pixel}: {values[pixel]:R}, not {expected:R}");
        }
    }

    [Theory]
    [InlineData("2 + 3 * 4", 14)]
    [InlineData("-2 ^ 2", -4)]
    [InlineData("2 ^ 3 ^ 2", 512)]
    [InlineData("2 ^ -1", 0.5)]
    [InlineData("8 / 4 / 2", 1)]
    [InlineData("not 1 > 2 and 3 > 2", 1)]
    [InlineData("1 or 0 and 0", 1)]
    [InlineData("MAX(1, 7, 3) + Min(4, 2)", 9)]
    [InlineData("clip(7, 0, 5) - clip(-7, 0, 5)", 5)]
    [InlineData("where(2 > 1, 10, 0 / 0)", 10)]
    [InlineData("abs(-3) + sqrt(16) + log(exp(2))", 9)]
    [InlineData("1.5e2 - 1E-1", 149.9)]
    public void Operators_bind_as_in_mathematics(string formula, double value) => Evaluate(formula)[0].ShouldBe(value, 1e-12);

    [Theory]
    [InlineData("0 / 0 > 1")]
    [InlineData("not (0 / 0)")]
    [InlineData("1 or 0 / 0")]
    [InlineData("where(0 / 0, 1, 2)")]
    [InlineData("max(1, 0 / 0)")]
    [InlineData("clip(0 / 0, 0, 1)")]
    public void What_is_missing_stays_missing(string formula) => Evaluate(formula)[0].ShouldBe(double.NaN);

    [Theory]
    [InlineData("0 < b1 < 1", "The formula '0 < b1 < 1' has '<' at character 8 where 'and' between two comparisons, or == for equality, should stand.")]
    [InlineData("b1 = 1", "The formula 'b1 = 1' has '=' at character 4 where 'and' between two comparisons, or == for equality, should stand.")]
    [InlineData("median(b1)", "There is no function 'median'; formulas know abs, sqrt, log, exp, min, max, where, clip.")]
    [InlineData("sqrt(b1, b2)", "The function 'sqrt' takes 1 value; here it has 2.")]
    [InlineData("max(b1)", "The function 'max' takes 2 to 16 values; here it has 1.")]
    [InlineData("where(b1, 1", "The formula 'where(b1, 1' ends where ) should stand.")]
    [InlineData("b1 and", "The formula 'b1 and' ends where a number, a band or ( should stand.")]
    public void Wrong_formulas_say_where_and_what_would_be_right(string formula, string message) =>
        Should.Throw<Up42Exception>(() => Evaluate(formula)).Message.ShouldBe(message);

    [Theory]
    [InlineData("-", 5000, "The formula is nested too deep.")]
    [InlineData("not ", 2000, "The formula is nested too deep.")]
    [InlineData("abs(", 2000, "The formula is nested too deep.")]
    [InlineData("1^", 2000, "The formula is nested too deep.")]
    [InlineData("1+", 6000, "The formula has more than 10,000 characters.")]
    public void Nesting_and_length_have_an_end(string part, int times, string message) =>
        Should.Throw<Up42Exception>(() => Evaluate(string.Concat(Enumerable.Repeat(part, times)) + "1")).Message.ShouldBe(message);

    [Fact]
    public void Long_sums_are_computed() => Evaluate(string.Concat(Enumerable.Repeat("1+", 4000)) + "1")[0].ShouldBe(4001);

    private static double[] Evaluate(string formula)
    {
        var value = new FormulaParser(formula, (name, _) => FormulaOperators.Band(int.Parse(name.AsSpan(1), CultureInfo.InvariantCulture) - 1)).Parse();
        var (values, block) = (new double[Pixels], new FormulaBlock(Bands));
        for (var start = 0; start < Pixels; start += FormulaBlock.MaxPixels)
        {
            var count = Math.Min(FormulaBlock.MaxPixels, Pixels - start);
            block.MoveTo(start, count);
            value(block, values.AsSpan(start, count));
        }

        return values;
    }

    private static double[][] MakeBands()
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, 3).Select(band => Enumerable.Range(0, Pixels).Select(pixel => ((pixel + band) % 11) switch
        {
            0 => double.NaN,
            1 => 0,
            2 => Math.Round(4 * random.NextDouble()),
            _ => (10 * random.NextDouble()) - 3,
        }).ToArray())];
    }

    private static double Truth(double left, double right, bool holds) => double.IsNaN(left) || double.IsNaN(right) ? double.NaN : holds ? 1 : 0;

    private static Node Binary(string sign, Node left, Node right)
    {
        var (level, compute) = Operators[sign];
        var isRight = sign == "^";

        // Comparisons do not chain: both sides stand in parentheses where they are comparisons themselves.
        var text = $"{In(left, isRight || level == 3 ? level + 1 : level)} {sign} {In(right, isRight ? 6 : level + 1)}";
        return new Node(text, level, pixel => compute(left.At(pixel), right.At(pixel)));
    }

    private static Node Call(string name, params Node[] values) => new($"{name}({string.Join(", ", values.Select(value => value.Text))})", 9, pixel =>
    {
        var given = values.Select(value => value.At(pixel)).ToArray();
        return name switch
        {
            "abs" => Math.Abs(given[0]),
            "sqrt" => Math.Sqrt(given[0]),
            "where" => double.IsNaN(given[0]) ? double.NaN : given[0] != 0 ? given[1] : given[2],
            "clip" => Math.Min(Math.Max(given[0], given[1]), given[2]),
            "min" => given.Aggregate(Math.Min),
            _ => given.Aggregate(Math.Max),
        };
    });

    private static string In(Node node, int level) => node.Level < level ? $"({node.Text})" : node.Text;

    private sealed record Node(string Text, int Level, Func<int, double> At);
}
