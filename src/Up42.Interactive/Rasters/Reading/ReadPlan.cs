using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>How a raster is read at a size: from which level, in which blocks, on how many threads.</summary>
/// <param name="Level">The size of the overview, or of the raster itself.</param>
/// <param name="Blocks">The blocks of the picture, top to bottom.</param>
/// <param name="Threads">How many read at a time.</param>
internal sealed record ReadPlan(RasterSize Level, IReadOnlyList<ReadBlock> Blocks, int Threads)
{
    private const long CacheBudget = 48L << 20;
    private const long MaxBlockBytes = 512L << 20;
    private const long SmallBlock = 8L << 20;
    private const int MaxRows = 64;
    private const int MaxRowGroups = 1 << 16;

    // Each thread has a handle of its own, and each handle a list of where the blocks lie and how long they are.
    private const long IndexBudget = 256L << 20;
    private const int IndexBytes = 16;
    private const double OversamplingThreshold = 1.2;

    internal static ReadPlan Make(RasterSource source, int number, int bands, ReadRequest request, bool useOverviews)
    {
        var whole = source.Dataset.Band(number);
        var level = useOverviews ? ChooseLevel(whole, source.Overviews(number), request) : whole;
        var window = request.On(level, new RasterSize(whole.Width, whole.Height));
        RefuseHugeBlocks(level, source.Dataset);
        var blockBytes = (long)level.BlockWidth * level.BlockHeight * level.Type.Size()
            * (IsPixelInterleaved(source.Dataset) ? source.Dataset.BandCount : bands);
        var blocks = (long)Math.Ceiling((double)level.Width / level.BlockWidth);
        var isSequential = RasterFormats.IsSequential(source.Dataset.Driver);
        var blocksAtOnce = (int)Math.Clamp(SmallBlock / blockBytes, 1, blocks);
        var mostThreads = Math.Clamp(IndexBudget / (source.Tiles * IndexBytes), 1, Environment.ProcessorCount);
        var threads = isSequential ? 1 : (int)Math.Clamp(CacheBudget / (blockBytes * blocksAtOnce), 1, mostThreads);
        var columns = Group(request.Size.Width, window.X, window.Width, level.BlockWidth, (pixels, blocks) => blocks <= blocksAtOnce);

        // Where GDAL gives blocks of one row it may be decoding one large strip row by row: going back costs a start from the top. Of millions
        // of rows some are joined all the same, or the plan would be larger than the picture.
        var mostRows = level.BlockHeight > 1 ? MaxRows : (request.Size.Height / MaxRowGroups) + 1;
        var rows = Group(request.Size.Height, window.Y, window.Height, level.BlockHeight,
            (pixels, blockRows) => pixels <= mostRows && blockRows * blockBytes * blocksAtOnce <= SmallBlock);
        return new ReadPlan(
            new RasterSize(level.Width, level.Height),
            [.. from row in rows from column in columns select new ReadBlock(column.Start, row.Start, column.Count, row.Count)],
            threads);
    }

    /// <summary>About how many nanoseconds it takes to decode what a request needs.</summary>
    internal static long Work(RasterSource source, int number, int bands, ReadRequest request, bool useOverviews)
    {
        var (dataset, whole) = (source.Dataset, source.Dataset.Band(number));
        var level = useOverviews ? ChooseLevel(whole, source.Overviews(number), request) : whole;
        var window = request.On(level, new RasterSize(whole.Width, whole.Height));
        var pixels = RasterFormats.IsSequential(dataset.Driver)
            ? (double)level.Width * level.Height
            : Touched(request.Size.Width, window.Width, level.BlockWidth) * Touched(request.Size.Height, window.Height, level.BlockHeight);
        var compression = dataset.Metadata("COMPRESSION", "IMAGE_STRUCTURE");
        return (long)(pixels * level.Type.Size() * (IsPixelInterleaved(dataset) ? dataset.BandCount : bands)
            * RasterFormats.Slowness(dataset.Driver, compression));
    }

    /// <summary>Pixels along a side of the blocks that a picture's pixels lie in.</summary>
    private static double Touched(int pixels, double length, int block) => block * Math.Min(pixels, Math.Ceiling(length / block));

    private static bool IsPixelInterleaved(GdalDataset dataset) => dataset.Metadata("INTERLEAVE", "IMAGE_STRUCTURE") == "PIXEL";

    private static void RefuseHugeBlocks(GdalBand level, GdalDataset dataset)
    {
        if ((long)level.BlockWidth * level.BlockHeight * level.Type.Size() is var bytes and > MaxBlockBytes)
        {
            throw new Up42Exception(
                $"'{Path.GetFileName(dataset.Path)}' cannot be read: its blocks of {new RasterSize(level.BlockWidth, level.BlockHeight)} pixels take "
                + $"{FileSize.Format(bytes)} of memory each, and at most {FileSize.Format(MaxBlockBytes)} are allowed. "
                + "Rewrite it in tiles, for example by gdal_translate -co TILED=YES.");
        }
    }

    // GDAL's own rule: the smallest overview that is not coarser than wanted by more than a fifth.
    private static GdalBand ChooseLevel(GdalBand whole, IEnumerable<GdalBand> overviews, ReadRequest request)
    {
        var wanted = Ratio(request.Window.Width, request.Window.Height, request.Size);
        var (best, bestRatio) = (whole, 0.0);
        foreach (var overview in overviews)
        {
            var ratio = Ratio(whole.Width, whole.Height, new RasterSize(overview.Width, overview.Height));
            if (ratio < wanted * OversamplingThreshold && ratio > bestRatio)
            {
                (best, bestRatio) = (overview, ratio);
            }
        }

        return best;
    }

    private static double Ratio(int width, int height, RasterSize size)
        => size.Height == 1 ? (double)width / size.Width : Math.Min((double)width / size.Width, (double)height / size.Height);

    /// <summary>Cuts a side of the picture where the blocks change that its pixels come from, and joins neighbours while they fit together.</summary>
    private static List<(int Start, int Count)> Group(int length, double levelStart, double levelLength, int blockLength, Func<int, int, bool> fits)
    {
        var groups = new List<(int Start, int Count)>();
        var (start, firstBlock) = (0, BlockOf(0));
        for (var pixel = 1; pixel < length; pixel++)
        {
            var block = BlockOf(pixel);
            if (block != BlockOf(pixel - 1) && !fits(pixel + 1 - start, block + 1 - firstBlock))
            {
                groups.Add((start, pixel - start));
                (start, firstBlock) = (pixel, block);
            }
        }

        groups.Add((start, length - start));
        return groups;

        int BlockOf(int pixel) => (int)(levelStart + (pixel + 0.5) * levelLength / length) / blockLength;
    }
}
