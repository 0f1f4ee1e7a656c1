using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>What GDAL's own programs say about a raster.</summary>
internal static class Reference
{
    /// <summary>The pixels of bands at a size, by gdal_translate's nearest neighbour; complex ones as magnitude.</summary>
    /// <param name="path">The raster.</param>
    /// <param name="bands">Numbers, or "mask,1".</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="isComplex">True where pixels are complex numbers.</param>
    internal static double[][] Pixels(string path, IReadOnlyList<string> bands, int width, int height, bool isComplex = false)
    {
        using var folder = new TempFolder();
        var raw = folder["raw"];
        Tool.Run(
            "gdal_translate",
            ["-q", "-of", "ENVI", "-co", "INTERLEAVE=BSQ", "-ot", isComplex
            ? "CFloat64"
            : "Float64", .. bands.SelectMany(band => new[] { "-b", band }),
            "-outsize", Text(width), Text(height), "-r", "nearest", "-a_ullr", "0", "1", "1", "0", path, raw]);
        var numbers = MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(raw)).ToArray();
        var pixels = isComplex
            ? [.. Enumerable.Range(0, numbers.Length / 2).Select(i => new Complex(numbers[2 * i], numbers[2 * i + 1]).Magnitude)]
            : numbers;
        return [.. pixels.Chunk(width * height)];
    }

    /// <summary>Facts and statistics of all pixels.</summary>
    internal static JsonElement Info(string path) => JsonDocument.Parse(Tool.Run("gdalinfo", "-json", "-stats", path)).RootElement;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
