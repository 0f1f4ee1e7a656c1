using System.Buffers;

namespace Up42.Interactive;

/// <summary>Percentiles of the valid values of an image, between two values interpolated linearly, as NumPy defines them.</summary>
internal static class Percentiles
{
    private const int Lowest = short.MinValue;
    private const int Numbers = ushort.MaxValue - Lowest + 1;

    /// <summary>Two percentiles of some bands taken together; null where no value is valid.</summary>
    internal static (double Low, double High)? Measure(RasterImage image, IReadOnlyList<int> bands, double low, double high) =>
        bands.All(band => image.Bands[band].Type.IsSmallInteger())
            ? MeasureSmallIntegers(image, bands, low, high)
            : ValidValues.Measure<(double, double)?>(image, bands, values => values.IsEmpty ? null : (Selected(values, low), Selected(values, high)));

    /// <summary>Integers of at most 16 bits are counted, which takes a tenth of the time of finding them among their like.</summary>
    private static (double, double)? MeasureSmallIntegers(RasterImage image, IReadOnlyList<int> bands, double low, double high)
    {
        var counts = ArrayPool<int>.Shared.Rent(Numbers);
        try
        {
            Array.Clear(counts);
            var total = 0;
            foreach (var band in bands)
            {
                var pixels = image.Values(band);
                var mask = image.MaskOf(band);
                for (var i = 0; i < pixels.Length; i++)
                {
                    if (mask[i] != 0)
                    {
                        counts[(int)pixels[i] - Lowest]++;
                        total++;
                    }
                }
            }

            return total == 0 ? null : (Counted(counts, total, low), Counted(counts, total, high));
        }
        finally
        {
            ArrayPool<int>.Shared.Return(counts);
        }
    }

    private static double Counted(int[] counts, int total, double percent)
    {
        var position = percent / 100 * (total - 1);
        var lower = (int)position;
        return Interpolated(position - lower, At(lower), At(Math.Min(lower + 1, total - 1)));

        double At(int index)
        {
            var number = 0;
            for (var below = counts[0]; below <= index; below += counts[number])
            {
                number++;
            }

            return number + Lowest;
        }
    }

    private static double Selected(Span<double> values, double percent)
    {
        var position = percent / 100 * (values.Length - 1);
        var lower = (int)position;
        var low = Select(values, lower);

        // After the selection everything right of it is at least as large: the next value is the smallest there.
        var high = low;
        if (lower < position)
        {
            high = double.PositiveInfinity;
            foreach (var value in values[(lower + 1)..])
            {
                high = Math.Min(high, value);
            }
        }

        return Interpolated(position - lower, low, high);
    }

    private static double Interpolated(double share, double low, double high) => low + (share * (high - low));

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
