using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Up42.Interactive.Sandbox;

/// <summary>Searching items, in the whole storage or in one collection, page by page.</summary>
internal static class StacSearchApi
{
    private const int PageSize = 10;

    public static IEndpointRouteBuilder MapSearch(this IEndpointRouteBuilder stac)
    {
        stac.MapPost("/search", async (HttpContext context, StacStore store) =>
            Answer(context, new StacQuery(await StacApi.ReadAsync(context.Request).ConfigureAwait(false), PageSize), store.Items));
        stac.MapGet("/search", (HttpContext context, StacStore store) =>
            Answer(context, new StacQuery(StacQuery.BodyOf(context.Request.Query), PageSize), store.Items));
        stac.MapGet("/collections/{collectionId}/items", Results<JsonHttpResult<JsonObject>, ProblemHttpResult> (
            HttpContext context, string collectionId, StacStore store) =>
            store.Collection(collectionId) is null
                ? StacApi.Missing("Collection", collectionId)
                : Answer(context, new StacQuery(StacQuery.BodyOf(context.Request.Query), PageSize), StacApi.ItemsOf(store, collectionId)));
        return stac;
    }

    private static JsonHttpResult<JsonObject> Answer(HttpContext context, StacQuery query, IEnumerable<StacItem> items)
    {
        var found = Sort(items.Where(query.Matches), query.Sort);
        var json = StacApi.JsonOf(context);
        var page = found.Skip(query.Offset).Take(query.Limit).Select(json.Item).ToArray();
        var links = new JsonArray(
            StacJson.Link("root", json.Root + "/", "application/json"),
            StacJson.Link("self", $"{json.Host}{context.Request.Path}{context.Request.QueryString}", StacJson.GeoJson));
        if (query.Offset + page.Length < found.Count)
        {
            links.Add(Next(context, json, query, PageToken.Format(query.Offset + page.Length)));
        }

        return TypedResults.Json(
            new JsonObject
            {
                ["type"] = "FeatureCollection",
                ["features"] = new JsonArray(page),
                ["links"] = links,
                ["numberMatched"] = found.Count,
                ["numberReturned"] = page.Length,
                ["context"] = new JsonObject { ["returned"] = page.Length, ["limit"] = query.Limit, ["matched"] = found.Count },
            },
            contentType: StacJson.GeoJson);
    }

    // The newest first where nothing else is asked for; the id decides between equals, so that pages have neither gaps nor doubles.
    private static List<StacItem> Sort(IEnumerable<StacItem> items, IReadOnlyList<(string Field, bool IsDescending)> sort)
    {
        var keys = sort.Count > 0 ? sort : [("datetime", true)];
        var sorted = items.Order(Comparer<StacItem>.Create((a, b) =>
        {
            foreach (var (field, isDescending) in keys)
            {
                if (Compare(StacQuery.Property(a, field), StacQuery.Property(b, field)) is var order and not 0)
                {
                    return isDescending ? -order : order;
                }
            }

            return string.CompareOrdinal(a.Id, b.Id);
        }));
        return [.. sorted];
    }

    private static int Compare(JsonNode? a, JsonNode? b) => (a, b) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        _ when a.GetValueKind() == System.Text.Json.JsonValueKind.Number && b.GetValueKind() == System.Text.Json.JsonValueKind.Number =>
            ((double)a).CompareTo((double)b),
        _ => string.CompareOrdinal(a.ToString(), b.ToString()),
    };

    private static JsonObject Next(HttpContext context, StacJson json, StacQuery query, string token)
    {
        var path = $"{json.Host}{context.Request.Path}";
        if (HttpMethods.IsGet(context.Request.Method))
        {
            var rest = context.Request.Query.Where(field => field.Key != "token").Append(new("token", token));
            var next = StacJson.Link("next", path + QueryString.Create(rest), StacJson.GeoJson);
            next["method"] = "GET";
            return next;
        }

        var link = StacJson.Link("next", path, StacJson.GeoJson);
        var body = query.Body.DeepClone().AsObject();
        body["token"] = token;
        (link["method"], link["body"], link["merge"]) = ("POST", body, false);
        return link;
    }
}
