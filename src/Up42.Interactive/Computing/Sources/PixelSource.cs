namespace Up42.Interactive;

/// <summary>Values that are computed where they are asked for, a part at a time. Members may be called from several threads.</summary>
/// <param name="grid">Where the pixels lie.</param>
/// <param name="piece">The part that is read at the least cost, as a size.</param>
internal abstract class PixelSource(PixelGrid grid, RasterSize piece)
{
    /// <summary>Where the pixels lie.</summary>
    public PixelGrid Grid { get; } = grid;

    /// <summary>The part that is read at the least cost, as a size; parts begin at multiples of it.</summary>
    public RasterSize Piece { get; } = piece;

    /// <summary>What has to be said of how the values came about, one sentence each.</summary>
    public virtual IReadOnlyList<string> Remarks => [];

    /// <summary>Values of a part, at its size or reduced by nearest neighbour; NaN where there is none.</summary>
    public abstract double[] Read(ReadRequest request, CancellationToken cancellationToken);

    /// <summary>Values of a part, pixel by pixel.</summary>
    public double[] Read(RasterWindow window, CancellationToken cancellationToken) =>
        Read(new ReadRequest(window, new RasterSize(window.Width, window.Height)), cancellationToken);

    /// <summary>The parts that all of it is read in: some pieces each, about a quarter of a million pixels, row by row.</summary>
    /// <param name="within">What is to be read.</param>
    public IReadOnlyList<RasterWindow> Parts(RasterWindow within)
    {
        const int MaxPixels = 1 << 18;
        var width = Multiple(Piece.Width, within.Width, Math.Max(1, MaxPixels / Piece.Height));
        var height = Multiple(Piece.Height, within.Height, Math.Max(1, MaxPixels / width));
        return
        [
            .. from row in Starts(within.Row, within.Height, height)
               from column in Starts(within.Column, within.Width, width)
               select new RasterWindow(column.Start, row.Start, column.Length, row.Length),
        ];

        static int Multiple(int piece, int length, int most) => piece * Math.Max(1, Math.Min((length + piece - 1) / piece, most / piece));
    }

    /// <summary>Reads all parts on all cores and hands each to an action, on the thread that read it.</summary>
    public void ForEach(IReadOnlyList<RasterWindow> parts, Action<int, double[]> use, CancellationToken cancellationToken)
    {
        try
        {
            var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
            Parallel.ForEach(
                System.Collections.Concurrent.Partitioner.Create(
                    Enumerable.Range(0, parts.Count), System.Collections.Concurrent.EnumerablePartitionerOptions.NoBuffering),
                options,
                index => use(index, Read(parts[index], cancellationToken)));
        }
        catch (AggregateException exception)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }
    }

    /// <summary>Reads all of it and hands each part to an action, on the thread that read it.</summary>
    public void ForEach(Action<RasterWindow, double[]> use, CancellationToken cancellationToken) => Measure((part, values) =>
    {
        use(part, values);
        return true;
    }, cancellationToken);

    /// <summary>Makes something of each part of all of it; in the order of the parts, whichever thread was first.</summary>
    public IReadOnlyList<T> Measure<T>(Func<RasterWindow, double[], T> measure, CancellationToken cancellationToken)
    {
        var parts = Parts(Grid.Whole);
        var measured = new T[parts.Count];
        ForEach(parts, (index, values) => measured[index] = measure(parts[index], values), cancellationToken);
        return measured;
    }

    private static IEnumerable<(int Start, int Length)> Starts(int first, int length, int step)
    {
        for (var start = first; start < first + length;)
        {
            var end = Math.Min(first + length, (start / step * step) + step);
            yield return (start, end - start);
            start = end;
        }
    }
}
