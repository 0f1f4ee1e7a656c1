namespace Up42.Interactive.Sandbox;

/// <summary>What lies in the storage from the start.</summary>
internal static class SeedStorage
{
    private static readonly string[] FourBands = ["blue", "green", "red", "nir"];

    private static readonly SceneOptions OlindaScene = new()
    {
        Width = 1024,
        Height = 1024,
        Seed = 9,
        Place = new("Olinda", 32725, 296_000, 9_114_000) { LakeEast = 2600, LakeNorth = -1800, TownEast = -900, TownNorth = 900 },
        Date = new(2023, 9, 14),
    };

    private static readonly SceneOptions TaskedScene = Scenes.Aoi with { Seed = 3, Width = 512, Height = 512, Date = new(2023, 10, 3) };

    /// <summary>Where Olinda's panchromatic pixels lie.</summary>
    public static RasterGrid OlindaGrid => RasterGrid.Of(OlindaScene, SensorProfile.Spot.Gsd);

    /// <summary>Where the anchorage's pixels lie.</summary>
    public static RasterGrid ShipsGrid { get; } = new(ShipScene.Width, ShipScene.Height, 32636, 452_400, 3_306_300, ShipScene.PixelSize);

    /// <summary>The area of the tasking.</summary>
    public static RasterGrid TaskedGrid => RasterGrid.Of(TaskedScene, SensorProfile.PleiadesNeo.Gsd);

    public static IEnumerable<(StacCollection Collection, IReadOnlyList<StacItem> Items)> Create(SandboxState state)
    {
        yield return Olinda();
        yield return Berlin();
        yield return Lake();
        yield return Ships();
        yield return Tasked();
        yield return Late(state.Started + SeedOrders.LateDelivery);
        yield return Tile();
    }

    private static (StacCollection, IReadOnlyList<StacItem>) Olinda()
    {
        var fine = OlindaGrid;
        var coarse = fine.Coarser(SceneRasters.PanRatio);
        var facts = new ItemFacts("DS_SPOT6_202309141246158_FR1_FR1_SE1_W035S08_01871", new(2023, 9, 14, 12, 46, 15, 800, TimeSpan.Zero), SensorProfile.Spot)
        {
            OrderId = SeedOrders.IdOf("Olinda"),
            CloudCover = 1.4,
            UserTitle = "Olinda and its coast",
            Tags = ["coast", "olinda"],
        };
        var collection = ItemMaker.Collection("olinda", facts.Title, "SPOT 6, 1.5 m: one panchromatic and four multispectral bands.", facts);
        var pan = SceneRasters.Panchromatic(OlindaScene, fine, "IMG_SPOT6_P_202309141246158_ORT.tif");
        var ms = SceneRasters.Coarse(OlindaScene, fine, "IMG_SPOT6_MS_202309141246158_ORT.tif");
        return (collection,
        [
            ItemMaker.Item("olinda", collection, facts, fine, fine.Outline(isTilted: true),
                ItemMaker.Data("multispectral", "Multispectral", ms, coarse.PixelSize, FourBands),
                ItemMaker.Data("panchromatic", "Panchromatic", pan, fine.PixelSize, "pan"),
                ItemMaker.Thumbnail(AssetMaker.Thumbnail(ms, coarse)),
                ItemMaker.Delivery(AssetMaker.Delivery("SPOT6_202309141246158", fine, facts.At, [ms, pan]))),
        ]);
    }

    private static (StacCollection, IReadOnlyList<StacItem>) Berlin()
    {
        var (may, june, august) = (Scenes.Aoi, Scenes.Aoi with { Date = new(2023, 6, 11) }, Scenes.Aoi with { Date = new(2023, 8, 14) });
        var grid = RasterGrid.Of(may);
        // Three pixels east and two south of where the land lies: what coregistration is for.
        var shifted = grid with { Left = grid.Left + (3 * grid.PixelSize), Top = grid.Top - (2 * grid.PixelSize) };
        var facts = Sentinel(may) with { OrderId = SeedOrders.IdOf("Berlin"), Tags = ["berlin"] };
        var collection = ItemMaker.Collection("berlin", "Sentinel-2 Berlin, 2023", "Farmland, forest, a lake and a town near Berlin, on three days.", facts);
        return (collection,
        [
            Scene("berlin may", collection, facts, grid, SceneRasters.Multispectral(may, FileName(facts))),
            Scene("berlin june", collection, Sentinel(june) with { OrderId = facts.OrderId, Tags = ["berlin", "cloudy"], CloudCover = 97 }, grid,
                SceneRasters.Altered("cloudy", june, grid, FileName(Sentinel(june)), isCloudy: true)),
            Scene("berlin august", collection, Sentinel(august) with { OrderId = facts.OrderId, Tags = ["berlin", "shifted"] }, shifted,
                SceneRasters.Altered("shifted", august, shifted, FileName(Sentinel(august)), isCloudy: false)),
        ]);
    }

    private static (StacCollection, IReadOnlyList<StacItem>) Lake()
    {
        var scenes = Enumerable.Range(0, Scenes.LakeLevels.Count).Select(Scenes.Lake).ToList();
        var first = Sentinel(scenes[0]) with { Source = "USER", Tags = ["lake"] };
        var collection = ItemMaker.Collection("lake", "Lake monitoring, 2023", "A lake whose water falls by more than four metres, on five days.", first);
        return (collection, [.. scenes.Select((scene, index) =>
        {
            var facts = Sentinel(scene) with { Source = "USER", Tags = ["lake"], UserTitle = $"Lake, date {index + 1} of {scenes.Count}" };
            return Scene($"lake {index}", collection, facts, RasterGrid.Of(scene), SceneRasters.Multispectral(scene, FileName(facts)));
        })]);
    }

    private static (StacCollection, IReadOnlyList<StacItem>) Ships()
    {
        var grid = ShipsGrid;
        var facts = new ItemFacts("DS_PHR1B_202310280831172_FR1_PX_E032N29_0914_01280", new(2023, 10, 28, 8, 31, 17, TimeSpan.Zero), SensorProfile.Pleiades)
        {
            OrderId = SeedOrders.IdOf("Suez"),
            UserTitle = "Suez anchorage",
            Tags = ["ships"],
        };
        var collection = ItemMaker.Collection("ships", facts.Title, "Ships waiting on open water, in natural colours.", facts);
        var image = SceneRasters.Ships(grid, "IMG_PHR1B_PMS_202310280831172_ORT.tif");
        return (collection,
        [
            ItemMaker.Item("ships", collection, facts, grid, grid.Outline(isTilted: false),
                ItemMaker.Data("multispectral", "Display", image, grid.PixelSize, "red", "green", "blue"),
                ItemMaker.Thumbnail(AssetMaker.Thumbnail(image, grid)),
                ItemMaker.Delivery(AssetMaker.Delivery("PHR1B_202310280831172", grid, facts.At, [image]))),
        ]);
    }

    private static (StacCollection, IReadOnlyList<StacItem>) Tasked()
    {
        var facts = new ItemFacts("PNEO4_202310031021300_MS_ORT", new(2023, 10, 3, 10, 21, 30, TimeSpan.Zero), SensorProfile.PleiadesNeo)
        {
            OrderId = SeedOrders.IdOf("Havel"),
            Source = "TASKING",
            CloudCover = 6.2,
        };
        return Single("havel", facts, "Pléiades Neo, tasked.", TaskedGrid, TaskedScene);
    }

    private static (StacCollection, IReadOnlyList<StacItem>) Late(DateTimeOffset from)
    {
        var scene = Scenes.Aoi with { Seed = 5, Width = 512, Height = 512, Date = new(2023, 7, 8) };
        var facts = new ItemFacts("DS_SPOT6_202307081012400_FR1_FR1_SE1_E012N52_01871", new(2023, 7, 8, 10, 12, 40, TimeSpan.Zero), SensorProfile.Spot)
        {
            OrderId = SeedOrders.IdOf("Spree"),
            VisibleFrom = from,
        };
        return Single("spree", facts, "SPOT 6, delivered ten minutes after the sandbox's start.", RasterGrid.Of(scene, 6), scene);
    }

    // A whole tile of Sentinel-2, 0.8 GB: made only if it is asked for, which takes minutes.
    private static (StacCollection, IReadOnlyList<StacItem>) Tile()
    {
        var scene = new SceneOptions { Width = 10_980, Height = 10_980 };
        var facts = Sentinel(scene) with { Source = "USER", UserTitle = "A whole tile, 10,980 × 10,980 pixels" };
        var collection = ItemMaker.Collection("tile", "Sentinel-2, a whole tile", "12,056 km² in one raster of some 0.8 GB.", facts);
        var grid = RasterGrid.Of(scene);
        return (collection,
        [
            ItemMaker.Item("tile", collection, facts, grid, grid.Outline(isTilted: true),
                ItemMaker.Data("multispectral", "Multispectral", SceneRasters.Multispectral(scene, "S2A_TILE.tif"), grid.PixelSize, FourBands),
                ItemMaker.Thumbnail(AssetMaker.Picture("tile", new SceneContent(scene).Quicklook))),
        ]);
    }

    private static (StacCollection, IReadOnlyList<StacItem>) Single(string name, ItemFacts facts, string description, RasterGrid grid, SceneOptions scene)
    {
        var collection = ItemMaker.Collection(name, facts.Title, description, facts);
        return (collection, [Scene(name, collection, facts, grid, SceneRasters.Altered(name, scene, grid, facts.Title + ".tif", isCloudy: false))]);
    }

    private static StacItem Scene(string name, StacCollection collection, ItemFacts facts, RasterGrid grid, AssetContent raster)
    {
        List<StacAsset> assets =
        [
            ItemMaker.Data("multispectral", "Multispectral", raster, grid.PixelSize, FourBands),
            ItemMaker.Thumbnail(AssetMaker.Thumbnail(raster, grid)),
        ];
        if (facts.OrderId is not null)
        {
            assets.Add(ItemMaker.Delivery(AssetMaker.Delivery(facts.Title, grid, facts.At, [raster])));
        }

        return ItemMaker.Item(name, collection, facts, grid, grid.Outline(isTilted: true), assets);
    }

    private static ItemFacts Sentinel(SceneOptions scene)
    {
        var facts = new SceneFacts(scene);
        return new ItemFacts(facts.SceneId, facts.AcquiredAt, SensorProfile.Sentinel2);
    }

    private static string FileName(ItemFacts facts) => facts.Title + ".tif";
}
