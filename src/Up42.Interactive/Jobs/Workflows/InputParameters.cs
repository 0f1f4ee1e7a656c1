using System.Text.Json;
using System.Text.Json.Nodes;

namespace Up42.Interactive;

/// <summary>The body of a run, from whatever a user has it in.</summary>
internal static class InputParameters
{
    /// <summary>The parameters as JSON.</summary>
    /// <param name="parameters">JSON text, a JsonElement, JsonDocument or JsonNode, or an object that serialises to a JSON object.</param>
    /// <param name="testJob">Add what makes it a test run.</param>
    /// <exception cref="ArgumentException">They are not a JSON object.</exception>
    public static ReadOnlyMemory<byte> ToJson(object parameters, bool testJob)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var json = JsonObjects.Parse(parameters, "Input parameters are a JSON object with one member per task, {\"task-name:1\": {…}}.");
        if (testJob)
        {
            json["config"] = new JsonObject { ["mode"] = JobMode.DryRun.Value };
        }

        return JsonSerializer.SerializeToUtf8Bytes<JsonNode>(json, JsonText.AnyType);
    }
}
