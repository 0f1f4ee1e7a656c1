using System.Text.Json;

namespace Up42.Interactive;

/// <summary>
/// Where the files of items lie below one folder: each item's in a folder of its own, with the item's JSON, and a <c>data.json</c> beside them
/// whose features point at the rasters.
/// </summary>
internal sealed class StacLayout
{
    private readonly IReadOnlyList<StacItem> _items;
    private readonly IReadOnlyList<string> _folders;
    private readonly Dictionary<StacAsset, string> _paths = [];
    private readonly Func<string, string> _clean;

    /// <param name="items">The items.</param>
    /// <param name="names">What the files of their assets are called; assets that have none have no place.</param>
    /// <param name="clean">Takes secrets out of a text.</param>
    public StacLayout(IReadOnlyList<StacItem> items, IReadOnlyDictionary<StacAsset, string> names, Func<string, string> clean)
    {
        (_items, _folders, _clean) = (items, [.. UniqueNames.Create(items.Select(item => SafeFileName.Create(clean(item.Id))))], clean);
        var taken = new HashSet<string>();
        foreach (var (item, folder) in items.Zip(_folders))
        {
            taken.Add(SafeFileName.CollisionKey($"{folder}/{ResultsLayout.ItemJson}"));
            foreach (var asset in item.Assets.Values.Where(names.ContainsKey))
            {
                _paths[asset] = UniqueNames.Add($"{folder}/{names[asset]}", taken);
            }
        }
    }

    /// <summary>The place of each asset below the folder, with forward slashes.</summary>
    public IReadOnlyDictionary<StacAsset, string> Paths => _paths;

    /// <summary>Writes the JSON of the items and the table.</summary>
    public void Write(string folder)
    {
        foreach (var (item, name) in _items.Zip(_folders))
        {
            Directory.CreateDirectory(Path.Combine(folder, name));
            Write(Path.Combine(folder, name, ResultsLayout.ItemJson), writer => JsonSanitizer.Write(writer, item.Raw, _clean));
        }

        Write(Path.Combine(folder, ResultsLayout.DataJson), WriteTable);
    }

    private void WriteTable(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "FeatureCollection");
        writer.WriteStartArray("features");
        foreach (var item in _items)
        {
            var rasters = item.Assets.Values.Where(asset => _paths.TryGetValue(asset, out var path) && ResultsLayout.IsRaster(path)).ToList();
            foreach (var raster in rasters.Count == 0 ? [null] : rasters.Cast<StacAsset?>())
            {
                StacFeatures.WriteTo(writer, item, more => WriteNames(more, item, raster), _clean);
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteNames(Utf8JsonWriter writer, StacItem item, StacAsset? raster)
    {
        writer.WriteString("uid", _clean(item.Id));
        writer.WriteString("sceneId", _clean(item.Title ?? item.Id));
        if (raster is not null)
        {
            writer.WriteString("asset", _clean(raster.Title ?? raster.Key));
            writer.WriteString(ResultsLayout.DataPathColumn, _paths[raster]);
            WriteClasses(writer, raster.Raw);
        }
    }

    /// <summary>What the asset says of classes, for its bands and for all of it.</summary>
    private void WriteClasses(Utf8JsonWriter writer, JsonElement asset)
    {
        WriteList(asset);
        foreach (var bands in StacClasses.BandLists.Where(bands => asset.FindList(bands).Any(HasClasses)))
        {
            writer.WriteStartArray(bands);
            foreach (var band in asset.FindList(bands))
            {
                writer.WriteStartObject();
                WriteList(band);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        static bool HasClasses(JsonElement json) => json.FindList(StacClasses.Property).Any();

        void WriteList(JsonElement json)
        {
            if (HasClasses(json))
            {
                writer.WritePropertyName(StacClasses.Property);
                JsonSanitizer.Write(writer, json.GetProperty(StacClasses.Property), _clean);
            }
        }
    }

    private static void Write(string path, Action<Utf8JsonWriter> write) => AtomicFile.Write(
        path,
        file =>
        {
            using var writer = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
            write(writer);
        });
}
