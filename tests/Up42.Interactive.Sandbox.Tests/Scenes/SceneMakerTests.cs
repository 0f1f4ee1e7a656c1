using System.Security.Cryptography;
using System.Text.Json;

namespace Up42.Interactive.Sandbox;

public sealed class SceneMakerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_default_size_has_the_facts_of_an_analysis_ready_scene()
    {
        var path = Make(new SceneOptions());
        using var info = Info(path);
        var root = info.RootElement;

        root.GetProperty("size").EnumerateArray().Select(value => value.GetInt32()).ShouldBe([2048, 2048]);
        root.GetProperty("coordinateSystem").GetProperty("wkt").GetString()!.ShouldContain("UTM zone 33N");
        root.GetProperty("geoTransform").EnumerateArray().Select(value => value.GetDouble()).ShouldBe([354_760, 10, 0, 5_830_240, 0, -10]);
        root.GetProperty("metadata").GetProperty("IMAGE_STRUCTURE").GetProperty("COMPRESSION").GetString().ShouldBe("DEFLATE");
        root.GetProperty("metadata").GetProperty("IMAGE_STRUCTURE").GetProperty("PREDICTOR").GetString().ShouldBe("2");
        var bands = root.GetProperty("bands").EnumerateArray().ToList();
        bands.Select(band => band.GetProperty("description").GetString()).ShouldBe(["blue", "green", "red", "nir"]);
        bands.Select(band => band.GetProperty("colorInterpretation").GetString()).ShouldBe(["Blue", "Green", "Red", "Undefined"]);
        foreach (var band in bands)
        {
            band.GetProperty("type").GetString().ShouldBe("UInt16");
            band.GetProperty("noDataValue").GetDouble().ShouldBe(0);
            band.GetProperty("block").EnumerateArray().Select(value => value.GetInt32()).ShouldBe([512, 512]);
            band.GetProperty("overviews").GetArrayLength().ShouldBe(3);
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(300, 300)]
    [InlineData(517, 33)]
    public void Write_odd_size_gives_exactly_that_size(int width, int height)
    {
        using var info = Info(Make(new SceneOptions { Width = width, Height = height }));

        info.RootElement.GetProperty("size").EnumerateArray().Select(value => value.GetInt32()).ShouldBe([width, height]);
        Directory.GetFiles(_folder.Path).Length.ShouldBe(1);
    }

    [Fact]
    [Trait("Tier", "Long")]
    public void Write_large_size_is_made_strip_by_strip()
    {
        using var info = Info(Make(new SceneOptions { Width = 5000, Height = 3000 }));

        info.RootElement.GetProperty("size").EnumerateArray().Select(value => value.GetInt32()).ShouldBe([5000, 3000]);
    }

    [Fact]
    public void Write_same_options_gives_the_pixels_known_from_other_machines()
    {
        var pixels = Pixels(Make(new SceneOptions { Width = 600, Height = 520 }), 600, 520);

        Convert.ToHexString(SHA256.HashData(pixels.SelectMany(band => band).SelectMany(BitConverter.GetBytes).ToArray()))[..16].ShouldBe("959A6E2709AB1AF1");
    }

    [Fact]
    public void Write_another_seed_date_or_water_level_gives_other_pixels()
    {
        var options = new SceneOptions { Width = 256, Height = 256, Place = ScenePlace.Lake };
        var scenes = new[] { options, options with { Seed = 2 }, options with { Date = new DateOnly(2023, 9, 1) }, options with { WaterLevel = -3 } }
            .Select(scene => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Make(scene)))));

        scenes.Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void Write_size_below_one_is_refused_and_leaves_nothing()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => SceneMaker.Write(_folder["a.tif"], new SceneOptions { Width = 0 }));

        _folder.Files.ShouldBeEmpty();
    }

    [Fact]
    public void Write_cancelled_leaves_nothing()
    {
        Should.Throw<OperationCanceledException>(() => SceneMaker.Write(_folder["a.tif"], cancellationToken: new CancellationToken(canceled: true)));

        _folder.Files.ShouldBeEmpty();
    }

    [Fact]
    public void Pixels_outside_the_tilted_frame_are_nodata_and_inside_never()
    {
        var bands = Pixels(Make(new SceneOptions { Width = 400, Height = 300 }), 400, 300);
        var footprint = new SceneFootprint(400, 300);

        var wrong = Enumerable.Range(0, bands[0].Length)
            .Where(index => bands.Exists(band => band[index] > 0 != footprint.Contains((index % 400) + 0.5, (index / 400) + 0.5)));

        wrong.ShouldBeEmpty();
        bands[0].Count(value => value == 0).ShouldBeInRange(12_000, 24_000);
    }

    [Fact]
    public void Pixels_have_spectra_of_water_vegetation_and_soil()
    {
        var bands = Pixels(Make(new SceneOptions { Width = 1200, Height = 1200 }), 1200, 1200);
        var land = Enumerable.Range(0, bands[0].Length).Where(index => bands[0][index] > 0)
            .Select(index => (Blue: bands[0][index] / 1e4, Green: bands[1][index] / 1e4, Red: bands[2][index] / 1e4, Nir: bands[3][index] / 1e4)).ToList();
        double Ndvi((double Blue, double Green, double Red, double Nir) pixel) => (pixel.Nir - pixel.Red) / (pixel.Nir + pixel.Red);
        var water = land.Where(pixel => pixel.Nir < 0.025).ToList();
        var plants = land.Where(pixel => Ndvi(pixel) > 0.7).ToList();
        var soil = land.Where(pixel => Ndvi(pixel) is > 0.1 and < 0.3 && pixel.Nir > 0.13).ToList();
        double Share<T>(List<T> part) => (double)part.Count / land.Count;

        Share(water).ShouldBeInRange(0.01, 0.12);
        Share(plants).ShouldBeInRange(0.4, 0.85);
        Share(soil).ShouldBeInRange(0.03, 0.3);
        water.Average(Ndvi).ShouldBeLessThan(-0.1);
        plants.Average(pixel => pixel.Nir).ShouldBeInRange(0.25, 0.45);
        plants.Average(pixel => pixel.Red).ShouldBeInRange(0.03, 0.06);
        soil.Average(pixel => pixel.Red).ShouldBeGreaterThan(soil.Average(pixel => pixel.Green));
        soil.Average(pixel => pixel.Green).ShouldBeGreaterThan(soil.Average(pixel => pixel.Blue));
        land.Max(pixel => pixel.Red).ShouldBeInRange(0.2, 0.5);
    }

    private static JsonDocument Info(string path) => JsonDocument.Parse(Tool.Run("gdalinfo", "-json", path));

    private string Make(SceneOptions options)
    {
        var path = _folder[$"{Guid.NewGuid():N}.tif"];
        SceneMaker.Write(path, options);
        return path;
    }

    private List<ushort[]> Pixels(string path, int width, int height)
    {
        var raw = _folder[$"{Guid.NewGuid():N}.bin"];
        Tool.Run("gdal_translate", "-q", "-of", "ENVI", "-co", "INTERLEAVE=BSQ", path, raw);
        var bytes = File.ReadAllBytes(raw);
        return [.. Enumerable.Range(0, 4).Select(band =>
        {
            var pixels = new ushort[width * height];
            Buffer.BlockCopy(bytes, band * pixels.Length * 2, pixels, 0, pixels.Length * 2);
            return pixels;
        })];
    }
}
