using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>
/// Reads a raster at a size, by nearest neighbour, a part at a time on several threads. A part is what a few whole blocks yield, for all bands,
/// so that each block is decoded once and the cache need hold no more than those few per thread.
/// </summary>
internal sealed class PixelReader(ReadPool pool, IReadOnlyList<RasterBand> bands, RasterBand? alpha)
{
    /// <summary>Reads the values of each band and the mask.</summary>
    /// <param name="request">What to read, and at which size.</param>
    /// <param name="rescue">Takes note of what can not be read, which is left out; null: that is an error.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="GdalException">A block can not be read, or with <paramref name="rescue"/> none can.</exception>
    internal (double[][] Values, byte[] Mask) Read(ReadRequest request, DamageTolerantReader? rescue, CancellationToken cancellationToken)
    {
        var length = checked(request.Size.Width * request.Size.Height);
        double[][] values = [.. bands.Select(_ => new double[length])];
        var mask = new byte[length];
        var plan = pool.Use(source => ReadPlan.Make(source, bands[0].Number, bands.Count, request));
        pool.ForEach(plan.Parts.Count, plan.Threads, ReadBlock, cancellationToken);
        return rescue is { First: { } first } && rescue.Lost == length ? throw first : (values, mask);

        void ReadBlock(RasterSource source, int index)
        {
            if (rescue is null)
            {
                Read(plan.Parts[index]);
            }
            else
            {
                rescue.Read(plan.Parts[index], Read, Clear, cancellationToken);
            }

            void Read(ReadBlock part)
            {
                try
                {
                    new BlockReader(source, plan.Level, request, part).Read(bands, alpha, values, mask);
                }
                catch (GdalException) when (RasterFormats.IsSequential(source.Dataset.Driver))
                {
                    source.Reopen();
                    throw;
                }
            }
        }

        void Clear(ReadBlock part)
        {
            for (var row = part.Row; row < part.Row + part.Height; row++)
            {
                mask.AsSpan((row * request.Size.Width) + part.Column, part.Width).Clear();
            }
        }
    }
}
