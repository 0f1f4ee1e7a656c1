using System.Text.Json.Nodes;

namespace Up42.Interactive.Cli.Tests.Kernel;

/// <summary>What a cell answered: its messages in order.</summary>
internal sealed class KernelReply(JsonNode json)
{
    /// <summary>Whether it ended without an error.</summary>
    public bool IsOk => json["status"]!.GetValue<string>() == "ok";

    /// <summary>All messages.</summary>
    public IReadOnlyList<JsonNode> Messages => [.. json["outputs"]!.AsArray().Select(message => message!)];

    /// <summary>Its value by MIME type; null: it has none.</summary>
    public JsonNode? Value => Messages.LastOrDefault(message => Type(message) == "execute_result")?["data"];

    /// <summary>What was displayed and replaced, each as its id and plain text, without what the host says of packages.</summary>
    public IReadOnlyList<(string Type, string Id, string Text)> Displays =>
        [.. Messages.Where(message => Type(message) is "display_data" or "update_display_data" && message["data"]!["text/plain"] is not null
            && message["data"]!["text/html"] is not null)
            .Select(message => (Type(message), message["id"]!.GetValue<string>(), message["data"]!["text/plain"]!.GetValue<string>()))];

    /// <summary>The outputs that a notebook keeps of it: text of one stream joined, displays as they were replaced last.</summary>
    public IReadOnlyList<JsonNode> ToOutputs()
    {
        var outputs = new List<JsonNode>();
        foreach (var message in Messages.Select(message => message.DeepClone()))
        {
            message["output_type"] = Type(message);
            if (Type(message) == "update_display_data")
            {
                if (outputs.Find(output => (string?)output["id"] == (string?)message["id"] && output["data"] is not null) is { } shown)
                {
                    shown["data"] = message["data"]!.DeepClone();
                }
            }
            else if (Type(message) == "stream" && outputs is [.., var last] && (string?)last["name"] == (string?)message["name"])
            {
                last["text"] = (string?)last["text"] + (string?)message["text"];
            }
            else
            {
                outputs.Add(message);
            }
        }

        return outputs;
    }

    /// <summary>What it wrote to a stream, trimmed.</summary>
    public string Stream(string name) =>
        string.Concat(
            Messages.Where(message => Type(message) == "stream" && (string?)message["name"] == name)
                .Select(message => (string?)message["text"])).Trim();

    /// <summary>What went wrong, for a failing assertion.</summary>
    public string Problem =>
        $"{Stream("stderr")} "
            + $"{string.Join(' ', Messages.Where(message => Type(message) == "error").Select(message => (string?)message["evalue"]))}";

    /// <summary>The value's plain text.</summary>
    public string? Text => (string?)Value?["text/plain"];

    /// <summary>The value's HTML.</summary>
    public string? Html => (string?)Value?["text/html"];

    private static string Type(JsonNode message) => message["type"]!.GetValue<string>();
}
