using Microsoft.DotNet.Interactive.Formatting;

namespace Up42.Interactive.Tests.Maps;

public sealed class ResultMapTests(SampleScenes scenes) : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void ToDisplayString_of_the_map_is_its_html()
    {
        var map = Olinda().MapResults(cancellationToken: Token);

        map.ToDisplayString("text/html").ShouldBe(map.ToHtml());
    }

    [Fact]
    public void ToString_says_what_is_on_it_and_where() =>
        Olinda().MapResults(cancellationToken: Token).ToString().ShouldBe("Map of 1 image and 1 feature, 34.9166° W – 34.8260° W, 8.0409° S – 7.9498° S");

    [Fact]
    public void ToHtml_gives_the_same_bytes_each_time() =>
        Olinda().MapResults(cancellationToken: Token).ToHtml().ShouldBe(Olinda().MapResults(cancellationToken: Token).ToHtml());

    [Fact]
    public void ToHtml_keeps_to_its_size() => Olinda().MapResults(cancellationToken: Token).ToHtml().Length.ShouldBeLessThan(4_000_000);

    [Fact]
    public void Bounds_are_those_of_the_pixels_that_hold_data()
    {
        var bounds = JobResults.Open(scenes.Berlin, cancellationToken: TestContext.Current.CancellationToken).MapResults(cancellationToken: Token).Bounds!;

        bounds.MinX.ShouldBe(13.3594, 0.0001);
        bounds.MaxX.ShouldBe(13.3813, 0.0001);
        bounds.MinY.ShouldBe(52.5095, 0.0001);
        bounds.MaxY.ShouldBe(52.5229, 0.0001);
    }

    [Fact]
    public void Bounds_without_images_are_those_of_the_features() =>
        JobResults.Open(scenes.Berlin, cancellationToken: TestContext.Current.CancellationToken)
            .MapResults(showImages: false, cancellationToken: Token).Bounds!.MinY.ShouldBe(52.4828, 0.0001);

    [Fact]
    public void Bounds_of_a_scene_across_the_antimeridian_go_on_beyond_180()
    {
        var scene = Raster("fiji.tif", "-a_srs", "EPSG:4326", "-a_ullr", "179.5", "-16", "180.5", "-17");

        var bounds = Map(scene).Bounds!;

        bounds.MinX.ShouldBe(179.5, 0.01);
        bounds.MaxX.ShouldBe(180.5, 0.01);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, MapLayer.ColoredOpacity)]
    public void Footprints_that_a_column_colours_are_filled_where_no_image_lies_below(bool withImages, double opacity) =>
        new MapBuilder(new MapOptions { ColorBy = "resolution" }, Token)
            .AddImages(withImages ? [SampleScenes.RasterIn(scenes.Olinda)] : [], null)
            .AddFootprints(FeatureTable.Read(SampleScenes.TableIn(scenes.Olinda)), "uid")
            .BuildContents().Vectors.Layers.ShouldHaveSingleItem().FillOpacity.ShouldBe(opacity);

    [Fact]
    public void A_raster_without_place_is_left_out_and_named() =>
        Map(Raster("plain.tif", "-co", "PROFILE=BASELINE")).ToHtml()
            .ShouldContain("plain.tif is not on the map: it names no coordinate reference system that has a place on Earth, and no footprint tells its place.");

    [Fact]
    public void An_empty_map_shows_the_world() =>
        new MapBuilder(new MapOptions()).Build().ToString().ShouldBe("Map of 0 images and 0 features");

    [Fact]
    public void SaveHtml_takes_that_very_file()
    {
        Olinda().MapResults(saveHtml: _folder["deep/er/map.html"], cancellationToken: Token);

        _folder.Files.ShouldBe(["deep/er/map.html"]);
    }

    [Theory]
    [InlineData("existing")]
    [InlineData("new/")]
    public void SaveHtml_into_a_folder_makes_a_name(string folder)
    {
        Directory.CreateDirectory(_folder["existing"]);

        Olinda().MapResults(saveHtml: _folder[folder], cancellationToken: Token);

        _folder.Files.ShouldBe([$"{folder.TrimEnd('/')}/map_olinda.html"]);
    }

    [Theory]
    [InlineData("closed/")]
    [InlineData("closed/map.html")]
    [InlineData("closed/deep/map.html")]
    public void SaveHtml_into_a_folder_without_the_right_to_write_says_so(string path)
    {
        Tool.Run("mkdir", "-m", "555", _folder["closed"]);
        var named = path == "closed/" ? "closed/map_olinda.html" : path;

        Should.Throw<IOException>(() => PlainUser.Do(() => Olinda().MapResults(saveHtml: _folder[path], cancellationToken: Token))).Message
            .ShouldBe($"{_folder[named]} cannot be written: there is no permission to write there.");

        _folder.Files.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("table")]
    [InlineData("text")]
    [InlineData("path")]
    public void Aoi_is_taken_in_each_form(string form)
    {
        var path = Samples.Find("collection/aoi_berlin.geojson");
        Aoi aoi = form switch { "table" => FeatureTable.Read(path), "text" => File.ReadAllText(path), _ => path };

        JobResults.Open(scenes.Berlin, cancellationToken: TestContext.Current.CancellationToken)
            .MapResults(aoi: aoi, cancellationToken: Token).ToHtml().ShouldContain("Area of interest");
    }

    [Fact]
    public void Aoi_is_taken_as_a_geometry()
    {
        Aoi aoi = FeatureTable.Read(Samples.Find("collection/aoi_berlin.geojson"))[0].Geometry!;

        aoi.Table.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void MapResults_says_what_of_the_results_and_the_aoi_could_not_be_read(bool showFeatures)
    {
        var results = JobResults.Open(Samples.Find("../cases/archives/29_broken_vector.tgz"), cancellationToken: TestContext.Current.CancellationToken);
        Aoi aoi =
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}},
            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[1]]]}}]}
            """;

        var html = results.MapResults(aoi: aoi, showFeatures: showFeatures, cancellationToken: Token).ToHtml();

        html.Contains("<p>u2/bad.geojson was left out: ", StringComparison.Ordinal).ShouldBe(showFeatures);
        html.ShouldContain("<p>Area of interest: ");
    }

    [Fact]
    public void A_basemap_has_a_web_address() =>
        Should.Throw<ArgumentException>(() => new MapBuilder(new MapOptions { Basemaps = [new("x", "javascript:alert(1)", "", 1)] })
            .Build().ToHtml())
            .Message.ShouldContain("is an http or https address");

    public void Dispose() => _folder.Dispose();

    private static ResultMap Map(string raster) =>
        new MapBuilder(new MapOptions()).AddImages([raster], null).Build();

    private JobResults Olinda() => JobResults.Open(scenes.Olinda);

    private string Raster(string name, params string[] options)
    {
        Tool.Run("gdal_translate", ["-q", .. options, SampleScenes.RasterIn(scenes.Olinda), _folder[name]]);
        return _folder[name];
    }
}
