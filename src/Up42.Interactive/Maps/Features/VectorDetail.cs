namespace Up42.Interactive;

/// <summary>
/// How much of its features the page of a map holds: all that there is, or positions to a decimetre, or real numbers with the digits that are shown, or
/// simpler outlines, or fewer features.
/// </summary>
/// <param name="PerDegree">Of how many parts a degree is in packed layers.</param>
/// <param name="Share">The share of the features, evenly picked.</param>
/// <param name="Tolerance">How far outlines may lie off, in degrees; 0 where only packing rounds them.</param>
/// <param name="Digits">The digits of real numbers in packed layers; null for all.</param>
internal sealed record VectorDetail(double PerDegree, double Share, double Tolerance, int? Digits)
{
    private const int ShownDigits = 9;
    private const double Fine = 1e7;
    private const double Coarse = 1e6;
    private const double RoomOfFine = 0.5;
    private const double PartsOfTolerance = 4;
    private const double MetersPerDegree = 111_320;
    private const double ScreenPixels = 16_000;
    private const double PackedPixels = 8;
    private const double Spare = 0.97;
    private const double SlowestStep = 1.2;

    // With what is left of the tolerance, packing rounds positions.
    private const double ShareOfThinning = 0.8;

    /// <summary>All that there is.</summary>
    public static VectorDetail All { get; } = new(Fine, 1, 0, null);

    /// <summary>The share of the bytes that it may take: what is finer than most images is worth half of them.</summary>
    public double Room => PerDegree == Fine ? RoomOfFine : 1;

    /// <summary>
    /// The next step towards less. Outlines get simpler first; once that shows on a screen, features get fewer too. Those of packed layers stay until
    /// outlines are off by a pixel of a screen that shows them all.
    /// </summary>
    /// <param name="load">How many times too much it is.</param>
    /// <param name="extent">How far all features reach, in degrees.</param>
    /// <param name="isPacked">Whether some layer is packed.</param>
    /// <param name="hasLongNumbers">Whether some of its numbers have more digits than are shown.</param>
    public VectorDetail Less(double load, double extent, bool isPacked, bool hasLongNumbers)
    {
        var finest = extent / ScreenPixels;
        return isPacked && PerDegree == Fine ? this with { PerDegree = Coarse }
            : hasLongNumbers && Digits is null ? this with { Digits = ShownDigits }
            : Tolerance == 0 ? this with { Tolerance = finest }
            : !isPacked ? this with { Tolerance = 2 * Tolerance, Share = Tolerance < 2 * finest ? Share : Share / 2 }
            : Tolerance < PackedPixels * finest ? this with { Tolerance = Tolerance * Math.Clamp(load * load, SlowestStep, 2) }
            : this with { Tolerance = Tolerance * SlowestStep, Share = Share * Math.Min(1 / SlowestStep, Spare / load) };
    }

    /// <summary>Whether a number of a layer has more digits than are shown.</summary>
    public static bool HasLongNumbers(MapLayer layer) => layer.Table.Columns
        .Where(column => column.Type is FeatureColumnType.Real or FeatureColumnType.Mixed)
        .Any(column => layer.Features.Any(feature =>
            column[feature.Row.Index] is double number && FeaturePropertiesConverter.IsLonger(number, ShownDigits)));

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
    public VectorLayerData Pack(MapLayer layer)
    {
        var perDegree = Tolerance == 0 ? PerDegree : Math.Min(PerDegree, Math.Ceiling(PartsOfTolerance / Tolerance));
        return VectorLayerData.Create(layer, new FeaturePacker(layer, perDegree, Digits).Pack());
    }

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
            remarks.Add($"Positions are rounded to {NumberText.Format(MetersPerDegree / PerDegree, digits: 1)} m.");
        }

        if (Digits is { } digits)
        {
            remarks.Add($"Numbers are rounded to {digits} digits.");
        }

        return remarks;
    }
}
