using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>Items and collections as STAC 1.0.0 writes them, with links below one host.</summary>
internal sealed class StacJson(string host)
{
    public const string GeoJson = "application/geo+json";

    private const string Json = "application/json";
    private const string Extensions = "https://stac-extensions.github.io";

    public string Host => host;

    /// <summary>Where the STAC API begins; without the slash that its own links have.</summary>
    public string Root => $"{host}/v2/assets/stac";

    public static JsonObject Link(string rel, string href, string type) => new() { ["rel"] = rel, ["href"] = href, ["type"] = type };

    public string CollectionUrl(string id) => $"{Root}/collections/{id}";

    public string ItemUrl(StacItem item) => $"{CollectionUrl(item.CollectionId)}/items/{item.Id}";

    public JsonObject Item(StacItem item)
    {
        var corners = item.Footprint;
        return new JsonObject
        {
            ["type"] = "Feature",
            ["stac_version"] = "1.0.0",
            ["stac_extensions"] = new JsonArray(
                $"{Extensions}/eo/v1.0.0/schema.json", $"{Extensions}/view/v1.0.0/schema.json", $"{Extensions}/projection/v1.0.0/schema.json"),
            ["id"] = item.Id,
            ["collection"] = item.CollectionId,
            ["geometry"] = Polygon(corners),
            ["bbox"] = Box(corners),
            ["properties"] = item.Properties.DeepClone(),
            ["assets"] = new JsonObject(item.Assets.Select(asset => KeyValuePair.Create<string, JsonNode?>(asset.Key, Asset(item, asset)))),
            ["links"] = new JsonArray(
                Link("self", ItemUrl(item), GeoJson), Link("parent", CollectionUrl(item.CollectionId), Json),
                Link("collection", CollectionUrl(item.CollectionId), Json), Link("root", Root + "/", Json)),
        };
    }

    public JsonObject Collection(StacCollection collection, IReadOnlyCollection<StacItem> items)
    {
        var corners = items.SelectMany(item => item.Footprint).ToList();
        var times = items.Select(item => (string)item.Properties["datetime"]!).Order(StringComparer.Ordinal).ToList();
        var json = new JsonObject
        {
            ["type"] = "Collection",
            ["stac_version"] = "1.0.0",
            ["stac_extensions"] = new JsonArray(),
            ["id"] = collection.Id,
            ["title"] = collection.Title,
            ["description"] = collection.Description,
            ["keywords"] = new JsonArray(collection.Producer),
            ["license"] = "proprietary",
            ["providers"] = new JsonArray(new JsonObject { ["name"] = collection.Producer, ["roles"] = new JsonArray("producer") }),
            ["extent"] = new JsonObject
            {
                ["spatial"] = new JsonObject { ["bbox"] = new JsonArray(corners.Count > 0 ? Box(corners) : new JsonArray(-180, -90, 180, 90)) },
                ["temporal"] = new JsonObject { ["interval"] = new JsonArray(new JsonArray(times.FirstOrDefault(), times.LastOrDefault())) },
            },
            ["summaries"] = new JsonObject(),
            ["assets"] = new JsonObject(),
            ["links"] = new JsonArray(
                Link("self", CollectionUrl(collection.Id), Json), Link("parent", Root + "/", Json),
                Link("items", $"{CollectionUrl(collection.Id)}/items", GeoJson), Link("root", Root + "/", Json)),
        };
        foreach (var (name, value) in collection.Fields)
        {
            json[name] = value?.DeepClone();
        }

        return json;
    }

    public static JsonObject Polygon(IReadOnlyList<GeoPoint> corners) => new()
    {
        ["type"] = "Polygon",
        ["coordinates"] = new JsonArray(new JsonArray([.. corners.Append(corners[0]).Select(corner => corner.ToJson())])),
    };

    private static JsonArray Box(IReadOnlyCollection<GeoPoint> corners) => new(
        corners.Min(corner => corner.Longitude),
        corners.Min(corner => corner.Latitude),
        corners.Max(corner => corner.Longitude),
        corners.Max(corner => corner.Latitude));

    private JsonObject Asset(StacItem item, StacAsset asset)
    {
        var json = new JsonObject
        {
            ["href"] = $"{host}/v2/assets/{item.AssetId(asset)}",
            ["type"] = asset.Content.MediaType,
            ["title"] = asset.Title,
            ["roles"] = new JsonArray([.. asset.Roles.Select(role => JsonValue.Create(role))]),
        };
        foreach (var (name, value) in asset.Fields)
        {
            json[name] = value?.DeepClone();
        }

        return json;
    }
}
