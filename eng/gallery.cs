// Writes index.html of a folder of notebooks that were run: title, goal and a picture of each. Called by eng/notebooks.sh.
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

var folder = args[0];
var tiles = Directory.EnumerateFiles(folder, "*.ipynb").Order(StringComparer.Ordinal).Select(Tile);
foreach (var executed in Directory.EnumerateFiles(folder, "*.html"))
{
    // Tutorials lead to each other's pages here, not to the files that a notebook host opens.
    var text = Regex.Replace(File.ReadAllText(executed), @"href=""(\d\d-[^""]+)\.ipynb""", "href=\"$1.html\"");
    File.WriteAllText(executed, text.Replace("href=\"../docs/", "href=\"../../docs/", StringComparison.Ordinal));
}

var page = $$"""
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <meta name="color-scheme" content="light dark">
    <title>Up42.Interactive: tutorials</title>
    <style>
    body { max-width: 1200px; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; }
    ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr)); gap: 2rem; padding: 0; list-style: none; }
    h2 { margin: .6rem 0 .2rem; font-size: 1.1rem; }
    p { margin: 0; }
    h1 + p { max-width: 46rem; margin-bottom: 2rem; }
    a { color: light-dark(#0b5cad, #7fb8f0); }
    td, th { padding: .2rem .6rem .2rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid light-dark(#dde, #334); white-space: nowrap; }
    .picture { display: block; color: inherit; text-decoration: none; height: 220px; overflow: hidden; border: 1px solid light-dark(#ccd, #445); border-radius: 6px; }
    .picture > img { width: 100%; height: 100%; object-fit: cover; }
    .picture > div { zoom: .6; padding: 1rem; pointer-events: none; }
    </style>
    </head>
    <body>
    <h1>Up42.Interactive: tutorials</h1>
    <p>Each page is a notebook as it was run against a sandbox, with everything it showed. No page needs an account, a network or .NET.
    <a href="report.html">A report</a> is what one command makes of a job.</p>
    <ul>
    {{string.Join('\n', tiles)}}
    </ul>
    </body>
    </html>

    """;
var path = Path.Combine(folder, "index.html");
File.WriteAllText(path, page);
Console.WriteLine(path);

static string Tile(string path)
{
    var cells = JsonNode.Parse(File.ReadAllText(path))!["cells"]!.AsArray();
    var prose = Text(cells[0]!["source"]).Split("\n\n");
    var link = Path.ChangeExtension(Path.GetFileName(path), "html");
    var goal = Regex.Replace(prose[1].Replace('\n', ' '), @"[*`]|\]\([^)]*\)|\[", "");
    return $"""
        <li><a class="picture" href="{link}" tabindex="-1" aria-hidden="true">{Picture(cells)}</a>
        <h2><a href="{link}">{WebUtility.HtmlEncode(prose[0].TrimStart('#', ' '))}</a></h2>
        <p>{WebUtility.HtmlEncode(goal)}</p></li>
        """;
}

// What the cell tagged as nbsphinx has it shows: its largest picture, or where it has none, the table as it stands where no script runs.
static string Picture(JsonArray cells)
{
    var shown = cells.Single(cell => cell!["metadata"]!["tags"]?.AsArray().Any(tag => (string?)tag == "nbsphinx-thumbnail") == true)!["outputs"]!.AsArray()
        .Select(output => Regex.Replace(Text(output!["data"]?["text/html"]), @"<(script|style|iframe)\b.*?</\1>", "", RegexOptions.Singleline)).ToList();
    var pictures = shown.SelectMany(html => Regex.Matches(html, "src=\"(data:image/[^\"]+)\"").Select(match => match.Groups[1].Value));
    return pictures.MaxBy(picture => picture.Length) is { Length: > 10_000 } largest
        ? $"<img src=\"{largest}\" alt=\"\" loading=\"lazy\">"
        : $"<div>{shown.First(html => html.Contains("<table", StringComparison.Ordinal))}</div>";
}

static string Text(JsonNode? lines) => lines is JsonArray array ? string.Concat(array.Select(line => (string?)line)) : "";
