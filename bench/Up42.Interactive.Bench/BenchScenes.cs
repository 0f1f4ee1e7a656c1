using System.Diagnostics;
using Up42.Interactive.Gdal;

namespace Up42.Interactive.Bench;

/// <summary>
/// The scenes that are measured on: 10980×10980, four uint16 bands, 512² tiles, deflate level 6 with predictor 2; smooth fields plus
/// Gaussian noise of σ 60, a nodata collar of 300 columns. Pixel-interleaved and band-interleaved, each plain and with overviews.
/// They are made once and kept.
/// </summary>
internal static class BenchScenes
{
    private const int Size = 10980;
    private const int Bands = 4;
    private const int Collar = 300;
    private const int StripRows = 512;
    private const double Sigma = 60;

    private static readonly string[] Layout =
        ["TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512", "COMPRESS=DEFLATE", "ZLEVEL=6", "PREDICTOR=2", "NUM_THREADS=ALL_CPUS"];

    /// <summary>The path of a scene, made when it is not there.</summary>
    /// <param name="folder">Where scenes are kept.</param>
    /// <param name="interleave">"pixel" or "band".</param>
    /// <param name="overviews">With overviews inside, or plain.</param>
    public static string Get(string folder, string interleave, bool overviews)
    {
        var path = Path.Combine(folder, $"{interleave}{(overviews ? "-overviews" : "")}", "scene.tif");
        if (!File.Exists(path))
        {
            Console.Error.WriteLine($"Making {path} (once; some minutes).");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var part = path + ".part";
            if (overviews)
            {
                File.Copy(Get(folder, interleave, overviews: false), part, overwrite: true);
                Run("gdaladdo", "-q", "-r", "average", "--config", "COMPRESS_OVERVIEW", "DEFLATE", part, "2", "4", "8", "16");
            }
            else if (interleave == "pixel")
            {
                Write(part);
            }
            else
            {
                Run("gdal_translate",
                    ["-q", .. Layout.SelectMany(option => new[] { "-co", option }), "-of", "GTiff", "-co", "INTERLEAVE=BAND",
                    Get(folder, "pixel", overviews: false), part]);
            }

            File.Move(part, path);
        }

        return path;
    }

    /// <summary>The pixel-interleaved scene with overviews, cloud-optimized; made when it is not there.</summary>
    /// <param name="folder">Where scenes are kept.</param>
    public static string GetCloudOptimized(string folder)
    {
        var path = Path.Combine(folder, "cloud-optimized", "scene.tif");
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Run("gdal_translate",
                ["-q", "-of", "COG", "-co", "COMPRESS=DEFLATE", "-co", "PREDICTOR=2", "-co", "NUM_THREADS=ALL_CPUS",
                Get(folder, "pixel", overviews: true), path + ".part"]);
            File.Move(path + ".part", path);
        }

        return path;
    }

    /// <summary>Invented land as large as the others, which compresses as a scene of land does; made when it is not there.</summary>
    /// <param name="folder">Where scenes are kept.</param>
    public static string GetLand(string folder)
    {
        var path = Path.Combine(folder, "land", "scene.tif");
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Sandbox.SceneMaker.Write(path, new Sandbox.SceneOptions { Width = Size, Height = Size });
        }

        return path;
    }

    /// <summary>The first of a hundred rasters in one folder: the plain pixel-interleaved scene, cut; made when they are not there.</summary>
    /// <param name="folder">Where scenes are kept.</param>
    public static string GetHundred(string folder)
    {
        const int Across = 10;
        const int Side = Size / Across;
        var tiles = Path.Combine(folder, "hundred");
        if (!Directory.Exists(tiles))
        {
            Directory.CreateDirectory(tiles + ".part");
            for (var i = 0; i < Across * Across; i++)
            {
                string[] window = [$"{i % Across * Side}", $"{i / Across * Side}", $"{Side}", $"{Side}"];
                Run("gdal_translate",
                    ["-q", .. Layout.SelectMany(option => new[] { "-co", option }), "-srcwin", .. window,
                    Get(folder, "pixel", overviews: false), Path.Combine(tiles + ".part", $"{i:00}.tif")]);
            }

            Directory.Move(tiles + ".part", tiles);
        }

        return Path.Combine(tiles, "00.tif");
    }

    private static void Write(string path)
    {
        using var scene = GdalDataset.Create("GTiff", path, Size, Size, Bands, GdalDataType.UInt16, [.. Layout, "INTERLEAVE=PIXEL", "BIGTIFF=IF_SAFER"]);
        using (var utm = GdalSpatialReference.FromEpsg(32633))
        {
            scene.SetSpatialReference(utm);
        }

        scene.Geotransform = [399960, 10, 0, 5900040, 0, -10];
        var noise = Gaussian(1 << 16);
        var random = new ulong[Bands];
        for (var first = 0; first < Size; first += StripRows)
        {
            var rows = Math.Min(StripRows, Size - first);
            var strips = new ushort[Bands][];
            Parallel.For(0, Bands, band => strips[band] = Strip(first, rows, band, noise, ref random[band]));
            for (var band = 0; band < Bands; band++)
            {
                scene.Band(band + 1).WriteRows<ushort>(first, strips[band]);
            }
        }

        for (var band = 1; band <= Bands; band++)
        {
            scene.Band(band).SetNoData(0);
        }

        scene.Close();
    }

    private static ushort[] Strip(int first, int rows, int band, double[] noise, ref ulong random)
    {
        random = random == 0 ? 0x9E3779B97F4A7C15UL * (ulong)(band + 1) : random;
        var strip = new ushort[rows * Size];
        for (var row = 0; row < rows; row++)
        {
            for (var column = Collar; column < Size; column++)
            {
                random ^= random << 13;
                random ^= random >> 7;
                random ^= random << 17;
                var y = first + row;
                var field = 1500 + (500 * band)
                    + (600 * Math.Sin((column / 700.0) + band) * Math.Cos(y / 900.0))
                    + (200 * Math.Sin((column + (2 * y)) / 260.0));
                strip[(row * Size) + column] = (ushort)Math.Clamp(field + (Sigma * noise[random >> 48]), 1, 10000);
            }
        }

        return strip;
    }

    /// <summary>Standard normal numbers, by Box and Muller's method.</summary>
    private static double[] Gaussian(int count)
    {
        var random = new Random(42);
        return [.. Enumerable.Range(0, count)
            .Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
    }

    /// <summary>Runs a program that has to end well.</summary>
    public static void Run(string program, params string[] arguments) => BoundedProcess.Run(new ProcessStartInfo(program, arguments));
}
