namespace Up42.Interactive;

/// <summary>
/// Makes the detail of the images of a map within the bytes of a file that are left for it: in the best quality in which all of it fits, else in the
/// lowest of what fits.
/// </summary>
/// <param name="area">The area of interest.</param>
/// <param name="maxFileSize">Bytes of the file at most.</param>
/// <param name="pageSize">Bytes that it takes without detail.</param>
/// <param name="progress">Receives the share that is done, 0 to 1.</param>
/// <param name="cancellationToken">Cancels the work.</param>
internal sealed class DetailMaker(
    DetailArea area, long maxFileSize, long pageSize, IProgress<double>? progress, CancellationToken cancellationToken)
{
    /// <summary>The bytes of tiles that a file has room for: what they are listed by takes a few more.</summary>
    private readonly double _room = Math.Max(0, maxFileSize - pageSize - IndexBytes) / DenseText.BytesPerByte;

    private const int IndexBytes = 20_000;
    private const double Margin = 0.96;

    /// <summary>The detail of each image; null where its picture shows every pixel already, or it cannot be had, which a remark says.</summary>
    public IReadOnlyList<ImageDetail?> Make(IReadOnlyList<DetailRequest> requests, List<string> remarks)
    {
        // What the map's pictures were made of, and then the samples, is garbage by now: left to itself, it would stand for long beside as much that
        // comes after it.
        Collect();
        var images = requests.Select(request => Try(request, remarks, () => Prepare(request))).ToList();
        IReadOnlyList<DetailImage> all = [.. images.OfType<DetailImage>()];
        Collect();
        var (correction, isLast) = (1.0, all.Count == 0);
        while (!isLast)
        {
            var (quality, cuts) = Plan(all, correction);
            var tiles = Build(all, cuts, quality, remarks);
            var bytes = tiles.Sum(each => each?.Sum(tile => (double)tile.Picture.Length) ?? 0);
            if (bytes <= _room || correction != 1)
            {
                return Finish(images, all, cuts, tiles, quality);
            }

            correction = bytes / cuts.Sum(cut => cut.Bytes);
        }

        return [.. requests.Select(_ => (ImageDetail?)null)];
    }

    private static void Collect() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    private DetailImage? Prepare(DetailRequest request)
    {
        using var source = request.Open();
        return DetailGrid.Create(request.Bounds, request.Shown, DetailResolution.Measure(source, request.Bounds)) is { } grid
            ? new DetailImage(request, grid, DetailSample.Take(source, grid, cancellationToken), area)
            : null;
    }

    private (int Quality, IReadOnlyList<DetailCut> Cuts) Plan(IReadOnlyList<DetailImage> images, double correction)
    {
        var plans = Enumerable.Range(0, DetailSample.Qualities.Count).Select(quality =>
        {
            IReadOnlyList<DetailCut> cuts = [.. images.Select(image => image.Expect(quality, correction))];
            DetailCut.Fit(cuts, Margin * _room);
            return (Quality: quality, Cuts: cuts, Left: cuts.Sum(cut => cut.Finest + cut.Whole));
        }).ToList();
        var (best, chosen, _) = plans.First(plan => plan.Left == plans[^1].Left);
        return (best, chosen);
    }

    private IReadOnlyList<IReadOnlyList<DetailTile>?> Build(
        IReadOnlyList<DetailImage> images, IReadOnlyList<DetailCut> cuts, int quality, List<string> remarks)
    {
        var (done, all) = (0L, images.Sum(image => image.Tiles));
        return [.. images.Zip(cuts, (image, cut) => Try(image.Request, remarks, () => image.Build(cut, quality, Advance, cancellationToken)))];

        void Advance() => progress?.Report((double)Interlocked.Increment(ref done) / all);
    }

    private List<ImageDetail?> Finish(
        IReadOnlyList<DetailImage?> images,
        IReadOnlyList<DetailImage> made,
        IReadOnlyList<DetailCut> planned,
        IReadOnlyList<IReadOnlyList<DetailTile>?> tiles,
        int quality)
    {
        IReadOnlyList<DetailCut> cuts = [.. made.Zip(tiles, (image, each) => image.Measure(each ?? []))];
        DetailCut.Fit(cuts, _room);
        var details = made.Index().Where(image => tiles[image.Index] is not null).ToDictionary(image => image.Item, image =>
        {
            var (cut, plan) = (cuts[image.Index], planned[image.Index]);
            var (finest, whole) = (Math.Max(cut.Finest, plan.Finest), Math.Max(cut.Whole, plan.Whole));
            return new ImageDetail(
                image.Item.Grid,
                finest,
                whole,
                [.. tiles[image.Index]!.Where(tile => image.Item.IsCarried(cut, tile.Key))],
                image.Item.Request.IsCategorical,
                DetailNote.Format(image.Item, finest, whole, quality, pageSize + (DenseText.BytesPerByte * plan.AllBytes), maxFileSize));
        });
        return [.. images.Select(image => image is null ? null : details.GetValueOrDefault(image))];
    }

    private static T? Try<T>(DetailRequest request, List<string> remarks, Func<T?> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (Up42Exception error)
        {
            remarks.Add($"{request.Name} is not shown in detail: {error.Message}");
            return null;
        }
    }
}
