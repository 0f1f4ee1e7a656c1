using System.Globalization;
using System.Text.Json;

namespace Up42.Interactive.Sandbox;

/// <summary>What runs has an effect: made from the item given in, judged by GDAL's programs.</summary>
public sealed class EffectTests : TodayTestBase, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Pansharpening_has_the_fine_pixels_and_the_coarse_colours()
    {
        var made = await RunAsync("pansharpening", $$"""{"title":"t","item":"{{Address("olinda")}}"}""");
        var fine = Info(await FileAsync(made, "multispectral", "fine.tif"));
        var coarse = Info(await FileAsync(await ItemAsync("olinda"), "multispectral", "coarse.tif"));

        fine.GetProperty("size")[0].GetInt32().ShouldBe(1024);
        fine.GetProperty("metadata").GetProperty("IMAGE_STRUCTURE").GetProperty("LAYOUT").GetString().ShouldBe("COG");
        made.GetProperty("properties").GetProperty("gsd").GetDouble().ShouldBe(1.5);
        for (var band = 0; band < 4; band++)
        {
            // Brovey's transformation keeps the brightness of all bands together; a single one moves with how alike it is to the fine band.
            Mean(fine, band).ShouldBe(Mean(coarse, band), 0.12 * Mean(coarse, band));
        }

        // Coarse pixels that were only blended would differ from one to the next by a quarter of what they did.
        Step("fine.tif").ShouldBeGreaterThan(1.5 * Step("coarse.tif") / 4, "it shows more than the coarse bands did");
        var weighted = await RunAsync(
            "pansharpening", $$"""{"title":"t","item":"{{Address("olinda")}}","greyWeights":[{"band":"blue","weight":1}]}""");
        (await File.ReadAllBytesAsync(await FileAsync(weighted, "multispectral", "weighted.tif"), Up42PySession.Cancellation))
            .ShouldNotBe(await File.ReadAllBytesAsync(_folder["fine.tif"], Up42PySession.Cancellation));
    }

    [Theory]
    [InlineData("upsampling-ns", "ships", "ships", 3200)]
    [InlineData("upsampling-ns-sentinel", "lake 0", "lake", 1024)]
    [InlineData("orthorectification-intermap", "lake 0", "lake", 512)]
    public async Task Rasters_have_the_size_that_they_should(string process, string item, string collection, int width)
    {
        var made = await RunAsync(process, $$"""{"title":"t","item":"{{Address(item, collection)}}"}""");
        var info = Info(await FileAsync(made, "multispectral", "made.tif"));
        var source = Info(await FileAsync(await ItemAsync(item), "multispectral", "source.tif"));

        info.GetProperty("size")[0].GetInt32().ShouldBe(width);
        Mean(info, 0).ShouldBe(Mean(source, 0), 0.03 * Mean(source, 0));
    }

    [Fact]
    public async Task True_color_is_eight_bits_of_red_green_and_blue()
    {
        var made = await RunAsync("true-color-conversion", $$"""{"title":"t","item":"{{Address("lake 1", "lake")}}"}""");
        var bands = Info(await FileAsync(made, "multispectral", "made.tif")).GetProperty("bands").EnumerateArray().ToList();

        bands.Select(band => band.GetProperty("type").GetString()).ShouldBe(["Byte", "Byte", "Byte"]);
        bands.Select(band => band.GetProperty("colorInterpretation").GetString()).ShouldBe(["Red", "Green", "Blue"]);
    }

    [Fact]
    public async Task Coregistration_takes_back_the_three_pixels_that_august_lies_beside_may()
    {
        var source = await FileAsync(await ItemAsync("berlin august"), "multispectral", "source.tif");
        var reference = await FileAsync(await ItemAsync("berlin may"), "multispectral", "reference.tif");
        var made = await FileAsync(
            await RunAsync(
                "coregistration-simularity",
                $$"""{"title":"t","sourceItem":"{{Address("berlin august", "berlin")}}","referenceItem":"{{Address("berlin may", "berlin")}}"}"""),
            "multispectral", "made.tif");

        Info(made).GetProperty("geoTransform").GetRawText().ShouldBe(Info(reference).GetProperty("geoTransform").GetRawText());
        // The same pixel of the land, away from the collar.
        foreach (var (column, row) in new[] { (300, 300), (400, 350), (500, 420) })
        {
            Value(made, column, row).ShouldBe(Value(source, column, row), 1);
        }
    }

    [Fact]
    public async Task Ships_are_found_where_they_lie()
    {
        var made = await RunAsync("detection-ships-airbus", $$"""{"title":"t","item":"{{Address("ships")}}"}""");
        var features = await FeaturesAsync(made);
        var grid = SeedStorage.ShipsGrid;
        var boxes = features.Select(feature => feature.GetProperty("geometry").GetProperty("coordinates")[0].EnumerateArray()
            .Select(point => (X: point[0].GetDouble(), Y: point[1].GetDouble())).ToList()).ToList();
        var found = new ShipScene().Ships.Count(ship =>
        {
            var place = grid.ToDegrees(ship.X / ShipScene.PixelSize, ship.Y / ShipScene.PixelSize);
            return boxes.Exists(box => place.Longitude > box.Min(p => p.X) && place.Longitude < box.Max(p => p.X)
                && place.Latitude > box.Min(p => p.Y) && place.Latitude < box.Max(p => p.Y));
        });

        found.ShouldBeGreaterThan(150, "of 200 ships");
        features.Count.ShouldBeLessThan(400);
        features.ShouldAllBe(feature => feature.GetProperty("properties").GetProperty("label").GetString() == "vessel"
            && feature.GetProperty("properties").GetProperty("confidence").GetDouble() >= 0.5);
    }

    [Theory]
    [InlineData("detection-buildings-spacept")]
    [InlineData("detection-trees-spacept")]
    [InlineData("detection-shadows-spacept")]
    [InlineData("detection-wind-turbines-airbus")]
    [InlineData("detection-storage-tanks-airbus")]
    [InlineData("detection-trucks-oi")]
    [InlineData("detection-cars-oi")]
    public async Task Detections_find_something_inside_the_scene(string process)
    {
        var made = await RunAsync(process, $$"""{"title":"t","item":"{{Address("lake 0", "lake")}}"}""");
        var box = made.GetProperty("bbox").EnumerateArray().Select(number => number.GetDouble()).ToList();
        var points = (await FeaturesAsync(made)).SelectMany(feature => feature.GetProperty("geometry").GetProperty("coordinates")[0].EnumerateArray()).ToList();

        made.GetProperty("properties").GetProperty("up42-product:data_type").GetString().ShouldBe("vector");
        points.ShouldNotBeEmpty();
        points.ShouldAllBe(point => point[0].GetDouble() >= box[0] - 1e-4 && point[0].GetDouble() <= box[2] + 1e-4);
    }

    [Fact]
    public async Task Change_is_where_the_lake_has_left_its_bed_and_grows_with_the_sensitivity()
    {
        var areas = new List<double>();
        foreach (var sensitivity in new[] { 1, 3, 5 })
        {
            var made = await RunAsync(
                "detection-change-simularity",
                $$"""
                {"title":"t","sourceItem":"{{Address("lake 4", "lake")}}","referenceItem":"{{Address("lake 0", "lake")}}","sensitivity":{{sensitivity}}}
                """);
            areas.Add((await FeaturesAsync(made)).Sum(feature => feature.GetProperty("properties").GetProperty("area_m2").GetDouble()));
            made.GetProperty("assets").TryGetProperty("change", out _).ShouldBeTrue("the map itself");
        }

        areas.ShouldBe(areas.Order());
        areas[^1].ShouldBeGreaterThan(areas[0]);
        areas[1].ShouldBeGreaterThan(100_000, "more than four metres of water are gone");
    }

    private static JsonElement Info(string path)
    {
        using var json = JsonDocument.Parse(Tool.Run("gdalinfo", "-json", "-stats", path));
        return json.RootElement.Clone();
    }

    private static double Mean(JsonElement info, int band) => info.GetProperty("bands")[band].GetProperty("mean").GetDouble();

    /// <summary>How much a pixel of the last band differs from the one beside it, on average.</summary>
    private double Step(string file)
    {
        var image = RawImage.Read(_folder[file]);
        return Enumerable.Range(0, image.Height)
            .SelectMany(row => Enumerable.Range(1, image.Width - 1).Select(column => Math.Abs(image[4, column, row] - image[4, column - 1, row]))).Average();
    }

    private static double Value(string path, int column, int row) => double.Parse(
        Tool.Run("gdallocationinfo", "-valonly", "-b", "3", path, $"{column}", $"{row}"), CultureInfo.InvariantCulture);

    private string Address(string item, string? collection = null) =>
        $"{Server.Endpoint}{Stac}/collections/{CollectionId(collection ?? item)}/items/{ItemId(item)}";

    private Task<JsonElement> ItemAsync(string name) => Session.GetAsync($"{Stac}/items/{ItemId(name)}");

    private async Task<JsonElement> RunAsync(string process, string inputs)
    {
        var job = await Session.JsonAsync(
            HttpMethod.Post, $"v2/processing/processes/{process}/execution", $$"""{"inputs":{{inputs}} }""", System.Net.HttpStatusCode.Created);
        Clock.Advance(TimeSpan.FromMinutes(1));
        var done = await Session.GetAsync($"v2/processing/jobs/{job.GetProperty("jobID").GetString()}");
        done.GetProperty("status").GetString().ShouldBe("captured");
        var items = await Session.GetAsync(done.GetProperty("results").GetProperty("collection").GetString() + "/items");
        return items.GetProperty("features")[0];
    }

    private async Task<string> FileAsync(JsonElement item, string key, string name)
    {
        var bytes = await DownloadAsync(item.GetProperty("assets").GetProperty(key).GetProperty("href").GetString()!);
        await File.WriteAllBytesAsync(_folder[name], bytes, Up42PySession.Cancellation);
        return _folder[name];
    }

    private async Task<List<JsonElement>> FeaturesAsync(JsonElement item)
    {
        using var json = JsonDocument.Parse(await DownloadAsync(item.GetProperty("assets").GetProperty("features").GetProperty("href").GetString()!));
        return [.. json.RootElement.Clone().GetProperty("features").EnumerateArray()];
    }
}
