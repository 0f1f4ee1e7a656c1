using System.Text.Json.Nodes;

namespace Up42.Interactive.Cli;

/// <summary>Holds a file against nbformat's shapes, as far as a run and a page rely on them, so that whatever reads it later can.</summary>
internal static class NotebookShape
{
    /// <summary>What is wrong, in the middle of a sentence; null: nothing.</summary>
    public static string? Problem(JsonObject notebook)
    {
        if (notebook["metadata"] is not (null or JsonObject))
        {
            return "its metadata are not an object";
        }

        if (ProblemOfMetadata(notebook["metadata"], "kernelspec", "language_info") is { } problem)
        {
            return $"its {problem}";
        }

        if (notebook["cells"] is not JsonArray cells)
        {
            return "it has no list of cells";
        }

        return cells.Index().Select(cell => ProblemOfCell(cell.Item) is { } reason ? $"cell {cell.Index + 1}: {reason}" : null)
            .FirstOrDefault(reason => reason is not null);
    }

    private static string? ProblemOfCell(JsonNode? cell) =>
        cell is not JsonObject ? "it is not an object"
        : Text(cell["cell_type"]) is not ("code" or "markdown" or "raw") ? "its cell_type is not code, markdown or raw"
        : !IsText(cell["source"]) ? "its source is not text"
        : cell["id"] is not null && Text(cell["id"]) is null ? "its id is not text"
        : cell["metadata"] is not (null or JsonObject) ? "its metadata are not an object"
        : ProblemOfMetadata(cell["metadata"], "polyglot_notebook", "dotnet_interactive", "jupyter") is { } problem ? $"its {problem}"
        : cell["attachments"] is JsonObject attachments && attachments.Any(attachment => !IsBundle(attachment.Value))
            ? "its attachments are not lists of texts by MIME type"
        : cell["execution_count"] is not (null or JsonValue) || (cell["execution_count"] is JsonValue count && !count.TryGetValue(out int _))
            ? "its execution_count is not a whole number"
        : cell["outputs"] is not (null or JsonArray) || (cell["outputs"] as JsonArray ?? []).Any(output => !IsOutput(output))
            ? "its outputs are not a list of nbformat's outputs"
        : null;

    private static bool IsOutput(JsonNode? output) => output is JsonObject && Text(output["output_type"]) switch
    {
        "stream" => IsText(output["text"]) && Text(output["name"]) is not null,
        "error" =>
            Text(output["ename"]) is not null && Text(output["evalue"]) is not null && output["traceback"] is JsonArray lines
                && lines.All(line => Text(line) is not null),
        not null => output["data"] is null || IsBundle(output["data"]),
        null => false,
    };

    private static bool IsBundle(JsonNode? data) =>
        data is JsonObject bundle && bundle.All(part => IsText(part.Value) || part.Key.EndsWith("json", StringComparison.Ordinal));

    private static string? ProblemOfMetadata(JsonNode? metadata, params string[] members) => members
        .Where(member => metadata?[member] is { } value && (value is not JsonObject named
            || named.Any(each => each.Key is "language" or "name" or "kernelName" && each.Value is not null && Text(each.Value) is null)))
        .Select(member => $"metadata's {member} is not as nbformat has it").FirstOrDefault();

    private static bool IsText(JsonNode? node) =>
        node is null || Text(node) is not null || (node is JsonArray lines && lines.All(line => Text(line) is not null));

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
