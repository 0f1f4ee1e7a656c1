namespace Up42.Interactive.Sandbox;

/// <summary>What each process makes of the rasters of its items.</summary>
internal static class Effects
{
    /// <summary>The files of the result, made when they are first asked for.</summary>
    public static (RasterGrid Grid, IReadOnlyList<StacAsset> Assets) Of(string jobId, ProcessPlan process, ProcessInputs inputs)
    {
        var item = inputs.Item;
        if (process.Target is { } target)
        {
            var boxes = AssetMaker.Features(
                jobId, "detections.geojson", async () => Detector.Find(await ReadAsync(item).ConfigureAwait(false), target));
            return (item.Grid, [Vector(boxes), ItemMaker.Thumbnail(item.Asset("thumbnail")?.Content ?? Thumbnail(item))]);
        }

        if (process == Processes.Change)
        {
            async Task<ChangeMap> CompareAsync() => ChangeMap.Of(
                await ReadAsync(item).ConfigureAwait(false), await ReadAsync(inputs.Reference!).ConfigureAwait(false), inputs.Sensitivity);
            var map = AssetMaker.Raster(jobId, "change.tif", async () => (await CompareAsync().ConfigureAwait(false)).Raster);
            var changes = AssetMaker.Features(jobId, "changes.geojson", async () => (await CompareAsync().ConfigureAwait(false)).Features());
            var grid = GridOf(inputs.Reference!);
            return (grid, [Vector(changes), ItemMaker.Data("change", "Change map", map, grid.PixelSize, "change"),
                ItemMaker.Thumbnail(AssetMaker.Thumbnail(map, grid))]);
        }

        var made = process == Processes.Pansharpening ? (item.Grid, (Func<Task<RasterData>>)(async () => Pansharpening.Sharpen(
                await ReadAsync(item).ConfigureAwait(false), await ReadAsync(item, "panchromatic").ConfigureAwait(false), inputs.GreyWeights)))
            : process == Processes.TrueColor ? (GridOf(item), async () => TrueColor.Stretch(await ReadAsync(item).ConfigureAwait(false)))
            : process == Processes.Coregistration ? (GridOf(inputs.Reference!), async () => Coregistration.Move(
                await ReadAsync(item).ConfigureAwait(false), await ReadAsync(inputs.Reference!).ConfigureAwait(false)))
            : process == Processes.Orthorectification ? (GridOf(item), () => ReadAsync(item))
            : (GridOf(item).Finer(2), async () => Resampling.Onto(await ReadAsync(item).ConfigureAwait(false), GridOf(item).Finer(2)));
        return Rasters(jobId, process, item, made.Item1, made.Item2);
    }

    private static (RasterGrid Grid, IReadOnlyList<StacAsset> Assets) Rasters(
        string jobId, ProcessPlan process, StacItem item, RasterGrid grid, Func<Task<RasterData>> makeAsync)
    {
        var raster = AssetMaker.Raster(jobId, process.Id + ".tif", makeAsync);
        var bands = process == Processes.TrueColor
            ? ["red", "green", "blue"]
            : item.Asset("multispectral")!.Fields["eo:bands"]!.AsArray().Select(band => (string)band!["name"]!);
        return (grid,
        [
            ItemMaker.Data("multispectral", process.Title, raster, grid.PixelSize, bands),
            ItemMaker.Thumbnail(AssetMaker.Thumbnail(raster, grid)),
        ]);
    }

    private static StacAsset Vector(AssetContent features) => new("features", "Detections", ["data"], features);

    private static AssetContent Thumbnail(StacItem item) => AssetMaker.Thumbnail(item.Asset("multispectral")!.Content, GridOf(item));

    private static RasterGrid GridOf(StacItem item, string key = "multispectral")
    {
        var size = (double)item.Asset(key)!.Fields["gsd"]!;
        return item.Grid.Coarser(Math.Max(1, (int)Math.Round(size / item.Grid.PixelSize)));
    }

    private static async Task<RasterData> ReadAsync(StacItem item, string key = "multispectral") =>
        CogFile.Read(await item.Asset(key)!.Content.GetPathAsync().ConfigureAwait(false), GridOf(item, key));
}
