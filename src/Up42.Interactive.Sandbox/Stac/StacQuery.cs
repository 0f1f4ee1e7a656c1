using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Up42.Interactive.Sandbox;

/// <summary>A search as it was asked for, whether by POST or by GET.</summary>
internal sealed class StacQuery
{
    private const int MaxLimit = 10_000;

    private readonly HashSet<string>? _ids;
    private readonly HashSet<string>? _collections;
    private readonly GeoShape? _shape;
    private readonly (DateTimeOffset From, DateTimeOffset To)? _time;
    private readonly CqlFilter? _filter;

    /// <param name="body">The fields of a search by POST.</param>
    /// <param name="defaultLimit">Items on a page where it does not say.</param>
    /// <exception cref="BadQueryException">A field cannot be understood.</exception>
    public StacQuery(JsonObject body, int defaultLimit)
    {
        Body = body;
        try
        {
            _ids = Texts(body["ids"]);
            _collections = Texts(body["collections"]);
            _shape = (body["bbox"], body["intersects"]) switch
            {
                (null, null) => null,
                ({ } box, null) => GeoShape.FromBox([.. box.AsArray().Select(number => (double)number!)]),
                (null, { } geometry) => GeoShape.FromGeoJson(geometry),
                _ => throw new BadQueryException("Only one of bbox and intersects may be given."),
            };
            _time = body["datetime"] is { } time ? StacTime.Parse((string)time!) : null;
            _filter = body["filter"] is { } filter ? new CqlFilter(filter) : null;
            Sort = [.. (body["sortby"] as JsonArray ?? []).Select(field =>
                ((string)field!["field"]!, string.Equals((string?)field["direction"], "desc", StringComparison.OrdinalIgnoreCase)))];
            Limit = body["limit"] is { } limit ? (int)limit : defaultLimit;
            Offset = body["token"] is { } token ? PageToken.Parse((string)token!) : 0;
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException or NullReferenceException or OverflowException or ArgumentException)
        {
            throw new BadQueryException("A field of the search has a value of the wrong type.");
        }

        if (Limit is < 1 or > MaxLimit)
        {
            throw new BadQueryException($"limit is not between 1 and {MaxLimit}.");
        }
    }

    /// <summary>What was asked for, for the link to the next page.</summary>
    public JsonObject Body { get; }

    public int Limit { get; }

    public int Offset { get; }

    public IReadOnlyList<(string Field, bool IsDescending)> Sort { get; }

    /// <summary>The fields of a search by GET, as POST has them.</summary>
    /// <exception cref="BadQueryException">A field cannot be understood.</exception>
    public static JsonObject BodyOf(IQueryCollection query)
    {
        var body = new JsonObject();
        foreach (var (name, values) in query)
        {
            var value = values.ToString();
            try
            {
                body[name] = name switch
                {
                    "ids" or "collections" => new JsonArray([.. value.Split(',').Select(part => JsonValue.Create(part))]),
                    "bbox" => new JsonArray([.. value.Split(',').Select(part => JsonValue.Create(double.Parse(part, CultureInfo.InvariantCulture)))]),
                    "intersects" => JsonNode.Parse(value),
                    "filter" when query["filter-lang"] == "cql2-text" => throw new BadQueryException("Filters are CQL2 as JSON: filter-lang=cql2-json."),
                    "filter" => JsonNode.Parse(value),
                    "limit" => int.Parse(value, CultureInfo.InvariantCulture),
                    "sortby" => new JsonArray([.. value.Split(',').Select(SortOf)]),
                    _ => value,
                };
            }
            catch (Exception error) when (error is FormatException or OverflowException or JsonException)
            {
                throw new BadQueryException($"{name} has a value that cannot be read.");
            }
        }

        return body;
    }

    public bool Matches(StacItem item) =>
        _ids?.Contains(item.Id) != false && _collections?.Contains(item.CollectionId) != false
        && (_time is not { } time || StacTime.Overlaps(item, time))
        && _shape?.Touches(item.Footprint) != false
        && _filter?.Matches(name => Property(item, name)) != false;

    /// <summary>A property under the name that filters and sorting use.</summary>
    public static JsonNode? Property(StacItem item, string name) => name switch
    {
        "id" => item.Id,
        "collection" => item.CollectionId,
        _ => item.Properties[name.StartsWith("properties.", StringComparison.Ordinal) ? name["properties.".Length..] : name],
    };

    private static JsonNode SortOf(string field) => new JsonObject
    {
        ["field"] = field.TrimStart('+', '-', ' '),
        ["direction"] = field.StartsWith('-') ? "desc" : "asc",
    };

    private static HashSet<string>? Texts(JsonNode? list) => list is null ? null : [.. list.AsArray().Select(text => (string)text!)];
}
