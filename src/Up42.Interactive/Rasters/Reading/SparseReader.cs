namespace Up42.Interactive;

/// <summary>
/// Makes few and scattered pixels seen at any reduction: goes over every pixel of what was read, and gives a pixel of the picture that shows
/// background the first value below it that is none.
/// </summary>
internal sealed class SparseReader(ReadPool pool, IReadOnlyList<RasterBand> bands, RasterBand? alpha)
{
    /// <summary>What every pixel is looked at of, at most, in pixels: about a second of work.</summary>
    private const long MaxWork = 400_000_000;

    /// <summary>What a block of the file costs, however few pixels it has.</summary>
    private const long BlockWork = 1000;

    private const double Sparse = 0.005;
    private const int PieceLength = 1 << 19;

    /// <summary>Fills a picture that shows next to nothing.</summary>
    /// <param name="request">What was read.</param>
    /// <param name="pixels">The picture, which is changed.</param>
    /// <param name="mayReadAll">Whether every pixel may be looked at.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>What has to be said of it; null where the picture is not sparse, or shows every pixel.</returns>
    public string? Fill(ReadRequest request, ReadPixels pixels, Func<bool> mayReadAll, CancellationToken cancellationToken)
    {
        var (window, size) = request;
        if ((long)window.Width * window.Height <= (long)size.Width * size.Height || Background(pixels) is not { } background)
        {
            return null;
        }

        if (((long)window.Width * window.Height) + (BlockWork * pool.Use(source => source.Tiles)) > MaxWork || !mayReadAll())
        {
            return double.IsNaN(background) ? "next to nothing is seen in this preview; the raster may hold more than it shows" : null;
        }

        var whole = request with { Size = new RasterSize(window.Width, window.Height) };
        var plan = pool.Use(source => ReadPlan.Make(source, bands[0].Number, bands.Count, whole, useOverviews: false));
        var found = new List<Found>[plan.Blocks.Count];
        pool.ForEach(plan.Blocks.Count, plan.Threads, Scan, cancellationToken);
        var drawn = 0;
        foreach (var pixel in found.SelectMany(block => block))
        {
            if (IsBackground(pixels.Values[0][pixel.Target], pixels.Masks, pixel.Target, background))
            {
                drawn++;
                for (var band = 0; band < bands.Count; band++)
                {
                    (pixels.Values[band][pixel.Target], pixels.Masks[band][pixel.Target]) = (pixel.Values[band], pixel.Masks[band]);
                }
            }
        }

        return drawn > 0 ? "few pixels hold anything: each is drawn, enlarged to a pixel of the picture" : null;

        void Scan(RasterSource source, int index) =>
            found[index] = Search(source, plan, plan.Blocks[index], request, background, cancellationToken);
    }

    /// <summary>What the picture shows nearly everywhere: NaN for no data, else a whole number; null where it shows more than that.</summary>
    private double? Background(ReadPixels pixels)
    {
        var length = pixels.Masks[0].Length;
        if (!HasMore(pixels.Masks, (int)(Sparse * length)))
        {
            return double.NaN;
        }

        if (bands.Count > 1 || !bands[0].Type.IsInteger() || ClassValues.Distinct(pixels.Values[0], pixels.Masks[0], 32) is not { Count: > 0 } values)
        {
            return null;
        }

        var valid = pixels.Masks[0].AsSpan().Length - pixels.Masks[0].AsSpan().Count((byte)0);
        var (usual, count) = values.Select(value => (Value: value, Count: Count(value))).MaxBy(value => value.Count);
        return count >= (1 - Sparse) * valid ? usual : null;

        int Count(double value)
        {
            var count = 0;
            for (var i = 0; i < length; i++)
            {
                count += pixels.Masks[0][i] != 0 && pixels.Values[0][i] == value ? 1 : 0;
            }

            return count;
        }
    }

    /// <summary>Whether more than some pixels hold anything in any band.</summary>
    private static bool HasMore(byte[][] masks, int most)
    {
        var seen = 0;
        for (var pixel = 0; pixel < masks[0].Length && seen <= most; pixel++)
        {
            var any = 0;
            foreach (var mask in masks)
            {
                any |= mask[pixel];
            }

            seen += any != 0 ? 1 : 0;
        }

        return seen > most;
    }

    private List<Found> Search(RasterSource source, ReadPlan plan, ReadBlock block, ReadRequest request, double background, CancellationToken cancellationToken)
    {
        var (window, size) = request;
        var (found, targets) = (new List<Found>(), new HashSet<int>());
        var rows = Math.Clamp(PieceLength / block.Width, 1, block.Height);
        double[][] values = [.. bands.Select(_ => new double[rows * block.Width])];
        byte[][] masks = [.. bands.Select(_ => new byte[rows * block.Width])];
        for (var row = 0; row < block.Height; row += rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var piece = new RasterSize(block.Width, Math.Min(rows, block.Height - row));
            var part = new ReadRequest(new RasterWindow(window.Column + block.Column, window.Row + block.Row + row, piece.Width, piece.Height), piece);
            new BlockReader(source, plan.Level, part, new ReadBlock(0, 0, piece.Width, piece.Height)).Read(bands, alpha, values, masks);
            for (var i = 0; i < piece.Width * piece.Height; i++)
            {
                if (!IsBackground(values[0][i], masks, i, background))
                {
                    var column = (int)((block.Column + (i % piece.Width) + 0.5) * size.Width / window.Width);
                    var line = (int)((block.Row + row + (i / piece.Width) + 0.5) * size.Height / window.Height);
                    var target = (line * size.Width) + column;
                    if (targets.Add(target))
                    {
                        found.Add(new Found(target, [.. values.Select(band => band[i])], [.. masks.Select(band => band[i])]));
                    }
                }
            }
        }

        return found;
    }

    private static bool IsBackground(double first, byte[][] masks, int pixel, double background)
    {
        foreach (var mask in masks)
        {
            if (mask[pixel] != 0)
            {
                return first == background;
            }
        }

        return true;
    }

    private readonly record struct Found(int Target, double[] Values, byte[] Masks);
}
