namespace Up42.Interactive.Sandbox;

/// <summary>Items by the thousand, which share one tiny raster.</summary>
internal static class LightItems
{
    private static readonly DateTimeOffset First = new(2022, 1, 1, 10, 0, 0, TimeSpan.Zero);

    public static (StacCollection Collection, IReadOnlyList<StacItem> Items) Create(int count)
    {
        var scene = new SceneFacts(Scenes.Tiny);
        var grid = RasterGrid.Of(Scenes.Tiny);
        var collection = ItemMaker.Collection(
            "light", "Light items", "Small items, many of them.", new ItemFacts("light", First, SensorProfile.Sentinel2) { Source = "USER" });
        var raster = SceneRasters.Multispectral(Scenes.Tiny, scene.SceneId + ".tif");
        StacAsset[] assets =
        [
            ItemMaker.Data("multispectral", "Multispectral", raster, grid.PixelSize, "blue", "green", "red", "nir"),
            ItemMaker.Thumbnail(AssetMaker.Thumbnail(raster, grid)),
        ];
        return (collection, [.. Enumerable.Range(1, count).Select(number =>
        {
            var facts = new ItemFacts($"Light item {number}", First.AddHours(number), SensorProfile.Sentinel2) { Source = "USER", CloudCover = number % 100 };
            // Side by side, a hundred in a row.
            var place = grid with { Left = grid.Left + (number % 100 * 700), Top = grid.Top - (number / 100 % 100 * 700) };
            return ItemMaker.Item($"light {number}", collection, facts, place, place.Outline(isTilted: true), assets);
        })]);
    }
}
