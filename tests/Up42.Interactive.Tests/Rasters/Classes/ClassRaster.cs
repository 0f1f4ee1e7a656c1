using System.Globalization;
using System.Text.Json;

namespace Up42.Interactive.Tests.Rasters.Classes;

/// <summary>Rasters of classes, written by GDAL with what stands in its <c>.aux.xml</c>.</summary>
internal static class ClassRaster
{
    /// <summary>Names for 0 to 4, one of them empty, without colours.</summary>
    public const string Names = """band.SetCategoryNames(["Clouds", "Water", "Forest", "", "Built-up"])""";

    /// <summary>A table with colours for two of three classes.</summary>
    public const string Table = """
        table = gdal.RasterAttributeTable()
        for name, kind, use in [("Code", gdal.GFT_Integer, gdal.GFU_MinMax), ("Label", gdal.GFT_String, gdal.GFU_Name), ("R", gdal.GFT_Integer, gdal.GFU_Red),
                                ("G", gdal.GFT_Integer, gdal.GFU_Green), ("B", gdal.GFT_Integer, gdal.GFU_Blue)]:
            table.CreateColumn(name, kind, use)
        for row, cells in enumerate([(1, "Water", 0, 90, 200), (2, "Forest", 20, 120, 30), (4, "Built-up", 999, 0, 0)]):
            for column, cell in enumerate(cells):
                (table.SetValueAsString if column == 1 else table.SetValueAsInt)(row, column, cell)
        band.SetDefaultRAT(table)
        """;

    /// <summary>A palette of other colours.</summary>
    public const string Palette = """
        colors = gdal.ColorTable()
        for value, color in enumerate([(9, 8, 7, 255), (10, 20, 30, 255), (40, 50, 60, 255), (70, 80, 90, 255), (200, 100, 50, 255)]):
            colors.SetColorEntry(value, color)
        band.SetColorTable(colors)
        """;

    private const string Make = """
        import sys
        import numpy as np
        from osgeo import gdal, osr
        gdal.UseExceptions()
        gdal.SetConfigOption("GDAL_PAM_ENABLED", "YES")
        path, width, height, epsg, kind, transform, values = sys.argv[1:8]
        data = gdal.GetDriverByName("GTiff").Create(path, int(width), int(height), 1, getattr(gdal, "GDT_" + kind), ["TILED=YES", "COMPRESS=DEFLATE"])
        system = osr.SpatialReference()
        system.ImportFromEPSG(int(epsg))
        data.SetProjection(system.ExportToWkt())
        data.SetGeoTransform([float(number) for number in transform.split()])
        band = data.GetRasterBand(1)
        # Patches of a few pixels: which class is anybody's guess, but always the same.
        down, across = np.mgrid[0:int(height), 0:int(width)]
        seed = (down // 7) * 92821 + (across // 11) * 68917
        band.WriteArray(np.array([float(value) for value in values.split()])[(seed * seed // 97) % len(values.split())])
        band.SetNoDataValue(255 if kind == "Byte" else -9999)

        """;

    private static readonly double[] Utm = [390_000, 10, 0, 5_820_000, 0, -10];

    /// <summary>Writes one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="then">What else is done with <c>band</c>, in Python.</param>
    /// <param name="size">Columns and rows.</param>
    /// <param name="epsg">The coordinate reference system.</param>
    /// <param name="transform">The geotransform; null: pixels of ten metres near Berlin.</param>
    /// <param name="values">The values that occur.</param>
    /// <param name="type">GDAL's name of the data type.</param>
    public static string Write(
        string path,
        string then = "",
        RasterSize? size = null,
        int epsg = 32633,
        double[]? transform = null,
        string values = "0 1 2 2 4 255",
        string type = "Byte")
    {
        var (width, height) = size is { } given ? (given.Width, given.Height) : (150, 100);
        var numbers = string.Join(' ', (transform ?? Utm).Select(number => number.ToString("R", CultureInfo.InvariantCulture)));
        Tool.Run("/usr/bin/python3", "-c", Make + then, path, $"{width}", $"{height}", $"{epsg}", type, numbers, values);
        return path;
    }

    /// <summary>Writes one whose classes stand in <c>data.json</c> beside it.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="properties">Properties of its feature.</param>
    /// <param name="then">As of <see cref="Write"/>.</param>
    public static void WriteResults(TempFolder folder, IReadOnlyDictionary<string, object> properties, string then = "")
    {
        Write(folder["classes.tif"], then);
        var named = new Dictionary<string, object>(properties) { ["up42.data_path"] = "classes.tif" };
        File.WriteAllText(folder["data.json"], JsonSerializer.Serialize(
            new { type = "FeatureCollection", features = new[] { new { type = "Feature", geometry = (object?)null, properties = named } } }));
    }

    /// <summary>Reads the picture of one as displays do.</summary>
    public static Picture Paint(RasterFile raster, int maxSize = 1024) =>
        new RenderSettings(null, null, Stretch.Default, null).Make(raster, maxSize, TestContext.Current.CancellationToken);
}
