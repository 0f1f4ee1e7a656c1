using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>Goes over every pixel of a raster in pieces that fit in little memory, several at a time.</summary>
internal sealed class PixelScanner(ReadPool pool, RasterSize raster, RasterBand? alpha)
{
    private const int PieceLength = 1 << 19;
    private const int MaxBatches = 256;

    /// <summary>Makes a result of each piece of each band, and joins those of a band in the order of the pieces, so that it is always the same.</summary>
    /// <param name="bands">The bands.</param>
    /// <param name="measure">From the finite valid values of a piece of a band (by its index) to a result.</param>
    /// <param name="join">Joins two results.</param>
    /// <param name="cancellationToken">Cancels the scan.</param>
    /// <exception cref="GdalException">A block cannot be read.</exception>
    internal IReadOnlyList<T> Scan<T>(
        IReadOnlyList<RasterBand> bands, Func<int, ReadOnlySpan<double>, T> measure, Func<T, T, T> join, CancellationToken cancellationToken)
    {
        var whole = new ReadRequest(new RasterWindow(0, 0, raster.Width, raster.Height), raster);
        var plan = pool.Use(source => ReadPlan.Make(source, bands[0].Number, bands.Count, whole, useOverviews: false));
        var batches = plan.Blocks.Chunk((plan.Blocks.Count + MaxBatches - 1) / MaxBatches).ToList();
        var results = new T[batches.Count][];
        pool.ForEach(batches.Count, plan.Threads, (source, index) => results[index] = ScanBatch(source, batches[index]), cancellationToken);
        return Joined(results);

        T[] ScanBatch(RasterSource source, ReadBlock[] blocks) => Joined(blocks.Select(block =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ScanBlock(source, block, bands, measure, join);
        }));

        T[] Joined(IEnumerable<T[]> results) => results.Aggregate((a, b) => [.. a.Zip(b, join)]);
    }

    private T[] ScanBlock<T>(
        RasterSource source, ReadBlock block, IReadOnlyList<RasterBand> bands, Func<int, ReadOnlySpan<double>, T> measure, Func<T, T, T> join)
    {
        var results = new T[bands.Count];
        var rows = Math.Clamp(PieceLength / block.Width, 1, block.Height);
        var values = new double[rows * block.Width];
        var mask = new byte[values.Length];
        for (var row = 0; row < block.Height; row += rows)
        {
            var size = new RasterSize(block.Width, Math.Min(rows, block.Height - row));
            var request = new ReadRequest(new RasterWindow(block.Column, block.Row + row, size.Width, size.Height), size);
            for (var band = 0; band < bands.Count; band++)
            {
                var ownAlpha = bands[band].Color == ColorInterpretation.Alpha ? null : alpha;
                new BlockReader(source, raster, request, new ReadBlock(0, 0, size.Width, size.Height)).Read([bands[band]], ownAlpha, [values], [mask]);
                var result = measure(band, Valid(values, mask, size.Width * size.Height));
                results[band] = row == 0 ? result : join(results[band], result);
            }
        }

        return results;
    }

    /// <summary>Moves the values that count to the front.</summary>
    private static ReadOnlySpan<double> Valid(double[] values, byte[] mask, int length)
    {
        var count = 0;
        for (var i = 0; i < length; i++)
        {
            if (mask[i] != 0 && double.IsFinite(values[i]))
            {
                values[count++] = values[i];
            }
        }

        return values.AsSpan(0, count);
    }
}
