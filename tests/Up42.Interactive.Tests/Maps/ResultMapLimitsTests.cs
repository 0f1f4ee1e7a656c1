namespace Up42.Interactive.Tests.Maps;

/// <summary>Maps of much, of damaged and of missing things, and maps that cannot be saved.</summary>
public sealed class ResultMapLimitsTests(SampleScenes scenes) : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Many_large_features_are_thinned_to_the_size_of_a_map_with_a_note()
    {
        var table = FeatureTable.Parse(System.Text.Json.JsonSerializer.Serialize(new
        {
            type = "FeatureCollection",
            features = Enumerable.Range(0, 6000).Select(i => new
            {
                type = "Feature",
                properties = new Dictionary<string, object>
                {
                    ["name"] = $"circle {i}",
                    ["noise"] = string.Concat(Enumerable.Range(0, 8).Select(k =>
                        Convert.ToBase64String(System.Security.Cryptography.SHA512.HashData(BitConverter.GetBytes((8 * i) + k)))))
                },
                geometry = new
                {
                    type = "LineString",
                    coordinates = Enumerable.Range(0, 60)
                    .Select(k => new[] { (i % 80) + Math.Cos(k * 0.1), (i / 80 % 70) + Math.Sin(k * 0.1) })
                },
            }),
        }));

        var html = new MapBuilder(new MapOptions()).AddVectors(table, "circles").Build().ToHtml();

        html.Length.ShouldBeLessThan(4_000_000);
        html.ShouldContain("of 6,000 features are shown, evenly picked.");
        html.ShouldContain("Outlines are simplified by up to");
    }

    [Fact]
    [Trait("Tier", "Long")]
    public void A_hundred_rasters_keep_to_the_size_of_a_map()
    {
        Tool.Run("gdal_translate", "-q", "-srcwin", "20", "20", "300", "300", SampleScenes.RasterIn(scenes.Olinda), _folder["0.tif"]);
        foreach (var i in Enumerable.Range(1, 99))
        {
            File.Copy(_folder["0.tif"], _folder[$"{i}.tif"]);
        }

        var map = new MapBuilder(new MapOptions())
            .AddImages([.. Enumerable.Range(0, 100).Select(i => (MapRaster)_folder[$"{i}.tif"])], null).Build();

        map.ToString().ShouldStartWith("Map of 100 images");
        map.ToHtml().Length.ShouldBeLessThan(4_000_000);
    }

    [Fact]
    public void A_damaged_raster_is_left_out_and_named()
    {
        File.WriteAllText(_folder["broken.tif"], "II*\0 nothing");

        new MapBuilder(new MapOptions()).AddImages([_folder["broken.tif"]], null).Build().ToHtml().ShouldContain("broken.tif is not on the map: ");
    }

    [Fact]
    public void A_raster_without_the_band_is_left_out_and_named_unless_it_is_the_only_one()
    {
        Tool.Run("gdal_translate", "-q", "-b", "1", SampleScenes.RasterIn(scenes.Olinda), _folder["one.tif"]);

        var map = new MapBuilder(new MapOptions()).AddImages([SampleScenes.RasterIn(scenes.Olinda), _folder["one.tif"]], 4).Build();

        map.ToString().ShouldStartWith("Map of 1 image ");
        map.ToString().ShouldEndWith(". one.tif is not on the map: 'one.tif' has no band 4; it has one band, 1");
        map.ToHtml().ShouldContain("one.tif is not on the map: &#39;one.tif&#39; has no band 4; it has one band, 1.");
        Should.Throw<Up42Exception>(() => new MapBuilder(new MapOptions()).AddImages([_folder["one.tif"]], 4));
    }

    [Fact]
    public void SavePng_shows_the_image_and_its_outline()
    {
        var path = JobResults.Open(scenes.Olinda, cancellationToken: TestContext.Current.CancellationToken)
            .MapResults(cancellationToken: Token).SavePng(_folder["deep/map.png"]);

        var picture = RawImage.Read(path);
        picture.Width.ShouldBe(1920);
        Enumerable.Range(0, picture.Width * picture.Height).Count(i => IsOutline(picture, i % picture.Width, i / picture.Width)).ShouldBeGreaterThan(3000);
        Enumerable.Range(0, picture.Width).Count(x => picture[1, x, picture.Height / 2] < 120).ShouldBeGreaterThan(picture.Width / 4);
        _folder.Files.ShouldBe(["deep/map.png"]);

        static bool IsOutline(RawImage image, int x, int y) => (image[1, x, y], image[2, x, y], image[3, x, y]) == (0, 163, 255);
    }

    [Fact]
    public void Files_that_can_not_be_written_are_named()
    {
        File.WriteAllText(_folder["file"], string.Empty);
        var map = new MapBuilder(new MapOptions()).Build();

        Should.Throw<IOException>(() => map.SaveHtml(_folder["file/map.html"])).Message.ShouldStartWith($"{_folder["file/map.html"]} cannot be written: ");
        Should.Throw<IOException>(() => map.SavePng("/proc/map.png")).Message.ShouldStartWith("/proc/map.png cannot be written: ");
        Should.Throw<ArgumentException>(() => map.SaveHtml(_folder.Path)).Message.ShouldContain("is a folder; name a file in it");
        _folder.Files.ShouldBe(["file"]);
    }

    [Fact]
    public void ColorBy_a_column_that_no_feature_has_is_said() =>
        Should.Throw<ArgumentException>(
            () => JobResults.Open(scenes.Olinda)
                .MapResults(showImages: false, options: new MapOptions { ColorBy = "clouds" }, cancellationToken: Token))
            .Message.ShouldBe("No feature on the map has a column 'clouds' to be coloured by.");

    public void Dispose() => _folder.Dispose();

    private static string Text(double number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
