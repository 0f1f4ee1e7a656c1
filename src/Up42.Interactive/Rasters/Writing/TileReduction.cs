namespace Up42.Interactive;

/// <summary>Reduces a tile to half its size, for the overview above it.</summary>
internal static class TileReduction
{
    /// <summary>Halves a tile: each value is that of one pixel of four, or the mean of those that have one.</summary>
    /// <param name="values">The tile's values.</param>
    /// <param name="width">Columns of the tile.</param>
    /// <param name="frame">The part of it that lies within the raster; beyond an odd edge its last pixels count twice.</param>
    /// <param name="isCategorical">Whether the values are classes, of which means make others.</param>
    /// <param name="halved">Takes the values, row by row.</param>
    public static void Halve(float[] values, int width, RasterWindow frame, bool isCategorical, float[] halved)
    {
        for (var (row, to) = (0, 0); row < frame.Height; row += 2)
        {
            var upper = values.AsSpan(row * width, frame.Width);
            var lower = row + 1 < frame.Height ? values.AsSpan((row + 1) * width, frame.Width) : upper;
            for (var left = 0; left < frame.Width; left += 2, to++)
            {
                var right = Math.Min(left + 1, frame.Width - 1);
                halved[to] = isCategorical ? upper[left] : Mean(upper[left], upper[right], lower[left], lower[right]);
            }
        }
    }

    private static float Mean(float a, float b, float c, float d)
    {
        var sum = a + b + c + d;
        if (!float.IsNaN(sum))
        {
            return sum / 4;
        }

        (sum, var count) = (0, 0);
        foreach (var value in (ReadOnlySpan<float>)[a, b, c, d])
        {
            (sum, count) = float.IsNaN(value) ? (sum, count) : (sum + value, count + 1);
        }

        return sum / count;
    }
}
