using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Reads a catalogue, a collection or a list of items from files, as <see cref="StacFiles"/> and other tools write them.</summary>
internal sealed class StacFilesReader
{
    private const int MaxDepth = 8;

    private readonly string _root;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<StacItem> _items = [];
    private readonly List<string> _remarks = [];
    private int _files;

    private StacFilesReader(string root) => _root = root;

    /// <summary>Reads it.</summary>
    /// <param name="path">A folder with <c>catalog.json</c> or <c>collection.json</c>, or a JSON file.</param>
    /// <returns>The file's JSON, and the items that it holds or that its links lead to.</returns>
    /// <exception cref="Up42Exception">The file does not exist, or it is not JSON.</exception>
    public static (JsonElement Head, StacItems Items) Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var file = Directory.Exists(path)
            ? new[] { StacFiles.CollectionJson, StacFiles.CatalogJson }.Select(name => Path.Combine(Path.GetFullPath(path), name)).FirstOrDefault(File.Exists)
                ?? throw new Up42Exception($"There is no {StacFiles.CatalogJson} and no {StacFiles.CollectionJson} in '{path}'.")
            : Path.GetFullPath(path);
        var reader = new StacFilesReader(Path.GetDirectoryName(file)!);
        var head = TryRead(file, out var json, out var problem)
            ? json
            : throw new Up42Exception(SingleLine.Format($"'{path}' is no STAC file that can be read: {problem}"));
        reader._seen.Add(file);
        reader.Add(head, file, depth: 0);
        return (head, new StacItems(reader._items, reader._remarks));
    }

    private void Add(JsonElement json, string file, int depth)
    {
        switch (json.FindText("type"))
        {
            case "FeatureCollection":
                StacItems.Add(json, _items, _remarks, origin: null);
                break;
            case "Feature":
                StacItems.Add(JsonSerializer.SerializeToElement(new[] { json }), _items, _remarks, origin: null);
                break;
            default:
                foreach (var link in json.FindList("links").Where(link => link.FindText("rel") is "item" or "child"))
                {
                    Follow(link.FindText("href"), file, depth + 1);
                }

                break;
        }
    }

    private void Follow(string? href, string file, int depth)
    {
        if (_items.Count >= Limits.Default.Records || depth > MaxDepth || ++_files > Limits.Default.Records)
        {
            Remark($"More than {NumberText.Format(Limits.Default.Records)} items, or catalogues deeper than {MaxDepth}: the rest was not read.");
        }
        else if (Locate(href, file) is not { } place)
        {
            Remark(SingleLine.Format($"'{href}' lies outside the folder and was not read."));
        }
        else if (_seen.Add(place))
        {
            if (TryRead(place, out var json, out var problem))
            {
                Add(json, place, depth);
            }
            else
            {
                Remark(SingleLine.Format($"'{href}' is left out: {problem}"));
            }
        }
    }

    // Nothing but files of the folder itself: catalogues come from strangers.
    private string? Locate(string? href, string file)
    {
        if (string.IsNullOrWhiteSpace(href) || href.Contains(':', StringComparison.Ordinal) || href.Contains('\\', StringComparison.Ordinal)
            || href.Contains('\0', StringComparison.Ordinal) || Path.IsPathRooted(href))
        {
            return null;
        }

        var place = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, Uri.UnescapeDataString(href)));
        return place.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? place : null;
    }

    private static bool TryRead(string path, out JsonElement json, out string problem)
    {
        (json, problem) = (default, "the file does not exist.");
        try
        {
            if (FileEntry.IsFile(path) && new FileInfo(path).Length is var length)
            {
                problem = $"it has {FileSize.Format(length)}.";
                if (length <= Limits.Default.JsonBytes)
                {
                    json = JsonElement.Parse(File.ReadAllBytes(path));
                    return true;
                }
            }
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            problem = error is JsonException ? "it is not JSON." : error.Message;
        }

        return false;
    }

    private void Remark(string text)
    {
        if (_remarks.Count < Limits.Default.Remarks && !_remarks.Contains(text))
        {
            _remarks.Add(text);
        }
    }
}
