using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.JsonHttpResult<System.Text.Json.Nodes.JsonObject>, Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;

namespace Up42.Interactive.Sandbox;

/// <summary>The storage as a STAC API 1.0.0: collections and items.</summary>
internal static class StacApi
{
    private const string Title = "up42-user:title";
    private const string Tags = "up42-user:tags";

    public static IEndpointRouteBuilder MapStac(this IEndpointRouteBuilder routes)
    {
        var stac = routes.MapToday("/v2/assets/stac");
        stac.MapLanding().MapSearch();
        stac.MapGet("/collections", Collections);
        stac.MapGet("/collections/{collectionId}", Answer (HttpContext context, string collectionId, StacStore store) =>
            store.Collection(collectionId) is { } collection
                ? TypedResults.Json(JsonOf(context).Collection(collection, ItemsOf(store, collectionId)))
                : Missing("Collection", collectionId));
        stac.MapDelete("/collections/{collectionId}", Results<NoContent, ProblemHttpResult> (string collectionId, StacStore store) =>
            store.Delete(collectionId) ? TypedResults.NoContent() : Missing("Collection", collectionId));
        stac.MapGet("/collections/{collectionId}/items/{itemId}", Item);
        stac.MapPatch("/collections/{collectionId}/items/{itemId}", UpdateAsync);
        stac.MapGet("/items/{itemId}", (HttpContext context, string itemId, StacStore store) => Item(context, null, itemId, store));
        return routes;
    }

    /// <summary>Links below the host that the request came to.</summary>
    public static StacJson JsonOf(HttpContext context) => new($"{context.Request.Scheme}://{context.Request.Host}");

    public static ProblemHttpResult Missing(string resource, string id) =>
        Envelope.Problem(StatusCodes.Status404NotFound, "Not Found", $"{resource} {id} does not exist.");

    public static IReadOnlyList<StacItem> ItemsOf(StacStore store, string collectionId) =>
        [.. store.Items.Where(item => item.CollectionId == collectionId)];

    private static JsonHttpResult<JsonObject> Collections(HttpContext context, StacStore store, SandboxState state)
    {
        var query = new StacQuery(StacQuery.BodyOf(context.Request.Query), state.PageSize);
        var json = JsonOf(context);
        var items = store.Items.ToLookup(item => item.CollectionId);
        var all = store.Collections;
        var links = new JsonArray(
            StacJson.Link("self", json.Root + "/collections", "application/json"), StacJson.Link("root", json.Root + "/", "application/json"),
            StacJson.Link("parent", json.Root + "/", "application/json"));
        if (query.Offset + query.Limit < all.Count)
        {
            links.Add(StacJson.Link(
                "next", $"{json.Root}/collections?limit={query.Limit}&token={PageToken.Format(query.Offset + query.Limit)}", "application/json"));
        }

        return TypedResults.Json(new JsonObject
        {
            ["collections"] = new JsonArray(
                [.. all.Skip(query.Offset).Take(query.Limit).Select(collection => json.Collection(collection, [.. items[collection.Id]]))]),
            ["links"] = links,
        });
    }

    private static Answer Item(HttpContext context, string? collectionId, string itemId, StacStore store) =>
        store.Item(itemId) is { } item && (collectionId ?? item.CollectionId) == item.CollectionId
            ? TypedResults.Json(JsonOf(context).Item(item), contentType: StacJson.GeoJson)
            : Missing("Item", itemId);

    private static async Task<Answer> UpdateAsync(HttpContext context, string collectionId, string itemId, StacStore store)
    {
        if (store.Item(itemId)?.CollectionId != collectionId)
        {
            return Missing("Item", itemId);
        }

        var changes = await ReadAsync(context.Request).ConfigureAwait(false);
        foreach (var (name, value) in changes)
        {
            var isRight = name switch
            {
                Title => value?.GetValueKind() is null or JsonValueKind.String,
                Tags => value is null || (value is JsonArray tags && tags.All(tag => tag?.GetValueKind() == JsonValueKind.String)),
                _ => false,
            };
            if (!isRight)
            {
                throw new BadQueryException($"{name} cannot be set: {Title} is a text and {Tags} a list of texts.");
            }
        }

        return store.Update(itemId, changes) is { } item
            ? TypedResults.Json(JsonOf(context).Item(item), contentType: StacJson.GeoJson)
            : Missing("Item", itemId);
    }

    /// <summary>The object in a request's body.</summary>
    /// <exception cref="BadQueryException">There is none.</exception>
    public static async Task<JsonObject> ReadAsync(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body).ConfigureAwait(false) as JsonObject
                ?? throw new BadQueryException("The body is not a JSON object.");
        }
        catch (JsonException)
        {
            throw new BadQueryException("The body is not a JSON object.");
        }
    }
}
