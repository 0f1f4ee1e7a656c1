using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>
/// Reads a raster at a size, by nearest neighbour, a block at a time on several threads. A block is what a few whole blocks of the file yield,
/// for all bands, so that each of these is decoded once and the cache need hold no more than those few per thread.
/// </summary>
internal sealed class PixelReader(ReadPool pool, IReadOnlyList<RasterBand> bands, RasterBand? alpha)
{
    /// <summary>Reads the values and the mask of each band.</summary>
    /// <param name="request">What to read, and at which size.</param>
    /// <param name="useOverviews">True to read from the overview that is fine enough; false to read from the file's own pixels.</param>
    /// <param name="rescue">Takes note of what cannot be read, which is left out; null: that is an error.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="GdalException">A block cannot be read, or with <paramref name="rescue"/> none can.</exception>
    internal ReadPixels Read(ReadRequest request, bool useOverviews, DamageTolerantReader? rescue, CancellationToken cancellationToken)
    {
        var length = checked(request.Size.Width * request.Size.Height);
        double[][] values = [.. bands.Select(_ => pool.Buffer(length))];
        byte[][] masks = [.. bands.Select(_ => new byte[length])];
        var (plan, isOverview) = pool.Use(source =>
        {
            var plan = ReadPlan.Make(source, bands[0].Number, bands.Count, request, useOverviews);
            return (plan, plan.Level != new RasterSize(source.Dataset.Width, source.Dataset.Height));
        });
        pool.ForEach(plan.Blocks.Count, plan.Threads, ReadBlock, cancellationToken);
        return rescue is { First: { } first } && rescue.Lost == length ? throw first : new ReadPixels(values, masks, isOverview);

        void ReadBlock(RasterSource source, int index)
        {
            using var scope = GdalScope.Enter();
            if (rescue is null)
            {
                Read(plan.Blocks[index]);
            }
            else
            {
                rescue.Read(plan.Blocks[index], Read, Clear, IsInOne, cancellationToken);
            }

            bool IsInOne(ReadBlock block) => new BlockReader(source, plan.Level, request, block).IsInOne(bands[0].Number);

            void Read(ReadBlock block)
            {
                try
                {
                    new BlockReader(source, plan.Level, request, block).Read(bands, alpha, values, masks);
                }
                catch (GdalException) when (RasterFormats.IsSequential(source.Dataset.Driver))
                {
                    source.Reopen();
                    throw;
                }
            }
        }

        void Clear(ReadBlock block)
        {
            for (var row = block.Row; row < block.Row + block.Height; row++)
            {
                foreach (var mask in masks)
                {
                    mask.AsSpan((row * request.Size.Width) + block.Column, block.Width).Clear();
                }
            }
        }
    }
}
