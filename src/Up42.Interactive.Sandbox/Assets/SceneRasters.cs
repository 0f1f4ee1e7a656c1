using Up42.Interactive.Gdal;

namespace Up42.Interactive.Sandbox;

/// <summary>What the scene maker's land looks like to several sensors.</summary>
internal static class SceneRasters
{
    /// <summary>Multispectral pixels are so many times the panchromatic ones.</summary>
    public const int PanRatio = 4;

    private static readonly string[] Names = ["blue", "green", "red", "nir"];

    // What a panchromatic sensor sees of each band.
    private static readonly float[] PanWeights = [0.15f, 0.3f, 0.35f, 0.2f];

    /// <summary>Four bands at ten metres, of any size.</summary>
    public static AssetContent Multispectral(SceneOptions scene, string fileName) =>
        new(fileName, AssetContent.Cog, path =>
        {
            CogFile.Write(path, scene);
            return Task.CompletedTask;
        })
        {
            Name = $"{new SceneFacts(scene).Id}.tif",
        };

    /// <summary>The land in one band of fine pixels.</summary>
    public static AssetContent Panchromatic(SceneOptions scene, RasterGrid grid, string fileName) => AssetMaker.Raster(
        $"{new SceneFacts(scene).Id}-pan", fileName, () => Task.FromResult(Pan(Render(scene, grid))));

    /// <summary>The land in four bands of coarse pixels.</summary>
    public static AssetContent Coarse(SceneOptions scene, RasterGrid grid, string fileName) => AssetMaker.Raster(
        $"{new SceneFacts(scene).Id}-ms", fileName, () => Task.FromResult(Average(Render(scene, grid))));

    /// <summary>The land as it lies a few pixels beside where it should, or under clouds.</summary>
    public static AssetContent Altered(string name, SceneOptions scene, RasterGrid grid, string fileName, bool isCloudy) => AssetMaker.Raster(
        $"{new SceneFacts(scene).Id}-{name}", fileName, () => Task.FromResult(isCloudy ? Cloud(Render(scene, grid)) : Render(scene, grid)));

    /// <summary>The anchorage with its ships, in 8 bits.</summary>
    public static AssetContent Ships(RasterGrid grid, string fileName) => AssetMaker.Raster("ships-image", fileName, () => Task.FromResult(
        new RasterData(grid, ["red", "green", "blue"], [.. new ShipScene().Paint().Select(band => Array.ConvertAll(band, value => (float)value))])
        {
            Type = GdalDataType.Byte,
        }));

    private static RasterData Render(SceneOptions scene, RasterGrid grid)
    {
        var pixels = new ushort[Sensor.Bands * scene.Height * scene.Width];
        new Sensor(scene).Fill(0, scene.Height, pixels, CancellationToken.None);
        var size = scene.Width * scene.Height;
        return new RasterData(grid, Names,
            [.. Enumerable.Range(0, Sensor.Bands).Select(band => Array.ConvertAll(pixels[(band * size)..((band + 1) * size)], value => (float)value))]);
    }

    private static RasterData Pan(RasterData scene)
    {
        var pan = new float[scene.Bands[0].Length];
        foreach (var (band, values) in scene.Bands.Index())
        {
            for (var i = 0; i < pan.Length; i++)
            {
                pan[i] += PanWeights[band] * values[i];
            }
        }

        return scene with { Names = ["pan"], Bands = [pan] };
    }

    private static RasterData Average(RasterData scene)
    {
        var grid = scene.Grid.Coarser(PanRatio);
        float[] Reduce(float[] values)
        {
            var reduced = new float[grid.Width * grid.Height];
            for (var i = 0; i < reduced.Length; i++)
            {
                var (sum, isWhole) = (0f, true);
                for (var k = 0; k < PanRatio * PanRatio; k++)
                {
                    var value = values[(((i / grid.Width * PanRatio) + (k / PanRatio)) * scene.Width) + (i % grid.Width * PanRatio) + (k % PanRatio)];
                    (sum, isWhole) = (sum + value, isWhole && value > 0);
                }

                reduced[i] = isWhole ? sum / (PanRatio * PanRatio) : 0;
            }

            return reduced;
        }

        return scene with { Grid = grid, Bands = [.. scene.Bands.Select(Reduce)] };
    }

    private static RasterData Cloud(RasterData scene)
    {
        var noise = new Noise(97);
        float[] Cover(float[] values) => [.. values.Select((value, index) =>
        {
            var thickness = Math.Clamp(0.97 + (0.5 * noise.Fractal(index % scene.Width / 160.0, index / scene.Width / 160.0, 4)), 0.6, 1);
            return value == 0 ? 0 : (float)((value * (1 - thickness)) + (6800 * thickness));
        })];
        return scene with { Bands = [.. scene.Bands.Select(Cover)] };
    }
}
