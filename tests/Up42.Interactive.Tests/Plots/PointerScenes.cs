using System.Runtime.InteropServices;

namespace Up42.Interactive.Tests.Plots;

/// <summary>Rasters that pointers are tried on: cases, and some that are made.</summary>
public sealed class PointerScenes : IDisposable
{
    internal const string Reduced = "reduced.tif";
    internal const string SouthUp = "south-up.tif";
    internal const string Float = "float.tif";
    internal const string Overviews = "overviews.tif";
    internal const string Rare = "rare.tif";

    private readonly TempFolder _folder = new();
    private int _pages;

    public PointerScenes()
    {
        var random = new Random(5);
        Write<ushort>(Reduced, 12, 2500, 1900, (x, y) => (ushort)Land(x, y));
        Write<short>(SouthUp, 2, 400, 300, (x, y) => (short)Land(x, y), "-a_ullr", "400000", "5700000", "404000", "5703000");
        Write<float>(Float, 4, 800, 700, (x, y) => (float)(Land(x, y) / 3000));
        Write<ushort>("large.tif", 12, 4100, 4200, (x, y) => (ushort)Land(x / 4, y / 4));
        Write<byte>(Rare, 1, 3100, 3000, (x, y) => (byte)(random.Next(25_000) == 0 ? random.Next(1, 5) : 0));
        Tool.Run("gdal_translate", "-q", "-of", "COG", "-co", "RESAMPLING=AVERAGE", _folder["large.tif"], _folder[Overviews]);

        double Land(int x, int y) => 1500 + (800 * Math.Sin(x / 70d) * Math.Cos(y / 90d)) + (120 * random.NextDouble());
    }

    public string NewPage() => _folder[$"{Interlocked.Increment(ref _pages)}.html"];

    public string Find(string name) => name.StartsWith("rasters/", StringComparison.Ordinal) ? Samples.FindCase(name) : _folder[name];

    /// <summary>A GeoTIFF, by way of a file of bare values (ENVI).</summary>
    private void Write<T>(string name, int envi, int width, int height, Func<int, int, T> value, params string[] place)
        where T : unmanaged
    {
        var values = new T[width * height];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(i % width, i / width);
        }

        File.WriteAllBytes(_folder["raw.img"], MemoryMarshal.AsBytes(values.AsSpan()));
        File.WriteAllText(_folder["raw.hdr"], $"ENVI\nsamples = {width}\nlines = {height}\nbands = 1\ndata type = {envi}\ninterleave = bsq\nbyte order = 0\n");
        string[] corners = place.Length > 0 ? place : ["-a_ullr", "400000", "5800000", $"{400_000 + (10 * width)}", $"{5_800_000 - (10 * height)}"];
        Tool.Run("gdal_translate", ["-q", "-a_srs", "EPSG:32633", .. corners, _folder["raw.img"], _folder[name]]);
    }

    public void Dispose() => _folder.Dispose();
}
