using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Up42.Interactive.Sandbox;

/// <summary>What STAC's clients ask for first: the landing page, what the API conforms to, its description.</summary>
internal static class StacLandingApi
{
    private const string Json = "application/json";
    private const string OpenApi = "application/vnd.oai.openapi+json;version=3.0";

    private static readonly string[] Conformance =
    [
        "https://api.stacspec.org/v1.0.0/core", "https://api.stacspec.org/v1.0.0/collections", "https://api.stacspec.org/v1.0.0/ogcapi-features",
        "https://api.stacspec.org/v1.0.0/item-search", "https://api.stacspec.org/v1.0.0/item-search#sort",
        "https://api.stacspec.org/v1.0.0-rc.2/item-search#filter", "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30", "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
        "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter", "http://www.opengis.net/spec/cql2/1.0/conf/cql2-json",
        "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2", "http://www.opengis.net/spec/cql2/1.0/conf/advanced-comparison-operators",
    ];

    private static readonly string[] Properties =
    [
        "id", "collection", "datetime", "eo:cloud_cover", "gsd", "constellation", "platform", "up42-user:title", "up42-user:tags",
        "up42-product:collection_name", "up42-product:data_type", "up42-product:modality", "up42-order:id", "up42-order:status",
        "up42-system:asset_id", "up42-system:job_id", "up42-system:source", "up42-system:workspace_id",
    ];

    public static IEndpointRouteBuilder MapLanding(this IEndpointRouteBuilder stac)
    {
        stac.MapGet("/", Landing);
        stac.MapGet("/conformance", () => TypedResults.Json(new JsonObject { ["conformsTo"] = Names(Conformance) }));
        stac.MapGet("/api", Description);
        stac.MapGet("/queryables", Queryables);
        return stac;
    }

    private static JsonHttpResult<JsonObject> Landing(HttpContext context)
    {
        var json = StacApi.JsonOf(context);
        JsonObject Search(string method)
        {
            var link = StacJson.Link("search", json.Root + "/search", StacJson.GeoJson);
            link["method"] = method;
            return link;
        }

        return TypedResults.Json(new JsonObject
        {
            ["type"] = "Catalog",
            ["stac_version"] = "1.0.0",
            ["id"] = "up42-storage",
            ["title"] = "UP42 Storage",
            ["description"] = "The sandbox's storage: imagery and results to play with.",
            ["conformsTo"] = Names(Conformance),
            ["links"] = new JsonArray(
                StacJson.Link("self", json.Root, Json), StacJson.Link("root", json.Root + "/", Json),
                StacJson.Link("conformance", json.Root + "/conformance", Json), StacJson.Link("data", json.Root + "/collections", Json),
                Search("GET"), Search("POST"), StacJson.Link("service-desc", json.Root + "/api", OpenApi),
                StacJson.Link("http://www.opengis.net/def/rel/ogc/1.0/queryables", json.Root + "/queryables", "application/schema+json")),
        });
    }

    private static JsonHttpResult<JsonObject> Description(HttpContext context)
    {
        JsonObject Path(params string[] methods) => new(methods.Select(method => KeyValuePair.Create<string, JsonNode?>(
            method, new JsonObject { ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "OK" } } })));
        return TypedResults.Json(
            new JsonObject
            {
                ["openapi"] = "3.0.3",
                ["info"] = new JsonObject { ["title"] = "UP42 Storage", ["version"] = "1.0.0" },
                ["servers"] = new JsonArray(new JsonObject { ["url"] = StacApi.JsonOf(context).Root }),
                ["paths"] = new JsonObject
                {
                    ["/"] = Path("get"),
                    ["/conformance"] = Path("get"),
                    ["/queryables"] = Path("get"),
                    ["/search"] = Path("get", "post"),
                    ["/collections"] = Path("get"),
                    ["/collections/{collectionId}"] = Path("get", "delete"),
                    ["/collections/{collectionId}/items"] = Path("get"),
                    ["/collections/{collectionId}/items/{itemId}"] = Path("get", "patch"),
                },
            },
            contentType: OpenApi);
    }

    private static JsonHttpResult<JsonObject> Queryables(HttpContext context) => TypedResults.Json(
        new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2019-09/schema",
            ["$id"] = StacApi.JsonOf(context).Root + "/queryables",
            ["type"] = "object",
            ["title"] = "Queryables of the storage",
            ["properties"] = new JsonObject(Properties.Select(name => KeyValuePair.Create<string, JsonNode?>(name, new JsonObject()))),
            ["additionalProperties"] = true,
        },
        contentType: "application/schema+json");

    private static JsonArray Names(IEnumerable<string> names) => [.. names.Select(name => JsonValue.Create(name))];
}
