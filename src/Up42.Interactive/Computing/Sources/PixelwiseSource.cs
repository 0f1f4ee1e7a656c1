namespace Up42.Interactive;

/// <summary>Values made of those of the same pixel in other sources on one grid.</summary>
/// <param name="sources">The sources.</param>
/// <param name="compute">Writes the values of some pixels into the first span; NaN where there is none.</param>
internal sealed class PixelwiseSource(IReadOnlyList<PixelSource> sources, Action<double[], IReadOnlyList<double[]>> compute)
    : PixelSource(sources[0].Grid, sources[0].Piece)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Remarks { get; } = [.. sources.SelectMany(source => source.Remarks).Distinct()];

    /// <inheritdoc/>
    public override double[] Read(ReadRequest request, CancellationToken cancellationToken)
    {
        var first = sources[0].Read(request, cancellationToken);
        compute(first, [.. sources.Skip(1).Select(source => source.Read(request, cancellationToken))]);
        return first;
    }
}
