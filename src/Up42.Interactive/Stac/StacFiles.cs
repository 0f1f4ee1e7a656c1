using System.Text.Json;

namespace Up42.Interactive;

/// <summary>
/// Items as files: a catalogue or collection in one folder, each item in a folder below it, links between them relative, as other STAC tools write
/// and read them.
/// </summary>
internal static class StacFiles
{
    /// <summary>The link by which a saved item says where it came from: its own URL, as which processes take it.</summary>
    public const string Origin = "canonical";

    public const string CatalogJson = "catalog.json";
    public const string CollectionJson = "collection.json";
    private const string Version = "1.0.0";

    /// <summary>Writes items with what they belong to.</summary>
    /// <param name="folder">The folder; it is created, and files of these names are replaced.</param>
    /// <param name="collection">The collection; null: a catalogue of items is made.</param>
    /// <param name="items">The items.</param>
    /// <returns>The full path of the catalogue or collection.</returns>
    public static string Save(string folder, StacCollection? collection, StacItems items)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var root = Path.GetFullPath(folder);
        var names = UniqueNames.Create(items.Select(item => SafeFileName.Create(SecretText.Hide(item.Id))));
        var head = collection is null ? CatalogJson : CollectionJson;
        try
        {
            foreach (var (item, name) in items.Zip(names))
            {
                Directory.CreateDirectory(Path.Combine(root, name));
                Write(Path.Combine(root, name, $"{name}.json"), writer => WriteItem(writer, item, $"../{head}", collection is not null));
            }

            Directory.CreateDirectory(root);
            return Write(Path.Combine(root, head), writer => WriteHead(writer, collection, items, names));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new Up42Exception(SingleLine.Format($"STAC files cannot be written to '{root}': {error.Message}"), error);
        }
    }

    private static void WriteHead(Utf8JsonWriter writer, StacCollection? collection, StacItems items, IReadOnlyList<string> names)
    {
        writer.WriteStartObject();
        writer.WriteString("type", collection is null ? "Catalog" : "Collection");
        writer.WriteString("stac_version", Version);
        if (collection is null)
        {
            writer.WriteString("id", "items");
            writer.WriteString("description", $"{items}.");
        }
        else
        {
            WriteMembers(writer, collection.Raw);
        }

        writer.WriteStartArray("links");
        WriteLink(writer, "root", collection is null ? $"./{CatalogJson}" : $"./{CollectionJson}", "application/json");
        foreach (var name in names)
        {
            var part = Uri.EscapeDataString(name);
            WriteLink(writer, "item", $"./{part}/{part}.json", "application/geo+json");
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter writer, StacItem item, string head, bool isOfCollection)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Feature");
        writer.WriteString("stac_version", Version);
        WriteMembers(writer, item.Raw);
        writer.WriteStartArray("links");
        foreach (var rel in isOfCollection ? new[] { "root", "parent", "collection" } : ["root", "parent"])
        {
            WriteLink(writer, rel, head, "application/json");
        }

        if (item.SelfUrl is { } url)
        {
            WriteLink(writer, Origin, SecretText.Hide(url), "application/geo+json");
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter writer, JsonElement json)
    {
        foreach (var member in json.EnumerateObject().Where(member => member.Name is not ("type" or "stac_version" or "links")))
        {
            writer.WritePropertyName(member.Name);
            JsonSanitizer.Write(writer, member.Value, SecretText.Hide);
        }
    }

    private static void WriteLink(Utf8JsonWriter writer, string rel, string href, string type)
    {
        writer.WriteStartObject();
        writer.WriteString("rel", rel);
        writer.WriteString("href", href);
        writer.WriteString("type", type);
        writer.WriteEndObject();
    }

    private static string Write(string path, Action<Utf8JsonWriter> write) => AtomicFile.Write(path, file =>
    {
        using var writer = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        write(writer);
    });
}
