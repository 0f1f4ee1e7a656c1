namespace Up42.Interactive;

/// <summary>
/// How the numbers of a column become classes, each with one colour: what <see cref="MapOptions.Classification"/> takes. Fewer values than
/// classes give one class each.
/// </summary>
public sealed record Classification
{
    private const int DefaultClasses = 5;
    private const int MaxClasses = 12;

    private readonly Func<IReadOnlyList<double>, int, IReadOnlyList<double>> _method;
    private readonly string _name;

    private Classification(string name, int classes, Func<IReadOnlyList<double>, int, IReadOnlyList<double>> method)
    {
        if (classes is < 2 or > MaxClasses)
        {
            throw new ArgumentOutOfRangeException(nameof(classes), classes, $"There are 2 to {MaxClasses} classes.");
        }

        (_name, Classes, _method) = (name, classes, method);
    }

    /// <summary>How many classes there are at most.</summary>
    public int Classes { get; }

    /// <summary>Classes of as many features each; equal values are in one class.</summary>
    /// <param name="classes">How many, 2 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2 or more than 12.</exception>
    public static Classification Quantiles(int classes = DefaultClasses) => new("quantiles", classes, ClassBreaks.Quantiles);

    /// <summary>Classes whose values lie closest to each other: those of the least squares about their means (G. F. Jenks, W. D. Fisher).</summary>
    /// <param name="classes">How many, 2 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2 or more than 12.</exception>
    public static Classification NaturalBreaks(int classes = DefaultClasses) => new("natural breaks", classes, NaturalClassBreaks.Find);

    /// <summary>Classes of one width, from the least value to the greatest; some may hold no feature.</summary>
    /// <param name="classes">How many, 2 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2 or more than 12.</exception>
    public static Classification EqualIntervals(int classes = DefaultClasses) => new("equal intervals", classes, ClassBreaks.EqualIntervals);

    /// <summary>For example "5 quantiles".</summary>
    public override string ToString() => SingleLine.Format($"{NumberText.Format(Classes)} {_name}");

    /// <summary>The greatest value of each class, ascending.</summary>
    /// <param name="sorted">The values, ascending, at least one.</param>
    internal IReadOnlyList<double> Breaks(IReadOnlyList<double> sorted) => _method(sorted, Classes);
}
