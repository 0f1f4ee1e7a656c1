using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Up42.Interactive.Sandbox;

/// <summary>The files of the storage: a signed URL for each, valid for five minutes at most.</summary>
internal static class AssetsApi
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public static IEndpointRouteBuilder MapAssets(this IEndpointRouteBuilder routes)
    {
        routes.MapToday("/v2/assets/{assetId}").MapPost("/download-url", Sign);
        routes.MapMethods("/storage/assets/{assetId}/{name}", [HttpMethods.Get, HttpMethods.Head], ServeAsync);
        return routes;
    }

    private static Results<JsonHttpResult<JsonObject>, ProblemHttpResult> Sign(
        HttpContext context, string assetId, StacStore store, SignedStorage storage, SandboxOptions options)
    {
        if (store.Asset(assetId) is not { } asset)
        {
            return StacApi.Missing("Asset", assetId);
        }

        var name = asset.Content.FileName;
        var lifetime = options.UrlLifetime < Lifetime ? options.UrlLifetime : Lifetime;
        return TypedResults.Json(new JsonObject
        {
            ["url"] = storage.Sign(context, $"/storage/assets/{assetId}/{name}", $"attachment; filename={name}", lifetime),
        });
    }

    private static async Task<Results<PhysicalFileHttpResult, ContentHttpResult>> ServeAsync(
        HttpContext context, string assetId, StacStore store, SignedStorage storage)
    {
        if (storage.RefuseUnsigned(context) is { } refused)
        {
            return refused;
        }

        if (store.Asset(assetId) is not { } asset)
        {
            return SignedStorage.Refuse("NoSuchKey", "The specified key does not exist.", StatusCodes.Status404NotFound);
        }

        var file = await FileStore.GetAsync(asset.Content).ConfigureAwait(false);
        return SignedStorage.Serve(context, file, asset.Content.MediaType, AssetContent.MadeAt);
    }
}
