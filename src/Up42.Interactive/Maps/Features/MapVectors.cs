using System.IO.Compression;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>The features of a map as its page takes them: all of them while they keep to the size of a map, else fewer and simpler ones.</summary>
internal sealed record MapVectors
{
    private const int MaxFeatures = 5000;
    private const int MaxPositions = 150_000;
    private const int MaxBytes = 800_000;
    private const int MaxAttempts = 12;

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

    public static MapVectors Fit(IReadOnlyList<MapLayer> layers, CancellationToken cancellationToken)
    {
        var bounds = new Envelope();
        foreach (var feature in layers.SelectMany(layer => layer.Features))
        {
            bounds.ExpandToInclude(feature.Geometry.EnvelopeInternal);
        }

        var count = layers.Sum(layer => layer.Features.Count);
        var (shown, tolerance, share) = (layers, 0.0, Math.Min(1, (double)MaxFeatures / Math.Max(1, count)));
        for (var attempt = 0; ; attempt++)
        {
            shown = [.. layers.Select(layer => Thinned(layer, share, tolerance, cancellationToken))];
            VectorLayerData[] data = [.. shown.Select(VectorLayerData.Create)];
            var isFew = shown.Sum(layer => layer.Features.Sum(feature => (long)feature.Geometry.NumPoints)) <= MaxPositions;
            if ((isFew && CompressedLength(data) <= MaxBytes) || attempt == MaxAttempts)
            {
                return new MapVectors { Layers = shown, Data = data, Remarks = RemarksOf(layers, shown, tolerance), Bounds = bounds, Count = count };
            }

            // Outlines get simpler first; once that shows on a screen, features get fewer too.
            var finest = Math.Max(bounds.Width, bounds.Height) / 16_000;
            tolerance = tolerance == 0 ? finest : 2 * tolerance;
            share = attempt < 2 ? share : share / 2;
        }
    }

    private static MapLayer Thinned(MapLayer layer, double share, double tolerance, CancellationToken cancellationToken)
    {
        var count = (int)Math.Ceiling(share * layer.Features.Count);
        return layer with
        {
            Features = [.. Enumerable.Range(0, count)
                .Select(i => layer.Features[(int)((long)i * layer.Features.Count / count)])
                .Select(feature => tolerance == 0
                    ? feature
                    : feature with { Geometry = VertexThinning.Simplify(feature.Geometry, tolerance, cancellationToken) })],
        };
    }

    private static int CompressedLength(IReadOnlyList<VectorLayerData> data)
    {
        var json = PageData.Serialize(data, MapPageJson.Default.IReadOnlyListVectorLayerData);
        if (json.Length <= MaxBytes)
        {
            return json.Length;
        }

        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(json);
        }

        return (int)bytes.Length;
    }

    private static List<string> RemarksOf(IReadOnlyList<MapLayer> layers, IReadOnlyList<MapLayer> shown, double tolerance)
    {
        var remarks = layers.Zip(shown).Where(pair => pair.Second.Features.Count < pair.First.Features.Count).Select(pair =>
            $"{pair.First.Name}: {NumberText.Format(pair.Second.Features.Count)} of "
                + $"{DisplayText.Count(pair.First.Features.Count, "feature")} are shown, evenly picked.").ToList();
        if (tolerance > 0)
        {
            remarks.Add($"Outlines are simplified by up to {NumberText.Format(tolerance * 111_320, digits: 2)} m.");
        }

        return remarks;
    }
}
