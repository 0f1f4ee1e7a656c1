using System.Globalization;
using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>What <c>data.json</c> says of a scene.</summary>
internal sealed class SceneFacts(SceneOptions options)
{
    /// <summary>The feature's id, from what the scene is made of.</summary>
    public string Id { get; } = StableId.Create(FormattableString.Invariant(
        $"{options.Place.Name} {options.Seed} {options.Width}x{options.Height} {options.Date:O} {options.WaterLevel} {options.Sharpened}"));

    /// <summary>The raster's path relative to the archive's root.</summary>
    public string DataPath => $"{Id}/{SceneId}.tif";

    /// <summary>When the scene was taken.</summary>
    public DateTimeOffset AcquiredAt { get; } = new(options.Date, new TimeOnly(10, 16, 1), TimeSpan.Zero);

    /// <summary>A name as Sentinel-2's products have.</summary>
    public string SceneId => string.Create(
        CultureInfo.InvariantCulture, $"S2A_MSIL2A_{options.Date:yyyyMMdd}T101601_N0509_R065_{options.Place.Name.ToUpperInvariant()}");

    /// <summary>A FeatureCollection in EPSG:4326 with the scene's footprint.</summary>
    public JsonObject Collection()
    {
        var corners = new SceneGrid(options).Footprint();
        JsonNode Position((double Longitude, double Latitude) corner) => new JsonArray(corner.Longitude, corner.Latitude);
        var ring = new JsonArray([.. corners.Append(corners[0]).Reverse().Select(Position)]);
        var (west, east) = (corners.Min(corner => corner.Longitude), corners.Max(corner => corner.Longitude));
        var (south, north) = (corners.Min(corner => corner.Latitude), corners.Max(corner => corner.Latitude));
        return new JsonObject
        {
            ["type"] = "FeatureCollection",
            ["features"] = new JsonArray(new JsonObject
            {
                ["type"] = "Feature",
                ["bbox"] = new JsonArray(west, south, east, north),
                ["geometry"] = new JsonObject { ["type"] = "Polygon", ["coordinates"] = new JsonArray(ring) },
                ["properties"] = Properties(),
            }),
        };
    }

    private JsonObject Properties() => new()
    {
        ["uid"] = Id,
        ["sceneId"] = SceneId,
        ["acquisitionDate"] = AcquiredAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["sensor"] = "Sentinel-2",
        ["provider"] = "Sandbox",
        ["cloudCoverage"] = 0.0,
        ["resolution"] = SceneGrid.PixelSize,
        ["bands"] = new JsonArray("blue", "green", "red", "nir"),
        ["processingLevel"] = "L2A",
        ["up42.data_path"] = DataPath,
    };
}
