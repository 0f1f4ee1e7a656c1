using System.Text.Json.Nodes;

namespace Up42.Interactive.Cli.Tests.Notebooks;

/// <summary>Notebooks for tests.</summary>
internal static class NotebookFile
{
    /// <summary>Writes a C# notebook of nbformat 4.4 (no cell ids) with these code cells; a cell that starts with <c>%md</c> is prose.</summary>
    public static string Write(string path, params string[] cells)
    {
        var json = new JsonObject
        {
            ["cells"] = new JsonArray([.. cells.Select(Cell)]),
            ["metadata"] = new JsonObject
            {
                ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
                ["somebody"] = new JsonObject { ["else"] = "knows" },
            },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 4,
        };
        File.WriteAllText(path, json.ToJsonString());
        return path;
    }

    /// <summary>Reads an executed notebook, after Debian's nbformat has found it valid.</summary>
    public static JsonArray ReadValidCells(string path)
    {
        Tool.Run(
            "/usr/bin/python3", "-W", "error", "-c",
            "import sys, nbformat; notebook = nbformat.read(sys.argv[1], 4); nbformat.validate(notebook); assert notebook.nbformat_minor == 5",
            path);
        return JsonNode.Parse(File.ReadAllText(path))!["cells"]!.AsArray();
    }

    /// <summary>The outputs of one cell, in short: stream text, MIME type = text, or error.</summary>
    public static IEnumerable<string> Outputs(JsonNode? cell) => cell!["outputs"]!.AsArray().Select(output => (string)output!["output_type"]! switch
    {
        "stream" => $"{output["name"]}: {Text(output["text"])}",
        "error" => $"{output["ename"]}: {output["evalue"]}",
        var type => $"{type}: {Text(output["data"]!["text/plain"] ?? output["data"]!["text/html"])}",
    });

    /// <summary>A text from its lines.</summary>
    public static string Text(JsonNode? lines) => string.Concat(lines!.AsArray().Select(line => (string?)line));

    private static JsonNode Cell(string source) => source.StartsWith("%md", StringComparison.Ordinal)
        ? new JsonObject { ["cell_type"] = "markdown", ["metadata"] = new JsonObject(), ["source"] = source[3..].TrimStart() }
        : new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = 7,
            ["metadata"] = source.StartsWith("// Defaults", StringComparison.Ordinal) ? new JsonObject { ["tags"] = new JsonArray("parameters") }
                : source.StartsWith("// Fails", StringComparison.Ordinal) ? new JsonObject { ["tags"] = new JsonArray("raises-exception") }
                : [],
            ["outputs"] = new JsonArray(),
            ["source"] = source,
        };
}
