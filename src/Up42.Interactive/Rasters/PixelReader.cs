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
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="GdalException">A block can not be read.</exception>
    internal (double[][] Values, byte[] Mask) Read(ReadRequest request, CancellationToken cancellationToken)
    {
        var length = checked(request.Size.Width * request.Size.Height);
        double[][] values = [.. bands.Select(_ => new double[length])];
        var mask = new byte[length];
        var plan = pool.Use(source => ReadPlan.Make(source, bands[0].Number, bands.Count, request));
        pool.ForEach(
            plan.Parts.Count,
            plan.Threads,
            (source, index) => new PartReader(source, plan.Level, request, plan.Parts[index]).Read(bands, alpha, values, mask),
            cancellationToken);
        return (values, mask);
    }
}
