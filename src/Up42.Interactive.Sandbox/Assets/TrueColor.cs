using Up42.Interactive.Gdal;

namespace Up42.Interactive.Sandbox;

/// <summary>Reflectances as a picture: 8 bits, red, green and blue, from the 2nd to the 98th percentile.</summary>
internal static class TrueColor
{
    private static readonly string[] Names = ["red", "green", "blue"];

    public static RasterData Stretch(RasterData raster)
    {
        if (raster.Type == GdalDataType.Byte && Names.All(raster.Names.Contains))
        {
            return raster with { Names = Names, Bands = [.. Names.Select(raster.Band)] };
        }

        return raster with
        {
            Names = Names,
            Bands = [.. Names.Select(name => Stretch(raster.Band(name)))],
            Type = GdalDataType.Byte,
        };
    }

    private static float[] Stretch(float[] values)
    {
        var sorted = values.Where(value => value > 0).Order().ToArray();
        if (sorted.Length == 0)
        {
            return values;
        }

        var (low, high) = (sorted[sorted.Length / 50], sorted[sorted.Length - 1 - (sorted.Length / 50)]);
        return Array.ConvertAll(values, value => value == 0 ? 0 : Math.Clamp(1 + (254 * (value - low) / Math.Max(1, high - low)), 1, 255));
    }
}
