namespace Up42.Interactive;

/// <summary>Some pixels that follow each other, for which a formula is evaluated at once, and memory for values on the way.</summary>
/// <param name="bands">The values of the bands that the formula names.</param>
internal sealed class FormulaBlock(IReadOnlyList<double[]> bands)
{
    /// <summary>Pixels in a block: their values on the way stay in the processor's cache.</summary>
    public const int MaxPixels = 2048;

    private readonly List<double[]> _scratch = [];
    private int _taken;
    private int _start;
    private int _count;

    /// <summary>Goes to other pixels.</summary>
    public void MoveTo(int start, int count) => (_start, _count) = (start, count);

    /// <summary>The values of a band.</summary>
    public ReadOnlySpan<double> Band(int index) => bands[index].AsSpan(_start, _count);

    /// <summary>The values of a part of the formula, until <see cref="Release"/>.</summary>
    public Span<double> Evaluate(FormulaValue value)
    {
        if (_taken == _scratch.Count)
        {
            _scratch.Add(new double[MaxPixels]);
        }

        var values = _scratch[_taken++].AsSpan(0, _count);
        value(this, values);
        return values;
    }

    /// <summary>Gives back what the last calls of <see cref="Evaluate"/> took.</summary>
    public void Release(int count = 1) => _taken -= count;
}
