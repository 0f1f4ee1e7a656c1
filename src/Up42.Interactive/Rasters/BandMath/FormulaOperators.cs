using System.Numerics.Tensors;

namespace Up42.Interactive;

/// <summary>
/// What formulas compute with. Comparisons and <c>and</c>, <c>or</c>, <c>not</c> are 1 where they hold and 0 where they do not; any number but 0
/// counts as true. What is missing (NaN) stays missing, but for the side that <c>where</c> does not take.
/// </summary>
internal static class FormulaOperators
{
    private delegate void Binary(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> result);

    private delegate void Unary(ReadOnlySpan<double> values, Span<double> result);

    private static readonly Dictionary<string, Binary> Binaries = new()
    {
        ["+"] = TensorPrimitives.Add,
        ["-"] = TensorPrimitives.Subtract,
        ["*"] = TensorPrimitives.Multiply,
        ["/"] = TensorPrimitives.Divide,
        ["^"] = TensorPrimitives.Pow,
        ["<"] = (left, right, result) => Test(left, right, result, (a, b) => a < b),
        ["<="] = (left, right, result) => Test(left, right, result, (a, b) => a <= b),
        [">"] = (left, right, result) => Test(left, right, result, (a, b) => a > b),
        [">="] = (left, right, result) => Test(left, right, result, (a, b) => a >= b),
        ["=="] = (left, right, result) => Test(left, right, result, (a, b) => a == b),
        ["!="] = (left, right, result) => Test(left, right, result, (a, b) => a != b),
        ["and"] = (left, right, result) => Test(left, right, result, (a, b) => a != 0 && b != 0),
        ["or"] = (left, right, result) => Test(left, right, result, (a, b) => a != 0 || b != 0),
        ["min"] = TensorPrimitives.Min,
        ["max"] = TensorPrimitives.Max,
    };

    private static readonly Dictionary<string, Unary> Unaries = new()
    {
        ["-"] = TensorPrimitives.Negate,
        ["not"] = (values, result) => Test(values, values, result, (value, _) => value == 0),
        ["abs"] = TensorPrimitives.Abs,
        ["sqrt"] = TensorPrimitives.Sqrt,
        ["log"] = TensorPrimitives.Log,
        ["exp"] = TensorPrimitives.Exp,
    };

    /// <summary>The functions of formulas, with how many values they take.</summary>
    public static IReadOnlyDictionary<string, (int Least, int Most)> Functions { get; } = new Dictionary<string, (int, int)>(StringComparer.OrdinalIgnoreCase)
    {
        ["abs"] = (1, 1),
        ["sqrt"] = (1, 1),
        ["log"] = (1, 1),
        ["exp"] = (1, 1),
        ["min"] = (2, 16),
        ["max"] = (2, 16),
        ["where"] = (3, 3),
        ["clip"] = (3, 3),
    };

    /// <summary>A number at every pixel.</summary>
    public static FormulaValue Number(double number) => (_, result) => result.Fill(number);

    /// <summary>A band's values.</summary>
    public static FormulaValue Band(int index) => (block, result) => block.Band(index).CopyTo(result);

    /// <summary>A sign or word before one value.</summary>
    public static FormulaValue Apply(string name, FormulaValue value)
    {
        var unary = Unaries[name];
        return (block, result) =>
        {
            value(block, result);
            unary(result, result);
        };
    }

    /// <summary>A sign or word between two values.</summary>
    public static FormulaValue Apply(string name, FormulaValue left, FormulaValue right)
    {
        var binary = Binaries[name];
        return (block, result) =>
        {
            left(block, result);
            binary(result, block.Evaluate(right), result);
            block.Release();
        };
    }

    /// <summary>A function; the number of values was checked with <see cref="Functions"/>.</summary>
    public static FormulaValue Call(string name, IReadOnlyList<FormulaValue> values) => name switch
    {
        "where" => Where(values[0], values[1], values[2]),
        "clip" => Apply("min", Apply("max", values[0], values[1]), values[2]),
        "min" or "max" => values.Aggregate((left, right) => Apply(name, left, right)),
        _ => Apply(name, values[0]),
    };

    private static FormulaValue Where(FormulaValue condition, FormulaValue then, FormulaValue otherwise) => (block, result) =>
    {
        condition(block, result);
        var yes = block.Evaluate(then);
        var no = block.Evaluate(otherwise);
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = double.IsNaN(result[i]) ? double.NaN : result[i] != 0 ? yes[i] : no[i];
        }

        block.Release(2);
    };

    private static void Test(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> result, Func<double, double, bool> holds)
    {
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = double.IsNaN(left[i]) || double.IsNaN(right[i]) ? double.NaN : holds(left[i], right[i]) ? 1 : 0;
        }
    }
}
