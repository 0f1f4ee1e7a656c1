using Up42.Interactive.Sandbox;

namespace Up42.Interactive.Tests.Maps.Detail;

/// <summary>Scenes of invented land in places that are hard to map: the same pixels, elsewhere or as other values.</summary>
public sealed class DetailScenes : IDisposable
{
    private readonly TempFolder _folder = new();

    /// <summary>A scene of some pixels on a side, made once.</summary>
    /// <param name="kind">utm, brazil, antimeridian, north, palette, nan.</param>
    /// <param name="size">Columns and rows.</param>
    public string Get(string kind, int size)
    {
        var path = _folder[$"{kind}-{size}.tif"];
        if (!File.Exists(path))
        {
            Make(kind, size, path);
        }

        return path;
    }

    public void Dispose() => _folder.Dispose();

    private void Make(string kind, int size, string path)
    {
        switch (kind)
        {
            case "utm":
                SceneMaker.Write(path, new SceneOptions { Width = size, Height = size }, cancellationToken: TestContext.Current.CancellationToken);
                break;
            case "brazil":
                Place("EPSG:31985", 290_000, 9_120_000);
                break;
            case "antimeridian":
                Place("EPSG:32601", 166_000 - (5 * size), 8_100_000);
                break;
            case "north":
                Place("EPSG:32633", 620_000, 7_800_000);
                break;
            case "nan":
                Python("""
                    import sys, numpy; from osgeo import gdal
                    gdal.Translate(sys.argv[2], sys.argv[1], outputType=gdal.GDT_Float32, bandList=[4], noData='none', creationOptions=['TILED=YES'])
                    file = gdal.Open(sys.argv[2], 1); band = file.GetRasterBand(1); values = band.ReadAsArray()
                    values[values == 0] = numpy.nan; values[100:180, 200:420] = numpy.nan; values /= 10000; band.WriteArray(values); file = None
                    """);
                break;
            default:
                Python("""
                    import sys, numpy; from osgeo import gdal
                    gdal.Translate(sys.argv[2], sys.argv[1], outputType=gdal.GDT_Byte, bandList=[4], noData='none', creationOptions=['TILED=YES'])
                    scene = gdal.Open(sys.argv[1]); source = scene.GetRasterBand(4).ReadAsArray().astype(float)
                    blocks = source[::8, ::8].repeat(8, 0).repeat(8, 1)[:source.shape[0], :source.shape[1]]
                    file = gdal.Open(sys.argv[2], 1); band = file.GetRasterBand(1); table = gdal.ColorTable()
                    [table.SetColorEntry(i, (30 * i, 240 - 30 * i, 60 + 10 * i, 255)) for i in range(8)]
                    band.WriteArray(numpy.clip(blocks / 600, 0, 7).astype(numpy.uint8)); band.SetColorTable(table); band.SetNoDataValue(0); file = None
                    """);
                break;
        }

        void Place(string crs, int left, int top) => Tool.Run(
            "gdal_translate", "-q", "-a_srs", crs, "-a_ullr", $"{left}", $"{top}", $"{left + (10 * size)}", $"{top - (10 * size)}",
            "-co", "TILED=YES", "-co", "COMPRESS=DEFLATE", Get("utm", size), path);

        void Python(string program) => Tool.Run("/usr/bin/python3", "-c", program, Get("utm", size), path);
    }
}
