using System.IO.Compression;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// The features of a map as its page takes them: all of them while they keep to the size of a map, else simpler ones, and at last fewer. Layers of
/// many are packed.
/// </summary>
internal sealed record MapVectors
{
    private const int MaxPlainFeatures = 2_000;
    private const int MaxPositions = 150_000;
    private const int MaxPackedPositions = 1_500_000;
    private const int MaxAttempts = 12;
    private const int SampledFeatures = 20_000;
    private const int SampleFeatures = 4_000;
    private const double ClearlyTooMuch = 1.3;

    /// <summary>The layers with what is shown of them.</summary>
    public required IReadOnlyList<MapLayer> Layers { get; init; }

    /// <summary>The layers as the page takes them.</summary>
    public required IReadOnlyList<VectorLayerData> Data { get; init; }

    /// <summary>What had to be left out, in words.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>The box around all features that there are, in degrees; null of none.</summary>
    public required Envelope Bounds { get; init; }

    /// <summary>How many features there are.</summary>
    public required int Count { get; init; }

    /// <summary>What fits of some layers.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="maxBytes">The bytes that they may take, compressed, where they are many.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static MapVectors Fit(IReadOnlyList<MapLayer> layers, int maxBytes, CancellationToken cancellationToken)
    {
        var bounds = new Envelope();
        foreach (var feature in layers.SelectMany(layer => layer.Features))
        {
            bounds.ExpandToInclude(feature.Geometry.EnvelopeInternal);
        }

        var (count, isPacked) = (layers.Sum(layer => layer.Features.Count), ArePacked(layers));
        var (anyPacked, extent) = (isPacked.Contains(true), Math.Max(bounds.Width, bounds.Height));
        maxBytes = anyPacked ? maxBytes : FeatureBudget.Few;
        var (detail, hasLongNumbers) = (VectorDetail.All, (bool?)null);
        for (var attempt = 0; ; attempt++)
        {
            // What a sample says clearly need not be tried with all.
            var isLast = attempt == MaxAttempts;
            var load = count > SampledFeatures && !isLast ? Make(Sample(layers, count)).Load * count / SampleFeatures : 0;
            if (load <= ClearlyTooMuch)
            {
                (var shown, var data, load) = Make(layers);
                if (load <= 1 || isLast)
                {
                    return new MapVectors
                    {
                        Layers = shown,
                        Data = data,
                        Remarks = detail.Remarks(layers, shown, anyPacked),
                        Bounds = bounds,
                        Count = count,
                    };
                }
            }

            hasLongNumbers ??= layers.Where((_, i) => isPacked[i]).Any(VectorDetail.HasLongNumbers);
            detail = detail.Less(load, extent, anyPacked, hasLongNumbers.Value);
        }

        (IReadOnlyList<MapLayer> Shown, IReadOnlyList<VectorLayerData> Data, double Load) Make(IReadOnlyList<MapLayer> some)
        {
            MapLayer[] shown = [.. some.Select(layer => detail.Apply(layer, cancellationToken))];
            VectorLayerData[] data = [.. shown.Select((layer, i) => isPacked[i] ? detail.Pack(layer) : VectorLayerData.Create(layer))];
            var positions = Math.Max(Positions(shown, isPacked, false) / MaxPositions, Positions(shown, isPacked, true) / MaxPackedPositions);
            var room = maxBytes * (anyPacked ? detail.Room : 1);
            return (shown, data, positions > ClearlyTooMuch ? positions : Math.Max(positions, CompressedLength(data) / room));
        }
    }

    /// <summary>Which layers are packed: the largest, until the others hold few features together.</summary>
    private static bool[] ArePacked(IReadOnlyList<MapLayer> layers)
    {
        var (isPacked, rest) = (new bool[layers.Count], layers.Sum(layer => layer.Features.Count));
        foreach (var (index, layer) in layers.Index().OrderByDescending(each => each.Item.Features.Count))
        {
            if (rest <= MaxPlainFeatures)
            {
                break;
            }

            (isPacked[index], rest) = (true, rest - layer.Features.Count);
        }

        return isPacked;
    }

    /// <summary>Of each layer a run of features from its middle.</summary>
    private static MapLayer[] Sample(IReadOnlyList<MapLayer> layers, int count) =>
    [
        .. layers.Select(layer =>
        {
            var taken = (int)Math.Ceiling((double)layer.Features.Count * SampleFeatures / count);
            return layer with { Features = [.. layer.Features.Skip((layer.Features.Count - taken) / 2).Take(taken)] };
        }),
    ];

    private static double Positions(MapLayer[] layers, bool[] isPacked, bool ofPacked) =>
        layers.Where((_, i) => isPacked[i] == ofPacked).Sum(layer => layer.Features.Sum(feature => (double)feature.Geometry.NumPoints));

    private static int CompressedLength(IReadOnlyList<VectorLayerData> data)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(PageData.Serialize(data, MapPageJson.Default.IReadOnlyListVectorLayerData));
        }

        return (int)bytes.Length;
    }
}
