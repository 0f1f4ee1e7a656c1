namespace Up42.Interactive;

/// <summary>The values of an image that are data, for statistics.</summary>
internal static class ValidValues
{
    /// <summary>The finite values of some bands where the mask is not 0, in no order that matters.</summary>
    internal static double[] Of(RasterImage image, IReadOnlyList<int> bands)
    {
        var values = new double[bands.Count * image.Mask.Length];
        var count = 0;
        foreach (var band in bands)
        {
            var pixels = image.Values(band);
            var mask = image.Mask;
            for (var i = 0; i < pixels.Length; i++)
            {
                if (mask[i] != 0 && double.IsFinite(pixels[i]))
                {
                    values[count++] = pixels[i];
                }
            }
        }

        return values[..count];
    }

    /// <summary>A percentile with linear interpolation, as NumPy defines it; the values are reordered.</summary>
    internal static double Percentile(Span<double> values, double percent)
    {
        var position = percent / 100 * (values.Length - 1);
        var lower = (int)Math.Floor(position);
        var low = Select(values, lower);
        if (lower == position)
        {
            return low;
        }

        // After the selection everything right of it is at least as large: the next value is the smallest there.
        var high = double.PositiveInfinity;
        foreach (var value in values[(lower + 1)..])
        {
            high = Math.Min(high, value);
        }

        return low + (position - lower) * (high - low);
    }

    /// <summary>Quickselect (Hoare): the value that would stand at an index if the values were sorted.</summary>
    private static double Select(Span<double> values, int index)
    {
        var (left, right) = (0, values.Length - 1);
        while (left < right)
        {
            var pivot = values[left + (right - left) / 2];
            var (i, j) = (left, right);
            while (i <= j)
            {
                while (values[i] < pivot)
                {
                    i++;
                }

                while (values[j] > pivot)
                {
                    j--;
                }

                if (i <= j)
                {
                    (values[i], values[j]) = (values[j--], values[i++]);
                }
            }

            if (index <= j)
            {
                right = j;
            }
            else if (index >= i)
            {
                left = i;
            }
            else
            {
                break;
            }
        }

        return values[index];
    }
}
