using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>The account's storage: collections, their items and files, as they are at the clock's time.</summary>
internal sealed class StacStore
{
    private readonly ConcurrentDictionary<string, StacCollection> _collections = new();
    private readonly ConcurrentDictionary<string, StacItem> _items = new();
    private readonly ConcurrentDictionary<string, (string ItemId, string Key)> _assets = new();
    private readonly TimeProvider _clock;

    public StacStore(SandboxState state, SandboxOptions options)
    {
        _clock = state.Clock;
        foreach (var (collection, items) in SeedStorage.Create(state).Append(LightItems.Create(options.LightItems)))
        {
            Add(collection, items);
        }
    }

    /// <summary>The collections that are there, by their title.</summary>
    public IReadOnlyList<StacCollection> Collections =>
        [.. _collections.Values.Where(collection => IsThere(collection.VisibleFrom)).OrderBy(collection => collection.Title, StringComparer.Ordinal)
            .ThenBy(collection => collection.Id, StringComparer.Ordinal)];

    /// <summary>The items that are there, in no order.</summary>
    public IEnumerable<StacItem> Items => _items.Values.Where(item => IsThere(item.VisibleFrom));

    public StacCollection? Collection(string id) =>
        _collections.TryGetValue(id, out var collection) && IsThere(collection.VisibleFrom) ? collection : null;

    public StacItem? Item(string id) => _items.TryGetValue(id, out var item) && IsThere(item.VisibleFrom) ? item : null;

    public StacAsset? Asset(string id) => _assets.TryGetValue(id, out var place) ? Item(place.ItemId)?.Asset(place.Key) : null;

    public void Add(StacCollection collection, IReadOnlyList<StacItem> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        foreach (var item in items)
        {
            _items[item.Id] = item;
            foreach (var asset in item.Assets)
            {
                _assets[item.AssetId(asset)] = (item.Id, asset.Key);
            }
        }

        _collections[collection.Id] = collection;
    }

    /// <summary>Changes properties of an item; null takes one away. Null when the item does not exist.</summary>
    public StacItem? Update(string id, IEnumerable<KeyValuePair<string, JsonNode?>> changes)
    {
        while (Item(id) is { } item)
        {
            var properties = item.Properties.DeepClone().AsObject();
            foreach (var (name, value) in changes)
            {
                properties.Remove(name);
                if (value is not null)
                {
                    properties[name] = value.DeepClone();
                }
            }

            var changed = item with { Properties = properties };
            if (_items.TryUpdate(id, changed, item))
            {
                return changed;
            }
        }

        return null;
    }

    /// <summary>Takes a collection and its items away; false when it is not there.</summary>
    public bool Delete(string id) => Collection(id) is not null && Remove(id);

    /// <summary>Takes a collection and its items away, also those that are to come.</summary>
    public bool Remove(string id)
    {
        if (!_collections.TryRemove(id, out _))
        {
            return false;
        }

        foreach (var item in _items.Values.Where(item => item.CollectionId == id))
        {
            _items.TryRemove(item.Id, out _);
            foreach (var asset in item.Assets)
            {
                _assets.TryRemove(item.AssetId(asset), out _);
            }
        }

        return true;
    }

    private bool IsThere(DateTimeOffset from) => from <= _clock.GetUtcNow();
}
