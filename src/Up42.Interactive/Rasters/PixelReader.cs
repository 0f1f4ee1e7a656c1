using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>
/// Reads a raster at a size, by nearest neighbour, a part at a time on several threads. A part is what a few whole blocks yield, for all bands,
/// so that each block is decoded once and the cache need hold no more than those few per thread.
/// </summary>
internal sealed class PixelReader(Func<RasterSource> rent, Action<RasterSource> giveBack, IReadOnlyList<RasterBand> bands, RasterBand? alpha)
{
    /// <summary>Reads the values of each band and the mask.</summary>
    /// <param name="request">What to read, and at which size.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="GdalException">A block can not be read.</exception>
    internal (double[][] Values, byte[] Mask) Read(ReadRequest request, CancellationToken cancellationToken)
    {
        var length = checked(request.Size.Width * request.Size.Height);
        double[][] values = [.. bands.Select(_ => new double[length])];
        var mask = new byte[length];
        var plan = Plan(request);
        var options = new ParallelOptions { MaxDegreeOfParallelism = plan.Threads, CancellationToken = cancellationToken };
        try
        {
            Parallel.ForEach(
                System.Collections.Concurrent.Partitioner.Create(plan.Parts, System.Collections.Concurrent.EnumerablePartitionerOptions.NoBuffering),
                options,
                rent,
                (part, _, source) =>
                {
                    new PartReader(source, plan.Level, request, part).Read(bands, alpha, values, mask);
                    return source;
                },
                giveBack);
        }
        catch (AggregateException exception) when (exception.InnerExceptions[0] is GdalException or Up42Exception)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }

        return (values, mask);
    }

    private ReadPlan Plan(ReadRequest request)
    {
        var source = rent();
        try
        {
            return ReadPlan.Make(source, bands[0].Number, bands.Count, request);
        }
        finally
        {
            giveBack(source);
        }
    }
}
