using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>What a job leaves in the storage: a collection with one item, whose files are made from the item that was given in.</summary>
internal static class ProcessResults
{
    /// <param name="jobId">The job.</param>
    /// <param name="process">What is run.</param>
    /// <param name="inputs">What it is run with.</param>
    /// <param name="doneAt">From when on the result is there.</param>
    public static (StacCollection Collection, StacItem Item) Create(string jobId, ProcessPlan process, ProcessInputs inputs, DateTimeOffset doneAt)
    {
        var isVector = process.Target is not null || process == Processes.Change;
        var fields = new JsonObject(inputs.Item.Properties.Where(property => property.Key.StartsWith("up42-product:", StringComparison.Ordinal))
            .Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone())))
        {
            ["up42-product:data_type"] = isVector ? "vector" : "raster",
            ["up42-system:source"] = "PROCESSING",
            ["up42-system:job_id"] = jobId,
            ["up42-system:asset_id"] = StableId.Create("delivery " + jobId),
            ["up42-system:account_id"] = ItemMaker.AccountId,
            ["up42-system:workspace_id"] = SandboxState.Credentials.WorkspaceId,
            ["up42-system:metadata_version"] = "0.0.5",
        };
        var collection = new StacCollection(StableId.Create("collection " + jobId), inputs.Title, process.Description, "UP42 sandbox")
        {
            Fields = fields,
            VisibleFrom = doneAt,
        };
        var (grid, assets) = Effects.Of(jobId, process, inputs);
        return (collection, new StacItem
        {
            Id = StableId.Create("item " + jobId),
            CollectionId = collection.Id,
            Grid = grid,
            Footprint = inputs.Reference is not null ? inputs.Reference.Footprint : inputs.Item.Footprint,
            Properties = Properties(inputs, fields, grid),
            Assets = assets,
            VisibleFrom = doneAt,
        });
    }

    private static JsonObject Properties(ProcessInputs inputs, JsonObject fields, RasterGrid grid)
    {
        var properties = new JsonObject(inputs.Item.Properties
            .Where(property => !property.Key.StartsWith("up42-order:", StringComparison.Ordinal) && property.Key != "up42-user:tags")
            .Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone())));
        foreach (var (name, value) in fields)
        {
            properties[name] = value?.DeepClone();
        }

        (properties["title"], properties["up42-user:title"], properties["gsd"]) = (inputs.Title, inputs.Title, grid.PixelSize);
        return properties;
    }
}
