using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Up42.Interactive.Cli;

/// <summary>A notebook file, nbformat 4. It stays JSON throughout, so that metadata unknown here is written as it was read.</summary>
internal sealed class Notebook
{
    private static readonly JsonWriterOptions Writing = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // A value of one character takes a hundred bytes to be parsed.
    private const long MaxBytes = 100_000_000;
    private const int MaxValues = 4_000_000;

    // Outputs of JSON nest; a file that nests deeper than any notebook would exhaust the stack.
    private const int MaxDepth = 256;

    private readonly JsonObject _json;
    private readonly List<NotebookCell> _cells;

    private Notebook(string path, JsonObject json, List<NotebookCell> cells) => (Path, _json, _cells) = (path, json, cells);

    /// <summary>The full path it was read from.</summary>
    public string Path { get; }

    /// <summary>The cells in order.</summary>
    public IReadOnlyList<NotebookCell> Cells => _cells;

    /// <summary>The cells that run, in order: code that is not blank. Their numbers from 1 are those a notebook shows beside them.</summary>
    public IReadOnlyList<NotebookCell> CodeToRun => [.. _cells.Where(cell => cell.IsCode && !string.IsNullOrWhiteSpace(cell.Source))];

    /// <summary>The language its kernel speaks, as its metadata says; null when they say nothing.</summary>
    public string? Language =>
        (string?)_json["metadata"]?["kernelspec"]?["language"] ?? (string?)_json["metadata"]?["language_info"]?["name"];

    /// <summary>Reads a notebook and lifts it to nbformat 4.5: every cell has an id.</summary>
    /// <exception cref="CommandException">The file is missing, is not a notebook, or is older than nbformat 4.</exception>
    public static Notebook Read(string path)
    {
        var json = Parse(path);
        if (json["nbformat"] is not JsonValue version || !version.TryGetValue(out int major) || major != 4)
        {
            throw new CommandException($"{path} is not in nbformat 4: open it in Jupyter and save it, then run it here.");
        }

        if (NotebookShape.Problem(json) is { } problem)
        {
            throw new CommandException($"{path} is not a valid notebook: {problem}.");
        }

        var cells = json["cells"]!.AsArray().Select(cell => new NotebookCell(cell!.AsObject())).ToList();
        json["nbformat_minor"] = json["nbformat_minor"] is JsonValue minor && minor.TryGetValue(out int number) ? Math.Max(5, number) : 5;
        json["metadata"] ??= new JsonObject();
        var taken = new HashSet<string>();
        for (var i = 0; i < cells.Count; i++)
        {
            cells[i].Complete(i, taken);
        }

        return new Notebook(System.IO.Path.GetFullPath(path), json, cells);
    }

    /// <summary>Puts a cell in, so that it becomes <c>Cells[index]</c>.</summary>
    public void Insert(int index, NotebookCell cell)
    {
        _json["cells"]!.AsArray().Insert(index, cell.Json);
        _cells.Insert(index, cell);
    }

    /// <summary>Takes a cell out.</summary>
    public void Remove(NotebookCell cell)
    {
        _json["cells"]!.AsArray().Remove(cell.Json);
        _cells.Remove(cell);
    }

    /// <summary>Writes the notebook; the file appears whole or not at all.</summary>
    public void Save(string path) => AtomicFile.Save(path, "notebook.ipynb", file =>
    {
        using (var writer = new Utf8JsonWriter(file, Writing))
        {
            _json.WriteTo(writer);
        }

        file.Write("\n"u8);
    });

    private static JsonObject Parse(string path)
    {
        if (FileEntry.Follow(path) is { Kind: FileKind.Special } entry)
        {
            throw new CommandException($"{path} is {entry.Noun}, not a notebook.");
        }

        if (new FileInfo(path) is { Exists: true, Length: > MaxBytes and var length })
        {
            throw new CommandException($"{path} has {FileSize.Format(length)}; notebooks of up to {FileSize.Format(MaxBytes)} are run. Clear its outputs.");
        }

        try
        {
            var text = File.ReadAllText(path);
            if (CountValues(text) > MaxValues)
            {
                throw new CommandException($"{path} holds more than {NumberText.Format(MaxValues)} lines and values: clear its outputs, or split it.");
            }

            return JsonNode.Parse(
                JsonSurrogates.Replace(text), documentOptions: new() { AllowDuplicateProperties = false, MaxDepth = MaxDepth }) as JsonObject
                    ?? throw new JsonException();
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandException($"There is no {path}.");
        }
        catch (JsonException)
        {
            throw new CommandException($"{path} is not a valid notebook: it is not a JSON object.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} cannot be read: {error.Message}");
        }
    }

    private static int CountValues(ReadOnlySpan<char> json)
    {
        var (count, isText) = (0, false);
        for (var i = 0; i < json.Length; i++)
        {
            switch (json[i])
            {
                case '\\' when isText:
                    i++;
                    break;
                case '"':
                    isText = !isText;
                    break;
                case ',' or '[' when !isText:
                    count++;
                    break;
            }
        }

        return count;
    }
}
