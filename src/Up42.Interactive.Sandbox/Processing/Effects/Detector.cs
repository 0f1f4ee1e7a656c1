using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>Finds what stands out in a raster as a detection's target does.</summary>
internal static class Detector
{
    public static JsonObject Find(RasterData raster, DetectionTarget target)
    {
        var scores = Scores(raster, target.Feature);
        var valid = scores.Where(float.IsFinite).Order().ToArray();
        var threshold = valid.Length > 0 ? valid[Math.Min(valid.Length - 1, (int)(valid.Length * target.Percentile / 100))] : float.MaxValue;
        var best = valid.Length > 0 ? valid[^1] : 1;
        var groups = PixelGroups.Find(raster.Grid, scores, threshold, target.MinPixels, target.MaxPixels);
        var size = raster.Grid.PixelSize;
        return PixelGroups.ToGeoJson(raster.Grid, groups, (group, number) => new JsonObject
        {
            ["id"] = number,
            ["label"] = target.Label,
            ["confidence"] = Math.Round(0.5 + (0.49 * Math.Clamp((group.Mean - threshold) / Math.Max(1e-6, best - threshold), 0, 1)), 3),
            ["width_m"] = Math.Round((group.Right - group.Left) * size, 1),
            ["height_m"] = Math.Round((group.Bottom - group.Top) * size, 1),
            ["area_m2"] = Math.Round(group.Pixels * size * size, 1),
        });
    }

    /// <summary>The larger, the more a pixel stands out; not finite where there is no data.</summary>
    private static float[] Scores(RasterData raster, Feature feature)
    {
        var (red, green, blue) = (raster.Band("red"), raster.Band("green"), raster.Band("blue"));
        var nir = raster.Names.Contains("nir") ? raster.Band("nir") : red;
        var brightness = red.Select((value, i) => value + green[i] + blue[i]).ToArray();
        var middle = brightness.Where(value => value > 0).Order().ToArray() is { Length: > 0 } sorted ? sorted[sorted.Length / 2] : 0;
        return [.. brightness.Select((value, i) => value == 0 ? float.NegativeInfinity : feature switch
        {
            Feature.Bright => nir[i] > 1.8f * red[i] ? 0 : value,
            Feature.Dark => -value,
            Feature.Green => (nir[i] - red[i]) / (nir[i] + red[i] + 1),
            _ => Math.Abs(value - middle),
        })];
    }
}
