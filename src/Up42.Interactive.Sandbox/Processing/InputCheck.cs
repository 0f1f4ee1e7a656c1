using System.Text.Json;
using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>Inputs as they came, checked: against the schema first, then against what the storage holds.</summary>
internal sealed class InputCheck
{
    private const string ItemPath = "/v2/assets/stac/collections/";

    private readonly List<(string Name, string Message)> _errors = [];
    private readonly StacStore _store;

    private InputCheck(StacStore store) => _store = store;

    /// <summary>What breaks the schema, one sentence; null: nothing does.</summary>
    public string? SchemaError { get; private set; }

    /// <summary>What is wrong with the values.</summary>
    public IReadOnlyList<(string Name, string Message)> Errors => _errors;

    /// <summary>The inputs; null where something is wrong.</summary>
    public ProcessInputs? Inputs { get; private set; }

    /// <summary>Checks the inputs of a process.</summary>
    public static InputCheck Of(ProcessPlan process, JsonNode? inputs, StacStore store)
    {
        var check = new InputCheck(store) { SchemaError = SchemaErrorOf(process, inputs) };
        if (check.SchemaError is null)
        {
            check.Read(process, inputs!.AsObject());
        }

        return check;
    }

    private static string? SchemaErrorOf(ProcessPlan process, JsonNode? inputs)
    {
        if (inputs is not JsonObject fields)
        {
            return "inputs is not an object.";
        }

        string[] needed = process.TakesPair ? ["title", "sourceItem", "referenceItem"] : ["title", "item"];
        return needed.Where(name => fields[name]?.GetValueKind() != JsonValueKind.String || ((string)fields[name]!).Length == 0)
                .Select(name => $"{name} is missing, empty, or not a text.").FirstOrDefault()
            ?? fields.Where(field => !needed.Contains(field.Key) && field.Key != process.Option).Select(field => $"{field.Key} is not known.").FirstOrDefault()
            ?? OptionErrorOf(process.Option is null ? null : fields[process.Option], process.Option);
    }

    private static string? OptionErrorOf(JsonNode? value, string? option) => (option, value) switch
    {
        (_, null) => null,
        ("sensitivity", JsonValue number) when number.TryGetValue<int>(out var level) && level is >= 1 and <= 5 => null,
        ("sensitivity", _) => "sensitivity is not a whole number from 1 to 5.",
        (_, JsonArray weights) when weights.All(weight => weight is JsonObject named && named["band"]?.GetValueKind() == JsonValueKind.String
            && named["weight"]?.GetValueKind() == JsonValueKind.Number && (double)named["weight"]! >= 0) => null,
        _ => "greyWeights is not a list of bands with weights.",
    };

    private void Read(ProcessPlan process, JsonObject fields)
    {
        var item = Find((string)fields[process.TakesPair ? "sourceItem" : "item"]!);
        var reference = process.TakesPair ? Find((string)fields["referenceItem"]!) : null;
        if (_errors.Count > 0)
        {
            return;
        }

        Check(process, item!, reference);
        var weights = (fields["greyWeights"] as JsonArray ?? []).Select(weight => ((string)weight!["band"]!, (double)weight["weight"]!)).ToList();
        var bands = item!.Asset("multispectral")?.Fields["eo:bands"]?.AsArray().Select(band => (string)band!["name"]!).ToList() ?? [];
        foreach (var (band, _) in weights.Where(weight => !bands.Contains(weight.Item1)))
        {
            _errors.Add(("BandNotFound", $"The item has no band {band}; it has {string.Join(", ", bands)}."));
        }

        if (weights.Count > 0 && weights.Sum(weight => weight.Item2) <= 0)
        {
            _errors.Add(("InvalidGreyWeights", "The weights add up to nothing."));
        }

        Inputs = _errors.Count > 0 ? null : new ProcessInputs((string)fields["title"]!, item)
        {
            Reference = reference,
            Sensitivity = (int?)fields["sensitivity"] ?? 2,
            GreyWeights = weights.GroupBy(weight => weight.Item1).ToDictionary(group => group.Key, group => group.Last().Item2),
        };
    }

    private void Check(ProcessPlan process, StacItem item, StacItem? reference)
    {
        var isSentinel = (string?)item.Properties["constellation"] == SensorProfile.Sentinel2.Constellation;
        foreach (var each in new[] { item, reference }.OfType<StacItem>().Where(each => each.Asset("multispectral") is null))
        {
            _errors.Add(("UnsupportedItem", $"The item {each.Id} has no multispectral raster."));
        }

        if (process == Processes.Pansharpening && item.Asset("panchromatic") is null)
        {
            _errors.Add(("MissingPanchromaticAsset", $"The item {item.Id} has no panchromatic band."));
        }

        if ((process == Processes.SentinelUpsampling && !isSentinel) || (process == Processes.Upsampling && isSentinel))
        {
            _errors.Add(("UnsupportedConstellation", $"The process {process.Id} does not take items of {item.Properties["constellation"]}."));
        }

        if (reference is not null && !GeoShape.FromGeoJson(StacJson.Polygon(reference.Footprint)).Touches(item.Footprint))
        {
            _errors.Add(("ItemsDoNotOverlap", "The source and the reference do not overlap."));
        }
    }

    // The address of an item, whatever the host is called.
    private StacItem? Find(string url)
    {
        var path = Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.AbsolutePath : "";
        var parts = path.StartsWith(ItemPath, StringComparison.Ordinal) ? path[ItemPath.Length..].Split('/') : [];
        if (parts is [var collection, "items", var id] && _store.Item(id) is { } item && item.CollectionId == collection)
        {
            return item;
        }

        _errors.Add(("ItemNotFound", $"The item {url} does not exist in the storage."));
        return null;
    }
}
