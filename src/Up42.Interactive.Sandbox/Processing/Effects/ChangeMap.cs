using System.Text.Json.Nodes;
using Up42.Interactive.Gdal;

namespace Up42.Interactive.Sandbox;

/// <summary>How much two images differ, pixel by pixel on the reference's grid: 1 not at all, 255 wholly; 0 where one of them has no data.</summary>
internal sealed record ChangeMap(RasterData Raster, float Threshold)
{
    private const int MinPixels = 12;

    public static ChangeMap Of(RasterData source, RasterData reference, int sensitivity)
    {
        var moved = Resampling.Onto(source, reference.Grid);
        var common = reference.Names.Where(moved.Names.Contains).Select(name => (moved.Band(name), reference.Band(name))).ToList();
        var change = new float[reference.Width * reference.Height];
        for (var i = 0; i < change.Length; i++)
        {
            var (sum, isValid) = (0f, true);
            foreach (var (before, after) in common)
            {
                var (a, b) = (before[i], after[i]);
                (sum, isValid) = (sum + (Math.Abs(a - b) / (a + b + 1)), isValid && a > 0 && b > 0);
            }

            change[i] = isValid ? 1 + (254 * Math.Min(1, sum / common.Count)) : 0;
        }

        // 1: from 45 % on; 5: from 13 %.
        return new(
            reference with { Names = ["change"], Bands = [change], Type = GdalDataType.Byte }, 1 + (254 * (0.53f - (0.08f * sensitivity))));
    }

    /// <summary>A box around each place that changed.</summary>
    public JsonObject Features() => PixelGroups.ToGeoJson(
        Raster.Grid, PixelGroups.Find(Raster.Grid, Raster.Bands[0], Threshold, MinPixels, int.MaxValue), (group, number) => new JsonObject
        {
            ["id"] = number,
            ["label"] = "change",
            ["change"] = Math.Round((group.Mean - 1) / 254, 3),
            ["area_m2"] = Math.Round(group.Pixels * Raster.Grid.PixelSize * Raster.Grid.PixelSize, 1),
        });
}
