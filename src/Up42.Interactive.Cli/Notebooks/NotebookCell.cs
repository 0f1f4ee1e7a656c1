using System.Globalization;
using System.Text.Json.Nodes;

namespace Up42.Interactive.Cli;

/// <summary>One cell of a notebook, over its JSON.</summary>
internal sealed class NotebookCell(JsonObject json)
{
    private const int MaxLines = 10_000;

    /// <summary>The cell as it will be written.</summary>
    public JsonObject Json { get; } = json;

    /// <summary>The cell's id, 1 to 64 letters, digits, <c>-</c> and <c>_</c>.</summary>
    public string Id => (string)Json["id"]!;

    /// <summary>True for code, false for Markdown and raw text.</summary>
    public bool IsCode => (string?)Json["cell_type"] == "code";

    /// <summary>True for prose.</summary>
    public bool IsMarkdown => (string?)Json["cell_type"] == "markdown";

    /// <summary>The text, lines joined.</summary>
    public string Source => Text(Json["source"]);

    /// <summary>The tags, for example <c>parameters</c>.</summary>
    public IEnumerable<string> Tags => Json["metadata"]?["tags"] is JsonArray tags ? tags.Select(tag => tag?.ToString() ?? "") : [];

    /// <summary>The language a polyglot notebook gives this cell; null: the notebook's.</summary>
    public string? Language =>
        (string?)Json["metadata"]?["polyglot_notebook"]?["kernelName"] ?? (string?)Json["metadata"]?["dotnet_interactive"]?["language"];

    /// <summary>Whether its code is folded away, as JupyterLab saves it.</summary>
    public bool IsSourceHidden => Json["metadata"]?["jupyter"]?["source_hidden"]?.GetValueKind() == System.Text.Json.JsonValueKind.True;

    /// <summary>What the cell showed.</summary>
    public IEnumerable<JsonObject> Outputs => Json["outputs"] is JsonArray outputs ? outputs.OfType<JsonObject>() : [];

    /// <summary>The number of its run, or null when it did not run.</summary>
    public int? ExecutionCount => (int?)Json["execution_count"];

    /// <summary>A code cell with an id, tags and code, not run.</summary>
    public static NotebookCell Code(string id, string tag, string source) => new(new JsonObject
    {
        ["cell_type"] = "code",
        ["execution_count"] = null,
        ["id"] = id,
        ["metadata"] = new JsonObject { ["tags"] = new JsonArray(tag) },
        ["outputs"] = new JsonArray(),
        ["source"] = Lines(source),
    });

    /// <summary>nbformat's form of a text: a list of lines that keep their line ends; of very many one text, since each line takes a hundred bytes.</summary>
    public static JsonNode Lines(string text)
    {
        if (text.AsSpan().Count('\n') > MaxLines)
        {
            return JsonValue.Create(text);
        }

        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }

    /// <summary>A text from nbformat's form: a string, or a list of lines.</summary>
    public static string Text(JsonNode? node) => node switch
    {
        JsonArray lines => string.Concat(lines.Select(line => (string?)line)),
        JsonValue value => value.ToString(),
        _ => "",
    };

    /// <summary>Takes the results of an earlier run away, or writes those of this one.</summary>
    public void SetOutputs(int? executionCount, JsonArray outputs) => (Json["execution_count"], Json["outputs"]) = (executionCount, outputs);

    /// <summary>Adds what nbformat 4.5 asks of a cell and this one lacks.</summary>
    /// <param name="index">The cell's place, the base of its id.</param>
    /// <param name="taken">The ids of the cells before; a repeated one is replaced.</param>
    public void Complete(int index, HashSet<string> taken)
    {
        Json["metadata"] ??= new JsonObject();
        Json["source"] ??= new JsonArray();
        if (IsCode)
        {
            Json["outputs"] ??= new JsonArray();
            Json.TryAdd("execution_count", null);
        }

        var id = (string?)Json["id"];
        for (var n = index + 1; id is null || !taken.Add(id); n++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"cell-{n}");
        }

        Json["id"] = id;
    }
}
