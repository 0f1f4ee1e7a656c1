using System.Buffers;

namespace Up42.Interactive;

/// <summary>The values of an image that are data, for statistics.</summary>
internal static class ValidValues
{
    /// <summary>Hands the finite values of some bands where their masks are not 0 to a measurement, which may reorder them but not keep them.</summary>
    /// <param name="image">The image.</param>
    /// <param name="bands">Indices of bands, taken together.</param>
    /// <param name="measure">The measurement.</param>
    internal static T Measure<T>(RasterImage image, IReadOnlyList<int> bands, Func<Span<double>, T> measure)
    {
        // A picture's values are megabytes: a new array for each measurement would be what makes the peak of memory.
        var values = ArrayPool<double>.Shared.Rent(bands.Count * image.Mask.Length);
        try
        {
            var count = 0;
            foreach (var band in bands)
            {
                var pixels = image.Values(band);
                var mask = image.MaskOf(band);
                for (var i = 0; i < pixels.Length; i++)
                {
                    if (mask[i] != 0 && double.IsFinite(pixels[i]))
                    {
                        values[count++] = pixels[i];
                    }
                }
            }

            return measure(values.AsSpan(0, count));
        }
        finally
        {
            ArrayPool<double>.Shared.Return(values);
        }
    }
}
