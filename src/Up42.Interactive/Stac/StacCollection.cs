using System.Text.Json;

namespace Up42.Interactive;

/// <summary>A STAC collection: what one order or one processing job brought to storage.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
#pragma warning disable CA1711 // It is what STAC calls a collection.
public sealed class StacCollection : IDisplay
#pragma warning restore CA1711
{
    private StacCollection(string id, JsonElement raw, StacItems items) => (Id, Raw, Items) = (id, raw, items);

    /// <summary>The collection's id.</summary>
    public string Id { get; }

    /// <summary>Its title.</summary>
    public string? Title => Raw.FindText("title");

    /// <summary>What it holds, in words.</summary>
    public string? Description => Raw.FindText("description");

    /// <summary>The licence of what it holds.</summary>
    public string? License => Raw.FindText("license");

    /// <summary>Words to find it by.</summary>
    public IReadOnlyList<string> Keywords => Raw.FindTexts("keywords");

    /// <summary>Who took, processed or sells it, each once.</summary>
    public IReadOnlyList<string> Providers => [.. Raw.FindList("providers").Select(provider => provider.FindText("name")).OfType<string>().Distinct()];

    /// <summary>When its first scene was taken, UTC.</summary>
    public DateTimeOffset? Start => Interval(0);

    /// <summary>When its last scene was taken, UTC.</summary>
    public DateTimeOffset? End => Interval(1);

    /// <summary>What kind of picture it holds, for example <c>multispectral</c>.</summary>
    public string? Modality => Raw.FindText("up42-product:modality");

    /// <summary><c>raster</c> or <c>vector</c>.</summary>
    public string? DataType => Raw.FindText("up42-product:data_type");

    /// <summary>The order that brought it; null where none did.</summary>
    public string? OrderId => Raw.FindText("up42-order:id");

    /// <summary>The processing job that made it; null where none did.</summary>
    public string? JobId => Raw.FindText("up42-system:job_id");

    /// <summary>Its items; empty where they were not requested.</summary>
    public StacItems Items { get; }

    /// <summary>Everything that was read.</summary>
    public JsonElement Raw { get; }

    /// <summary>Reads a collection from its JSON.</summary>
    /// <param name="json">A STAC collection.</param>
    /// <param name="items">Its items; null: none.</param>
    /// <exception cref="JsonException">It is not a collection: the id is missing.</exception>
    public static StacCollection Parse(JsonElement json, StacItems? items = null) =>
        json.ValueKind == JsonValueKind.Object && json.FindText("id") is { Length: > 0 } id
            ? new StacCollection(id, json.Clone(), items ?? new StacItems([], []))
            : throw new JsonException("A STAC collection has no id.");

    /// <summary>Reads a collection and its items from files: what <see cref="SaveStac"/> wrote, or another static STAC collection or catalogue.</summary>
    /// <param name="path">A folder with <c>collection.json</c> or <c>catalog.json</c>, or such a file. Links out of the folder are not followed.</param>
    /// <exception cref="Up42Exception">The file does not exist, or it is not a collection.</exception>
    public static StacCollection Open(string path)
    {
        var (head, items) = StacFilesReader.Read(path);
        try
        {
            return Parse(head, items);
        }
        catch (JsonException error)
        {
            throw new Up42Exception($"'{path}' is no STAC collection: {error.Message}", error);
        }
    }

    /// <summary>
    /// Writes the collection as static STAC files: <c>collection.json</c>, and each item in a folder of its own, with relative links. Other STAC tools
    /// read it; signatures in URLs are left out.
    /// </summary>
    /// <param name="folder">The folder. It is created, and files of these names are replaced.</param>
    /// <returns>The full path of <c>collection.json</c>.</returns>
    /// <exception cref="Up42Exception">The folder cannot be written.</exception>
    public string SaveStac(string folder) => StacFiles.Save(folder, this, Items);

    /// <summary>The collection's items as a table: see <see cref="StacItems.ToTable"/>.</summary>
    public FeatureTable ToTable() => Items.ToTable();

    /// <summary>The collection's card, and its items.</summary>
    public string ToHtml() => StacItemsPage.Create(Items, StacCollectionHtml.Render(this), StacCollectionHtml.Height).ToHtml();

    /// <summary>Title and count in one line.</summary>
    public override string ToString() => SingleLine.Format($"StacCollection {Title ?? Id}: {Items}");

    internal StacCollection WithItems(StacItems items) => new(Id, Raw, items);

    private DateTimeOffset? Interval(int end) => (Raw.Find("extent")?.Find("temporal") ?? default).FindList("interval")
        .FirstOrDefault() is { ValueKind: JsonValueKind.Array } interval && interval.GetArrayLength() > end
        && interval[end].ValueKind == JsonValueKind.String ? JsonMembers.ToDate(interval[end].GetString()) : null;
}
