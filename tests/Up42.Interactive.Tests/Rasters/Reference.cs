using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>What GDAL's own programs say about a raster.</summary>
internal static class Reference
{
    /// <summary>The pixels of a band at a size, by gdal_translate's nearest neighbour; complex ones as magnitude.</summary>
    internal static double[] Pixels(string path, string band, int width, int height, bool isComplex = false)
    {
        using var folder = new TempFolder();
        var raw = folder["raw"];
        Tool.Run("gdal_translate", "-q", "-of", "ENVI", "-ot", isComplex ? "CFloat64" : "Float64", "-b", band,
            "-outsize", Text(width), Text(height), "-r", "nearest", path, raw);
        var numbers = MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(raw)).ToArray();
        return isComplex
            ? [.. Enumerable.Range(0, numbers.Length / 2).Select(i => new Complex(numbers[2 * i], numbers[2 * i + 1]).Magnitude)]
            : numbers;
    }

    internal static JsonElement Info(string path) => JsonDocument.Parse(Tool.Run("gdalinfo", "-json", path)).RootElement;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
