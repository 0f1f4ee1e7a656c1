using System.Collections;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>STAC items in an order: what a search found, or what a collection holds.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class StacItems : IReadOnlyList<StacItem>, IDisplay
{
    private const int MaxRemarks = 1000;

    private readonly IReadOnlyList<StacItem> _items;
    private readonly Lazy<FeatureTable> _table;

    internal StacItems(IReadOnlyList<StacItem> items, IReadOnlyList<string> remarks)
    {
        (_items, Remarks) = (items, remarks);
        _table = new(() => StacFeatures.ToTable(items));
    }

    /// <summary>How many items there are.</summary>
    public int Count => _items.Count;

    /// <summary>What was left out and why, one sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; }

    /// <summary>The box round all footprints, in EPSG:4326; null where there is none.</summary>
    public Envelope? Bounds => _table.Value.Bounds;

    /// <summary>An item by its place.</summary>
    /// <param name="index">From 0.</param>
    public StacItem this[int index] => _items[index];

    /// <summary>An item by its id.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="ArgumentException">The item does not exist.</exception>
    public StacItem this[string id] => _items.FirstOrDefault(item => item.Id == id)
        ?? throw new ArgumentException($"The {DisplayText.Count(Count, "item")} have none with the id {id}.", nameof(id));

    /// <summary>Reads items from JSON. One that cannot be read is left out; <see cref="Remarks"/> says so.</summary>
    /// <param name="json">A FeatureCollection of STAC items, or a list of items.</param>
    public static StacItems Parse(JsonElement json)
    {
        var (items, remarks) = (new List<StacItem>(), new List<string>());
        Add(json, items, remarks, origin: null);
        return new StacItems(items, remarks);
    }

    /// <summary>Reads items from files: what <see cref="SaveStac"/> wrote, another static STAC catalogue, or a list of items.</summary>
    /// <param name="path">A folder with <c>catalog.json</c> or <c>collection.json</c>, or a JSON file. Links out of the folder are not followed.</param>
    /// <exception cref="Up42Exception">The file does not exist, or it is not JSON.</exception>
    public static StacItems Open(string path) => StacFilesReader.Read(path).Items;

    /// <summary>
    /// Writes the items as a static STAC catalogue: <c>catalog.json</c>, and each item in a folder of its own, with relative links. Other STAC tools read
    /// it; signatures in URLs are left out.
    /// </summary>
    /// <param name="folder">The folder. It is created, and files of these names are replaced.</param>
    /// <returns>The full path of <c>catalog.json</c>.</returns>
    /// <exception cref="Up42Exception">The folder cannot be written.</exception>
    public string SaveStac(string folder) => StacFiles.Save(folder, collection: null, this);

    /// <summary>
    /// The items as a table: one row an item, its properties as columns under the names that they have in STAC, and its footprint.
    /// </summary>
    public FeatureTable ToTable() => _table.Value;

    /// <inheritdoc/>
    public IEnumerator<StacItem> GetEnumerator() => _items.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>
    /// The items on one page: their places on a map, a table that can be sorted and searched, and of items from <c>WithThumbnailsAsync()</c> their
    /// pictures as a gallery.
    /// </summary>
    public string ToHtml() => StacItemsPage.Create(this).ToHtml();

    /// <summary>How many there are, and from when to when.</summary>
    public override string ToString() => SingleLine.Format($"{DisplayText.Count(Count, "STAC item")}{Span}");

    private string Span
    {
        get
        {
            var dates = _items.Select(item => item.Taken).OfType<DateTimeOffset>().ToList();
            return dates.Count == 0 ? "" : $", {DisplayText.DataDate(dates.Min(), isDay: true)} to {DisplayText.DataDate(dates.Max(), isDay: true)}";
        }
    }

    /// <summary>Adds the items of a page.</summary>
    /// <param name="json">A FeatureCollection, or a list.</param>
    /// <param name="items">Where to.</param>
    /// <param name="remarks">Where a sentence goes for each that cannot be read.</param>
    /// <param name="origin">What they came from.</param>
    internal static void Add(JsonElement json, List<StacItem> items, List<string> remarks, object? origin)
    {
        var (list, number) = (json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : json.FindList("features"), items.Count);
        foreach (var item in list)
        {
            if (++number > Limits.Default.Records)
            {
                Remark($"Only the first {NumberText.Format(Limits.Default.Records)} items were read.");
                break;
            }

            try
            {
                items.Add(StacItem.Parse(item, origin));
            }
            catch (JsonException error)
            {
                Remark(SingleLine.Format($"Item {number} is left out: {error.Message}"));
            }
        }

        void Remark(string text)
        {
            if (remarks.Count < MaxRemarks)
            {
                remarks.Add(remarks.Count < MaxRemarks - 1 ? text : "More is left out.");
            }
        }
    }
}
