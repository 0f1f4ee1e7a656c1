namespace Up42.Interactive;

/// <summary>
/// How much of its features the page of a map holds: all that there is, or real numbers with the digits that are shown, or simpler outlines, or fewer
/// features.
/// </summary>
/// <param name="Share">The share of the features, evenly picked.</param>
/// <param name="Tolerance">How far outlines may lie off, in degrees; 0 where only packing rounds them.</param>
/// <param name="Digits">The digits of real numbers in packed layers; null for all.</param>
internal sealed record VectorDetail(double Share, double Tolerance, int? Digits)
{
    private const int ShownDigits = 9;
    private const double MaxPerDegree = 1e7;
    private const double PartsOfTolerance = 4;
    private const double MetersPerDegree = 111_320;
    private const double ScreenPixels = 16_000;
    private const double Spare = 0.97;
    private const double SlowestShare = 0.9;

    // With what is left of the tolerance, packing rounds positions.
    private const double ShareOfThinning = 0.8;

    /// <summary>All that there is.</summary>
    public static VectorDetail All { get; } = new(1, 0, null);

    /// <summary>The next step towards less. Outlines get simpler first; once that shows on a screen, features get fewer too.</summary>
    /// <param name="load">How many times too much it is.</param>
    /// <param name="extent">How far all features reach, in degrees.</param>
    /// <param name="isPacked">Whether some layer is packed.</param>
    public VectorDetail Less(double load, double extent, bool isPacked)
    {
        var finest = extent / ScreenPixels;
        return isPacked && Digits is null ? this with { Digits = ShownDigits }
            : Tolerance == 0 ? this with { Tolerance = finest }
            : this with
            {
                Tolerance = 2 * Tolerance,
                Share = Tolerance < 2 * finest ? Share : Share * (isPacked ? Math.Min(SlowestShare, Spare / load) : 0.5),
            };
    }

    /// <summary>The features of a layer that are shown, and how.</summary>
    public MapLayer Apply(MapLayer layer, CancellationToken cancellationToken)
    {
        var count = (int)Math.Ceiling(Share * layer.Features.Count);
        var picked = count == layer.Features.Count
            ? layer.Features
            : [.. Enumerable.Range(0, count).Select(i => layer.Features[(int)((long)i * layer.Features.Count / count)])];
        return layer with
        {
            Features = Tolerance == 0
                ? picked
                : [.. picked.Select(feature => feature with
                    {
                        Geometry = VertexThinning.Simplify(feature.Geometry, ShareOfThinning * Tolerance, cancellationToken),
                    })],
        };
    }

    /// <summary>A layer packed.</summary>
    public VectorLayerData Pack(MapLayer layer) =>
        VectorLayerData.Create(layer, Tolerance == 0 ? MaxPerDegree : Math.Min(MaxPerDegree, Math.Ceiling(PartsOfTolerance / Tolerance)), Digits);

    /// <summary>What is not as it was, in words.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="shown">The same with what is shown of them.</param>
    /// <param name="isPacked">Whether some are packed.</param>
    public IReadOnlyList<string> Remarks(IReadOnlyList<MapLayer> layers, IReadOnlyList<MapLayer> shown, bool isPacked)
    {
        var remarks = layers.Zip(shown).Where(pair => pair.Second.Features.Count < pair.First.Features.Count).Select(pair =>
            $"{pair.First.Name}: {NumberText.Format(pair.Second.Features.Count)} of "
                + $"{DisplayText.Count(pair.First.Features.Count, "feature")} are shown, evenly picked.").ToList();
        if (Tolerance > 0)
        {
            remarks.Add($"Outlines are simplified by up to {NumberText.Format(Tolerance * MetersPerDegree, digits: 2)} m.");
        }
        else if (isPacked)
        {
            remarks.Add("Positions are rounded to a centimetre.");
        }

        if (isPacked && Digits is { } digits)
        {
            remarks.Add($"Numbers are rounded to {digits} digits.");
        }

        return remarks;
    }
}
