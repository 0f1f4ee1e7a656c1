using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>The shapes of the answers on processing.</summary>
internal static class ProcessingJson
{
    /// <summary>Stands for the host of whoever asks, in what was there before anybody asked.</summary>
    public const string SeedHost = "http://sandbox.invalid";

    public static JsonObject Job(ProcessingRun run, DateTimeOffset now, StacJson stac)
    {
        var moment = run.At(now);
        return new JsonObject
        {
            ["processID"] = run.Process.Id,
            ["jobID"] = run.Id,
            ["type"] = "process",
            ["accountID"] = ItemMaker.AccountId,
            ["workspaceID"] = run.WorkspaceId,
            ["definition"] = new JsonObject { ["inputs"] = Inputs(run.Inputs, stac) },
            ["results"] = Results(run, moment, stac),
            ["creditConsumption"] = moment.Status switch
            {
                "captured" => new JsonObject { ["credits"] = run.Credits },
                "released" => new JsonObject { ["credits"] = 0 },
                _ => null,
            },
            ["status"] = moment.Status,
            ["created"] = ResponseJson.Date(run.CreatedAt),
            ["started"] = ResponseJson.Date(moment.StartedAt),
            ["finished"] = ResponseJson.Date(moment.FinishedAt),
            ["updated"] = ResponseJson.Date(moment.UpdatedAt),
        };
    }

    public static JsonObject Process(ProcessPlan process) => new()
    {
        ["id"] = process.Id,
        ["title"] = process.Title,
        ["description"] = process.Description,
        ["version"] = "1.0.0",
        ["jobControlOptions"] = new JsonArray("async-execute"),
        ["additionalParameters"] = new JsonObject
        {
            ["parameters"] = new JsonArray(
                new JsonObject { ["name"] = "eula-id", ["value"] = new JsonArray(process.EulaId) },
                new JsonObject
                {
                    ["name"] = "price",
                    ["value"] = new JsonArray(new JsonObject { ["credits"] = process.Price, ["unit"] = "SQ_KM" }),
                }),
        },
    };

    public static JsonArray Errors(IEnumerable<(string Name, string Message)> errors) =>
        [.. errors.Select(error => new JsonObject { ["name"] = error.Name, ["message"] = error.Message })];

    private static JsonObject? Results(ProcessingRun run, ProcessingMoment moment, StacJson stac) =>
        run.CollectionId is { } collection && moment.HasResult ? new() { ["collection"] = stac.CollectionUrl(collection), ["errors"] = null }
        : run.Errors.Count > 0 && moment.HasErrors ? new() { ["collection"] = null, ["errors"] = Errors(run.Errors) }
        : null;

    private static JsonObject Inputs(JsonObject inputs, StacJson stac) => new(inputs.Select(input => KeyValuePair.Create(
        input.Key,
        input.Key.EndsWith("tem", StringComparison.Ordinal) && (string?)input.Value is { } address && address.StartsWith(SeedHost, StringComparison.Ordinal)
            ? stac.Host + address[SeedHost.Length..]
            : input.Value?.DeepClone())));
}
