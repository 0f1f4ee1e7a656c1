using Up42.Interactive.Gdal;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>Rasters of many kinds, made by GDAL's own tools from one scene.</summary>
internal static class RasterZoo
{
    /// <summary>Name → arguments of gdal_translate, and the extension of what it makes.</summary>
    internal static readonly IReadOnlyDictionary<string, (string Extension, string[] Arguments)> Kinds = new Dictionary<string, (string, string[])>
    {
        ["uint8"] = ("tif", ["-ot", "Byte", "-scale", "0", "4000", "0", "255"]),
        ["int8 as GDAL 3.6 has it"] = ("tif", ["-ot", "Byte", "-scale", "0", "4000", "0", "255", "-a_nodata", "none", "-co", "PIXELTYPE=SIGNEDBYTE"]),
        ["int16"] = ("tif", ["-ot", "Int16"]),
        ["int16 with negative values"] = ("tif", ["-ot", "Int16", "-scale", "0", "4000", "-3000", "3000", "-a_nodata", "-3000"]),
        ["uint32"] = ("tif", ["-ot", "UInt32"]),
        ["int32"] = ("tif", ["-ot", "Int32"]),
        ["uint64"] = ("tif", ["-ot", "UInt64"]),
        ["int64"] = ("tif", ["-ot", "Int64"]),
        ["float32"] = ("tif", ["-ot", "Float32", "-scale", "0", "10000", "0", "1"]),
        ["float64"] = ("tif", ["-ot", "Float64", "-a_nodata", "0"]),
        ["float32 with the lowest value as nodata"] = ("tif", ["-ot", "Float32", "-a_nodata", "-3.4028234663852886e+38"]),
        ["complex int16"] = ("tif", ["-ot", "CInt16"]),
        ["complex float32"] = ("tif", ["-ot", "CFloat32"]),
        ["nodata out of range"] = ("tif", ["-ot", "Byte", "-scale", "0", "4000", "0", "255", "-a_nodata", "-9999"]),
        ["no nodata"] = ("tif", ["-a_nodata", "none"]),
        ["tiled, deflate"] = ("tif", ["-co", "TILED=YES", "-co", "COMPRESS=DEFLATE", "-co", "PREDICTOR=2"]),
        ["tiles larger than the image"] = ("tif", ["-co", "TILED=YES", "-co", "BLOCKXSIZE=1024", "-co", "BLOCKYSIZE=1024"]),
        ["small tiles"] = ("tif", ["-co", "TILED=YES", "-co", "BLOCKXSIZE=16", "-co", "BLOCKYSIZE=32", "-co", "COMPRESS=LZW"]),
        ["strips of one row"] = ("tif", ["-co", "BLOCKYSIZE=1"]),
        ["one strip"] = ("tif", ["-co", "BLOCKYSIZE=500", "-co", "COMPRESS=DEFLATE"]),
        ["band interleaved"] = ("tif", ["-co", "INTERLEAVE=BAND", "-co", "TILED=YES"]),
        ["BigTIFF"] = ("tif", ["-co", "BIGTIFF=YES"]),
        ["big endian"] = ("tif", ["-co", "ENDIANNESS=BIG"]),
        ["12 bits"] = ("tif", ["-co", "NBITS=12"]),
        ["alpha"] = ("tif", ["-a_nodata", "none", "-colorinterp", "red,green,blue,alpha"]),
        ["8-bit alpha"] = ("tif", ["-a_nodata", "none", "-ot", "Byte", "-scale", "0", "1500", "0", "255", "-colorinterp", "red,green,blue,alpha"]),
        ["internal mask"] = ("tif", ["-a_nodata", "none", "-b", "1", "-b", "2", "-b", "3", "-mask", "4", "--config", "GDAL_TIFF_INTERNAL_MASK", "YES"]),
        ["mask beside it"] = ("tif", ["-a_nodata", "none", "-b", "1", "-b", "2", "-b", "3", "-mask", "4", "--config", "GDAL_TIFF_INTERNAL_MASK", "NO"]),
        ["south up"] = ("tif", ["-a_ullr", "380000", "5810000", "387000", "5815000"]),
        ["longitude and latitude"] = ("tif", ["-a_srs", "EPSG:4326", "-a_ullr", "13", "53", "14", "52"]),
        ["web mercator"] = ("tif", ["-a_srs", "EPSG:3857", "-a_ullr", "1490000", "6900000", "1497000", "6895000"]),
        ["no CRS"] = ("tif", ["-co", "PROFILE=BASELINE", "-a_nodata", "none"]),
        ["ground control points"] = ("tif",
            ["-a_srs", "EPSG:4326", "-gcp", "0", "0", "13", "53", "-gcp", "700", "0", "14", "53", "-gcp", "0", "500", "13", "52"]),
        ["scale, offset"] = ("tif", ["-a_scale", "0.0001", "-a_offset", "-0.1"]),
        ["13 bands"] = ("tif", [.. Enumerable.Range(0, 13).SelectMany(i => new[] { "-b", $"{i % 4 + 1}" }), "-co", "TILED=YES"]),
        ["130 bands"] = ("tif", [.. Enumerable.Range(0, 130).SelectMany(i => new[] { "-b", $"{i % 4 + 1}" }), "-co", "TILED=YES"]),
        ["two bands"] = ("tif", ["-b", "1", "-b", "2"]),
        ["ZSTD"] = ("tif", ["-co", "COMPRESS=ZSTD", "-co", "TILED=YES"]),
        ["LZMA"] = ("tif", ["-co", "COMPRESS=LZMA"]),
        ["PackBits"] = ("tif", ["-co", "COMPRESS=PACKBITS"]),
        ["LERC"] = ("tif", ["-co", "COMPRESS=LERC", "-ot", "Float32"]),
        ["floating point predictor"] = ("tif", ["-ot", "Float32", "-co", "COMPRESS=DEFLATE", "-co", "PREDICTOR=3", "-co", "TILED=YES"]),
        ["half precision"] = ("tif", ["-ot", "Float32", "-co", "NBITS=16"]),
        ["one bit"] = ("tif", ["-b", "1", "-ot", "Byte", "-scale", "0", "3900", "0", "1", "-co", "NBITS=1", "-a_nodata", "none"]),
        ["JPEG in TIFF"] = ("tif",
            ["-ot", "Byte", "-b", "1", "-b", "2", "-b", "3", "-scale", "0", "4000", "0", "255", "-a_nodata", "none",
            "-co", "COMPRESS=JPEG", "-co", "PHOTOMETRIC=YCBCR", "-co", "TILED=YES"]),
        ["WebP in TIFF"] = ("tif",
            ["-ot", "Byte", "-b", "1", "-b", "2", "-b", "3", "-scale", "0", "4000", "0", "255", "-a_nodata", "none", "-co", "COMPRESS=WEBP"]),
        ["complex int32"] = ("tif", ["-ot", "CInt32"]),
        ["complex float64"] = ("tif", ["-ot", "CFloat64", "-a_nodata", "none"]),
        ["uint64 with its largest value as nodata"] = ("tif", ["-ot", "UInt64", "-a_nodata", "18446744073709551615"]),
        ["int64 with its smallest value as nodata"] = ("tif", ["-ot", "Int64", "-a_nodata", "-9223372036854775808"]),
        ["nodata NaN"] = ("tif", ["-ot", "Float64", "-a_nodata", "nan"]),
        ["mirrored"] = ("tif", ["-a_ullr", "387000", "5820000", "380000", "5815000"]),
        ["Lambert azimuthal"] = ("tif", ["-a_srs", "EPSG:3035", "-a_ullr", "4500000", "3300000", "4507000", "3295000"]),
        ["web COG with overviews"] = ("tif", ["-of", "COG", "-co", "BLOCKSIZE=128", "-co", "COMPRESS=DEFLATE"]),
        ["lossy JPEG 2000"] = ("jp2", ["-of", "JP2OpenJPEG", "-co", "QUALITY=20", "-co", "BLOCKXSIZE=256", "-co", "BLOCKYSIZE=256", "-a_nodata", "none"]),
        ["uint16 with its largest value as nodata"] = ("tif", ["-a_nodata", "65535"]),
        ["uint32, tiled, ZSTD"] = ("tif", ["-ot", "UInt32", "-co", "TILED=YES", "-co", "COMPRESS=ZSTD", "-co", "PREDICTOR=2"]),
        ["float32 with nodata NaN, in tiles"] = ("tif", ["-ot", "Float32", "-a_nodata", "nan", "-co", "TILED=YES"]),
        ["float64, floating point predictor"] = ("tif", ["-ot", "Float64", "-co", "COMPRESS=LZW", "-co", "PREDICTOR=3"]),
        ["strips of 16 rows"] = ("tif", ["-co", "BLOCKYSIZE=16", "-co", "COMPRESS=LZW", "-co", "PREDICTOR=2"]),
        ["strips of each band"] = ("tif", ["-co", "INTERLEAVE=BAND", "-co", "BLOCKYSIZE=7", "-co", "COMPRESS=DEFLATE"]),
        ["BigTIFF, big endian, band interleaved"] = ("tif", ["-co", "BIGTIFF=YES", "-co", "ENDIANNESS=BIG", "-co", "INTERLEAVE=BAND", "-co", "TILED=YES"]),
        ["four bits"] = ("tif", ["-ot", "Byte", "-scale", "0", "4000", "0", "15", "-co", "NBITS=4"]),
        ["sparse"] = ("tif", ["-co", "TILED=YES", "-co", "BLOCKXSIZE=32", "-co", "BLOCKYSIZE=32", "-co", "SPARSE_OK=TRUE"]),
        ["LERC with deflate"] = ("tif", ["-co", "COMPRESS=LERC_DEFLATE", "-ot", "Int16", "-co", "TILED=YES"]),
        ["UTM in the south"] = ("tif", ["-a_srs", "EPSG:32733", "-a_ullr", "380000", "5815000", "387000", "5810000"]),
        ["two hundred and fifty bands"] = (
            "tif",
            [.. Enumerable.Range(0, 250).SelectMany(i => new[] { "-b", $"{i % 4 + 1}" }), "-outsize", "70", "50", "-co", "INTERLEAVE=BAND"]),
        ["one pixel"] = ("tif", ["-srcwin", "150", "130", "1", "1"]),
        ["one row"] = ("tif", ["-srcwin", "0", "130", "330", "1"]),
        ["one column"] = ("tif", ["-srcwin", "150", "0", "1", "270"]),
        ["COG"] = ("tif", ["-of", "COG"]),
        ["JPEG 2000"] = ("jp2", ["-of", "JP2OpenJPEG", "-co", "REVERSIBLE=YES", "-co", "QUALITY=100", "-a_nodata", "none"]),
        ["PNG"] = ("png", ["-of", "PNG", "-b", "1"]),
        ["PNG with palette"] = ("png", ["-of", "PNG", "-b", "1", "-ot", "Byte", "-scale", "0", "4000", "0", "3"]),
        ["JPEG"] = ("jpg", ["-of", "JPEG", "-ot", "Byte", "-b", "1", "-b", "2", "-b", "3", "-scale", "0", "4000", "0", "255"]),
        ["WebP"] = ("webp", ["-of", "WEBP", "-ot", "Byte", "-scale", "0", "4000", "0", "255", "-co", "LOSSLESS=YES"]),
    };

    /// <summary>Makes a raster of a kind in a folder of its own below <paramref name="folder"/>, from the scene that is there, else from a new one.</summary>
    internal static string Make(TempFolder folder, string kind)
    {
        var (extension, arguments) = Kinds[kind];
        var path = Path.Combine(Directory.CreateDirectory(folder[kind]).FullName, $"a.{extension}");
        Tool.Run("gdal_translate", ["-q", .. arguments, MakeScene(folder), path]);
        return path;
    }

    /// <summary>Four uint16 bands, UTM, nodata 0 in a slanted collar, different everywhere.</summary>
    internal static string MakeScene(TempFolder folder, int width = 700, int height = 500)
    {
        var path = folder["scene.tif"];
        if (File.Exists(path))
        {
            return path;
        }

        using var dataset = GdalDataset.Create("GTiff", path, width, height, 4, GdalDataType.UInt16);
        using var reference = GdalSpatialReference.FromEpsg(32633);
        dataset.SetSpatialReference(reference);
        dataset.Geotransform = [380000, 10, 0, 5820000, 0, -10];
        for (var number = 1; number <= 4; number++)
        {
            var band = dataset.Band(number);
            band.SetNoData(0);
            band.WriteRows<ushort>(0, [.. Enumerable.Range(0, width * height).Select(i => Value(number, i % width, i / width))]);
        }

        dataset.Close();
        return path;
    }

    private static ushort Value(int band, int column, int row)
        => column < 40 + row / 10 ? (ushort)0 : (ushort)(1 + (column * 7 + row * 13 + band * 101 + column * row % 29) % 3900);
}
