using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>A search in storage: what the server is asked, and what this library looks for in the answer.</summary>
internal sealed record StacSearch
{
    private const int MaxPageSize = 100;

    public Aoi? Area { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string? OrderId { get; init; }

    public string? JobId { get; init; }

    public string? Collection { get; init; }

    public object? Filter { get; init; }

    public string? SortBy { get; init; }

    public bool Descending { get; init; }

    public IReadOnlyList<string> Ids { get; init; } = [];

    public int Limit { get; init; }

    /// <summary>Whether an item is meant, where the server was not asked for it.</summary>
    public bool Includes(StacItem item) =>
        (Text is null || new[] { item.Title, item.Id, item.ProductId, item.CollectionName, item.Platform, item.Constellation }
            .Any(text => text?.Contains(Text, StringComparison.OrdinalIgnoreCase) == true))
        && Tags.All(tag => item.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase));

    /// <summary>The body of the request.</summary>
    /// <exception cref="ArgumentException">The filter is not CQL2 in JSON, or the area has no polygon.</exception>
    public ReadOnlyMemory<byte> ToJson()
    {
        var body = new JsonObject { ["limit"] = Text is null && Tags.Count == 0 ? int.Min(Limit, MaxPageSize) : MaxPageSize };
        if (Ids.Count > 0)
        {
            body["ids"] = new JsonArray([.. Ids.Select(id => JsonValue.Create(id))]);
        }

        if (Collection is not null)
        {
            body["collections"] = new JsonArray(JsonValue.Create(Collection));
        }

        if (Area is not null)
        {
            body["intersects"] = ToGeoJson(Area.RequirePolygons());
        }

        if (From is not null || To is not null)
        {
            body["datetime"] = $"{Instant(From)}/{Instant(To)}";
        }

        JsonObject[] filters = [.. Equal("up42-order:id", OrderId), .. Equal("up42-system:job_id", JobId), .. Own()];
        if (filters.Length > 0)
        {
            body["filter-lang"] = "cql2-json";
            body["filter"] = filters is [var only] ? only : new JsonObject { ["op"] = "and", ["args"] = new JsonArray([.. filters]) };
        }

        if (SortBy is not null)
        {
            body["sortby"] = new JsonArray(new JsonObject { ["field"] = SortBy, ["direction"] = Descending ? "desc" : "asc" });
        }

        return JsonSerializer.SerializeToUtf8Bytes<JsonNode>(body, JsonText.AnyType);
    }

    private static IEnumerable<JsonObject> Equal(string property, string? value) => value is null ? [] :
    [
        new JsonObject { ["op"] = "=", ["args"] = new JsonArray(new JsonObject { ["property"] = property }, JsonValue.Create(value)) },
    ];

    private IEnumerable<JsonObject> Own() => Filter is null
        ? []
        : [JsonObjects.Parse(Filter, "The filter is CQL2 as a JSON object, {\"op\": …, \"args\": […]}.")];

    private static string Instant(DateTimeOffset? date) =>
        date?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture) ?? "..";

    private static JsonNode ToGeoJson(Geometry geometry) =>
        JsonNode.Parse(FeatureTable.From([geometry]).ToGeoJson())!["features"]![0]!["geometry"]!.DeepClone();
}
