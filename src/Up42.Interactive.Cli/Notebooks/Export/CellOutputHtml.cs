using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Up42.Interactive.Cli;

/// <summary>One output of a cell as markup. Text is text, pictures are pictures (SVG too, so that nothing in it runs), markup is isolated.</summary>
internal sealed partial class CellOutputHtml
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly (string MimeType, Func<string, Html> Render)[] _renderers;

    /// <param name="budget">What the page may still hold.</param>
    public CellOutputHtml(PageBudget budget) => _renderers = Renderers(budget);

    /// <summary>The markup of an output of nbformat.</summary>
    public Html Render(JsonObject output)
    {
        var content = (string?)output["output_type"] switch
        {
            "stream" => Text(NotebookCell.Text(output["text"]), (string?)output["name"] == "stderr" ? "text stderr" : "text"),
            "error" => Error(output),
            _ when output["data"] is JsonObject data => Data(data),
            _ => Html.Empty,
        };
        return content.IsEmpty ? content : Html.Format(
            $"""
            <div class="output">{content}</div>

            """);
    }

    // The richest first.
    private static (string MimeType, Func<string, Html> Render)[] Renderers(PageBudget budget) =>
    [
        ("text/html", text => SanitizedMarkup.Render(text, budget)),
        ("image/svg+xml", text => Picture("image/svg+xml", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text)))),
        ("image/png", base64 => Picture("image/png", base64)),
        ("image/jpeg", base64 => Picture("image/jpeg", base64)),
        ("image/webp", base64 => Picture("image/webp", base64)),
        ("image/gif", base64 => Picture("image/gif", base64)),
        ("text/markdown", text => Html.Format($"""<div class="prose">{MarkdownRenderer.Render(text, budget)}</div>""")),
        ("application/json", text => Text(text, "text")),
        ("text/plain", text => Text(text, "text")),
    ];

    private Html Data(JsonObject data)
    {
        foreach (var (mimeType, render) in _renderers)
        {
            if (data[mimeType] is { } node)
            {
                return render(mimeType.EndsWith("json", StringComparison.Ordinal) ? node.ToJsonString(Indented) : NotebookCell.Text(node));
            }
        }

        return Text($"An output of {string.Join(", ", data.Select(part => part.Key))}, which a page can't show.", "text");
    }

    private static Html Error(JsonObject output)
    {
        var (name, message) = ((string?)output["ename"], Plain((string?)output["evalue"] ?? ""));
        var lines = (output["traceback"] as JsonArray ?? []).Select(line => (string?)line);
        var rest = Rest(Plain(string.Join('\n', lines)), name, message);
        var trace = rest.Length > 0 ? Text(rest, "text") : Html.Empty;
        return Html.Format($"""<div class="error"><p><strong>{name}</strong>: {message}</p>{trace}</div>""");
    }

    // Front ends show the trace alone, so that it begins with the message, which the page has said already.
    private static string Rest(string trace, string? name, string message)
    {
        var end = message.Length == 0 ? -1 : trace.IndexOf(message, StringComparison.Ordinal);
        var isSaid = end >= 0 && trace[..end].TrimEnd(' ', ':') is var before
            && (before.Length == 0 || before == name || before.EndsWith($".{name}", StringComparison.Ordinal));
        return isSaid ? trace[(end + message.Length)..].TrimStart('\n') : trace;
    }

    private static Html Picture(string mimeType, string base64) =>
        Html.Format($"""<img src="{DataUri.FromBase64(mimeType, base64.ReplaceLineEndings(""))}" alt="Picture shown by this cell">""");

    private static Html Text(string text, string kind) => Html.Format($"""<pre class="{kind}">{Plain(text)}</pre>""");

    // Colours of a terminal are dropped, and of a line written over and over only its last state is kept.
    private static string Plain(string text) =>
        string.Join('\n', Ansi().Replace(text.Replace("\r\n", "\n", StringComparison.Ordinal), "").Split('\n').Select(LastState));

    private static string LastState(string line)
    {
        var end = line.TrimEnd('\r');
        return end[(end.LastIndexOf('\r') + 1)..];
    }

    [GeneratedRegex(@"\x1B(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1B]*(?:\x07|\x1B\\)|[@-Z\\^_])", RegexOptions.NonBacktracking)]
    private static partial Regex Ansi();
}
