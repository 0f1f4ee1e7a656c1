namespace Up42.Interactive;

/// <summary>A formula in which one name stands for a value: <c>value > 0.3</c>.</summary>
internal sealed class ValueFormula
{
    private readonly FormulaValue _formula;

    private ValueFormula(FormulaValue formula) => _formula = formula;

    /// <param name="text">The formula.</param>
    /// <param name="name">A name that stands for the value, as <c>value</c> does.</param>
    /// <exception cref="Up42Exception">The formula cannot be read, or names something else.</exception>
    public static ValueFormula Parse(string text, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return new ValueFormula(new FormulaParser(text.Trim(), (found, _) =>
            found.Equals("value", StringComparison.OrdinalIgnoreCase) || found.Equals(name, StringComparison.OrdinalIgnoreCase)
                ? FormulaOperators.Band(0)
                : throw new Up42Exception($"There is no '{found}' in the formula '{text.Trim()}'; the value is called value or [{name}].")).Parse());
    }

    /// <summary>The formula's value for each; NaN where it has none.</summary>
    public double[] Evaluate(double[] values)
    {
        var results = new double[values.Length];
        var block = new FormulaBlock([values]);
        for (var start = 0; start < values.Length; start += FormulaBlock.MaxPixels)
        {
            var count = Math.Min(FormulaBlock.MaxPixels, values.Length - start);
            block.MoveTo(start, count);
            _formula(block, results.AsSpan(start, count));
        }

        EraseInfinite(results);
        return results;
    }

    /// <summary>Makes NaN of what is infinite: such a result is missing.</summary>
    public static void EraseInfinite(double[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = double.IsFinite(values[i]) ? values[i] : double.NaN;
        }
    }
}
