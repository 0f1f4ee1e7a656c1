using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Up42.Interactive.TestKit;

/// <summary>An image as GDAL's own tools read it: 8-bit values, or wider ones as they are stored.</summary>
public sealed class RawImage
{
    private readonly double[][] _bands;

    private RawImage(int width, int height, double[][] bands) => (Width, Height, _bands) = (width, height, bands);

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Bands.</summary>
    public int BandCount => _bands.Length;

    /// <summary>A value.</summary>
    /// <param name="band">From 1.</param>
    /// <param name="column">From 0.</param>
    /// <param name="row">From 0.</param>
    public double this[int band, int column, int row] => _bands[band - 1][(row * Width) + column];

    /// <summary>Reads a whole image by <c>gdal_translate</c>.</summary>
    /// <param name="path">A file GDAL can read.</param>
    public static RawImage Read(string path)
    {
        using var folder = new TempFolder();
        var raw = folder["raw.bin"];
        Tool.Run("gdal_translate", "-q", "-of", "ENVI", "-co", "INTERLEAVE=BSQ", path, raw);
        var header = File.ReadAllLines(folder["raw.hdr"])
            .Select(line => line.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim());
        var (width, height, count) = (Number("samples"), Number("lines"), Number("bands"));
        var bytes = File.ReadAllBytes(raw);
        return new RawImage(width, height, [.. Enumerable.Range(0, count).Select(band => Number("data type") switch
        {
            1 => Band<byte>(band),
            2 => Band<short>(band),
            3 => Band<int>(band),
            4 => Band<float>(band),
            5 => Band<double>(band),
            12 => Band<ushort>(band),
            13 => Band<uint>(band),
            var type => throw new InvalidOperationException($"{path} holds pixels of ENVI's type {type}."),
        })]);

        int Number(string name) => int.Parse(header[name], CultureInfo.InvariantCulture);

        double[] Band<T>(int band)
            where T : unmanaged, INumber<T>
        {
            var pixels = MemoryMarshal.Cast<byte, T>(bytes).Slice(band * width * height, width * height);
            var values = new double[pixels.Length];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = double.CreateChecked(pixels[i]);
            }

            return values;
        }
    }
}
