namespace Up42.Interactive;

/// <summary>
/// Counts stored values finely, each whole number by itself where there are no more than 65,536 of them, and makes a histogram of that. Several
/// threads may add.
/// </summary>
internal sealed class HistogramCounter
{
    private const int MaxFine = 1 << 16;

    private readonly RasterBand _band;
    private readonly double _minimum;
    private readonly double _maximum;
    private readonly bool _isWhole;
    private readonly double _scale;
    private readonly double _fineWidth;
    private readonly long[] _fine;
    private readonly Lock _lock = new();

    /// <param name="band">The band.</param>
    /// <param name="minimum">Its smallest stored value; NaN where there is none.</param>
    /// <param name="maximum">Its largest stored value.</param>
    /// <param name="bins">How many bins the histogram will have at most.</param>
    public HistogramCounter(RasterBand band, double minimum, double maximum, int bins)
    {
        (_band, _minimum, _maximum) = (band, minimum, maximum);
        _isWhole = band.Type.IsInteger();
        var numbers = maximum - minimum + 1;
        _fineWidth = _isWhole ? Math.Max(1, Math.Ceiling(numbers / Math.Max(MaxFine, bins))) : 0;
        var fine = _isWhole ? (numbers > 0 ? Math.Ceiling(numbers / _fineWidth) : 1)
            : maximum > minimum ? bins * Math.Max(1, MaxFine / bins) : 1;
        _fineWidth = _isWhole ? _fineWidth : (maximum - minimum) / fine;
        _scale = _isWhole ? 1 / _fineWidth : maximum > minimum ? fine / (maximum - minimum) : 0;
        _fine = new long[double.IsFinite(fine) ? (int)fine : 1];
    }

    /// <summary>The histogram of values that may be reordered.</summary>
    public static RasterHistogram Measure(RasterBand band, Span<double> values, int bins)
    {
        var statistics = RunningStatistics.Measure(values);
        var counter = new HistogramCounter(band, statistics.Minimum, statistics.Maximum, bins);
        counter.Add(values);
        return counter.ToHistogram(bins);
    }

    /// <summary>Adds finite values between the minimum and the maximum.</summary>
    public void Add(ReadOnlySpan<double> values)
    {
        if (values.Length < _fine.Length / 4)
        {
            AddDirectly(values);
            return;
        }

        var counts = System.Buffers.ArrayPool<int>.Shared.Rent(_fine.Length);
        try
        {
            Array.Clear(counts, 0, _fine.Length);
            foreach (var value in values)
            {
                counts[Part(value)]++;
            }

            lock (_lock)
            {
                for (var i = 0; i < _fine.Length; i++)
                {
                    _fine[i] += counts[i];
                }
            }
        }
        finally
        {
            System.Buffers.ArrayPool<int>.Shared.Return(counts);
        }
    }

    private void AddDirectly(ReadOnlySpan<double> values)
    {
        lock (_lock)
        {
            foreach (var value in values)
            {
                _fine[Part(value)]++;
            }
        }
    }

    private int Part(double value) => Math.Clamp((int)((value - _minimum) * _scale), 0, _fine.Length - 1);

    /// <summary>The histogram of all that was added.</summary>
    public RasterHistogram ToHistogram(int bins)
    {
        if (_fine.All(count => count == 0))
        {
            return new RasterHistogram(_band, 0, 0, new long[bins]);
        }

        // Whole numbers: the least number of them that fills no more than the bins wanted. Others: as many parts as were counted for each bin.
        var together = _isWhole ? (int)Math.Ceiling((double)_fine.Length / bins) : Math.Max(1, _fine.Length / bins);
        var counts = new long[_isWhole ? (_fine.Length + together - 1) / together : bins];
        for (var i = 0; i < _fine.Length; i++)
        {
            counts[Math.Min(i / together, counts.Length - 1)] += _fine[i];
        }

        var start = _isWhole ? _minimum - 0.5 : _minimum;
        var width = _fineWidth * together;
        return new RasterHistogram(_band, _minimum, _maximum, counts) { Start = start, BinWidth = width, Median = Median() };
    }

    /// <summary>The stored value in the middle, or the mean of the two.</summary>
    private double Median()
    {
        var total = _fine.Sum();
        return (ValueAt((total - 1) / 2) + ValueAt(total / 2)) / 2;

        double ValueAt(long index)
        {
            var part = 0;
            for (var below = _fine[0]; below <= index; below += _fine[part])
            {
                part++;
            }

            return _isWhole
                ? Math.Clamp(_minimum + (part * _fineWidth) + ((_fineWidth - 1) / 2), _minimum, _maximum)
                : Math.Clamp(_minimum + ((part + 0.5) * _fineWidth), _minimum, _maximum);
        }
    }
}
