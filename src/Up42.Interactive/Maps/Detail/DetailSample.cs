namespace Up42.Interactive;

/// <summary>How many bytes the levels of a raster's detail take, told from squares that lie evenly over it.</summary>
internal sealed class DetailSample
{
    /// <summary>The qualities of WebP that are tried, the best first; below the last, levels are left out instead.</summary>
    public static readonly IReadOnlyList<int> Qualities = [80, 70, 60, 50, 40, 30];

    private const int Side = 128;
    private const int Across = 8;

    // Multiples of these lie evenly in a square (the plastic number's powers).
    private const double StepX = 0.7548776662466927;
    private const double StepY = 0.5698402909980532;

    private readonly long[] _finest;
    private readonly long[] _next;
    private readonly double _share;

    private DetailSample(long[] finest, long[] next, double share) => (_finest, _next, _share) = (finest, next, share);

    /// <summary>Reads the squares, and encodes them in each quality.</summary>
    /// <exception cref="Up42Exception">A block cannot be read.</exception>
    public static DetailSample Take(DetailSource source, DetailGrid grid, CancellationToken cancellationToken)
    {
        var squares = new TilePixels(new RasterSize(Across * Side, Across * Side), new byte[4 * Across * Side * Across * Side], null);
        for (var i = 0; i < Across * Across; i++)
        {
            var (column, row) = ((int)(i * StepX % 1 * Math.Max(1, grid.Size.Width - Side)), (int)(i * StepY % 1 * Math.Max(1, grid.Size.Height - Side)));
            var square = TileWarper.Warp(source, grid.Part(new RasterWindow(column, row, Side, Side)), cancellationToken);
            square?.CopyTo(squares, i % Across * Side, i / Across * Side);
        }

        var halved = squares.Halved(source.Paint.IsCategorical, 0);
        return new DetailSample(
            Encoded(source.Paint, squares, cancellationToken), Encoded(source.Paint, halved, cancellationToken),
            (double)squares.Size.Width * squares.Size.Height / ((double)grid.Size.Width * grid.Size.Height));
    }

    /// <summary>The bytes of a level in a quality, by its place among <see cref="Qualities"/>.</summary>
    public double Bytes(int level, int quality) => level == 0 ? _finest[quality] / _share : _next[quality] / _share / Math.Pow(4, level - 1);

    private static long[] Encoded(DetailPaint paint, TilePixels pixels, CancellationToken cancellationToken)
    {
        var bytes = new long[Qualities.Count];
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, paint.IsCategorical ? 1 : bytes.Length, options, i => bytes[i] = paint.Encode(pixels, Qualities[i]).Length);
        return paint.IsCategorical ? [.. bytes.Select(_ => bytes[0])] : bytes;
    }
}
