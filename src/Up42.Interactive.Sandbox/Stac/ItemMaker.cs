using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>Items with the properties that UP42's storage gives them.</summary>
internal static class ItemMaker
{
    public static string AccountId { get; } = StableId.Create("account");

    public static StacItem Item(
        string name, StacCollection collection, ItemFacts facts, RasterGrid grid, IReadOnlyList<GeoPoint> outline, params IReadOnlyList<StacAsset> assets)
    {
        var time = StacTime.Format(facts.At);
        var properties = new JsonObject
        {
            ["title"] = facts.Title,
            ["constellation"] = facts.Sensor.Constellation,
            ["platform"] = facts.Sensor.Platform,
            ["datetime"] = time,
            ["start_datetime"] = time,
            ["end_datetime"] = time,
            ["eo:cloud_cover"] = facts.CloudCover,
            ["gsd"] = grid.PixelSize,
            ["proj:epsg"] = grid.Epsg,
            ["up42-product:data_type"] = facts.DataType,
            ["up42-product:modality"] = "multispectral",
            ["up42-product:collection_name"] = facts.Sensor.CollectionName,
            ["up42-product:product_id"] = facts.Sensor.ProductId,
            ["up42-system:source"] = facts.Source,
        };
        View(properties, facts.Title);
        AddSystem(properties, name, facts);
        if (facts.UserTitle is not null)
        {
            properties["up42-user:title"] = facts.UserTitle;
        }

        if (facts.Tags.Count > 0)
        {
            properties["up42-user:tags"] = new JsonArray([.. facts.Tags.Select(tag => JsonValue.Create(tag))]);
        }

        return new StacItem
        {
            Id = StableId.Create("item " + name),
            CollectionId = collection.Id,
            Grid = grid,
            Footprint = outline,
            Properties = properties,
            Assets = assets,
            VisibleFrom = facts.VisibleFrom,
        };
    }

    public static StacCollection Collection(string name, string title, string description, ItemFacts facts)
    {
        var fields = new JsonObject
        {
            ["up42-product:data_type"] = facts.DataType,
            ["up42-product:modality"] = "multispectral",
            ["up42-product:collection_name"] = facts.Sensor.CollectionName,
            ["up42-product:product_id"] = facts.Sensor.ProductId,
            ["up42-system:source"] = facts.Source,
        };
        AddSystem(fields, name, facts);
        return new StacCollection(StableId.Create("collection " + name), title, description, facts.Sensor.Producer)
        {
            Fields = fields,
            VisibleFrom = facts.VisibleFrom,
        };
    }

    /// <summary>A file with pixels.</summary>
    public static StacAsset Data(string key, string title, AssetContent content, double gsd, params IEnumerable<string> bands) =>
        new(key, title, ["data"], content)
        {
            Fields = new JsonObject
            {
                ["gsd"] = gsd,
                ["eo:bands"] = new JsonArray([.. bands.Select(band => new JsonObject { ["name"] = band, ["common_name"] = band })]),
            },
        };

    public static StacAsset Thumbnail(AssetContent content) => new("thumbnail", "Thumbnail", ["thumbnail"], content);

    public static StacAsset Delivery(AssetContent content) => new("original_delivery", "Original Delivery", ["archive"], content);

    private static void AddSystem(JsonObject fields, string name, ItemFacts facts)
    {
        fields["up42-system:asset_id"] = StableId.Create("delivery " + name);
        fields["up42-system:account_id"] = AccountId;
        fields["up42-system:workspace_id"] = SandboxState.Credentials.WorkspaceId;
        fields["up42-system:metadata_version"] = "0.0.5";
        if (facts.OrderId is not null)
        {
            fields["up42-order:id"] = facts.OrderId;
            fields["up42-order:host_id"] = StableId.Create("host " + facts.Sensor.Producer);
            fields["up42-order:status"] = "FULFILLED";
        }

        if (facts.JobId is not null)
        {
            fields["up42-system:job_id"] = facts.JobId;
        }
    }

    private static void View(JsonObject properties, string title)
    {
        var chance = title.Aggregate(7u, (hash, letter) => Hash.Mix(hash + letter));
        properties["view:azimuth"] = Math.Round(360 * Hash.Unit(chance), 2);
        properties["view:incidence_angle"] = Math.Round(4 + (21 * Hash.Unit(chance, 7)), 2);
        properties["view:sun_azimuth"] = Math.Round(130 + (40 * Hash.Unit(chance, 11)), 2);
        properties["view:sun_elevation"] = Math.Round(35 + (25 * Hash.Unit(chance, 15)), 2);
    }
}
