using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.JsonHttpResult<System.Text.Json.Nodes.JsonObject>, Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;

namespace Up42.Interactive.Sandbox;

/// <summary>Orders, and how much of a tasking has been taken.</summary>
internal static class OrdersApi
{
    private const int MaxSize = 1000;

    public static IEndpointRouteBuilder MapOrders(this IEndpointRouteBuilder routes)
    {
        var orders = routes.MapToday("/v2/orders");
        orders.MapGet("/", List);
        orders.MapGet("/{orderId}", Answer (string orderId, OrderStore store, SandboxState state) => store.Find(orderId) is { } order
            ? TypedResults.Json(ToJson(order, state.Clock.GetUtcNow()))
            : StacApi.Missing("Order", orderId));
        routes.MapToday("/v2/coverage/orders").MapGet("/{orderId}", Coverage);
        return routes;
    }

    private static Answer Coverage(string orderId, OrderStore store) => store.Find(orderId) switch
    {
        null => StacApi.Missing("Order", orderId),
        { Tasking: null } => Envelope.Problem(StatusCodes.Status404NotFound, "Not Found", $"Order {orderId} is not a tasking and has no coverage."),
        var order => TypedResults.Json(OrderCoverage.ToJson(order)),
    };

    private static JsonHttpResult<JsonObject> List(HttpContext context, OrderStore store, SandboxState state)
    {
        var (query, now) = (context.Request.Query, state.Clock.GetUtcNow());
        var (statuses, parts, tags) = (
            ProcessingJobsApi.Values(query, "status"), ProcessingJobsApi.Values(query, "subStatus"), ProcessingJobsApi.Values(query, "tags"));
        var (type, name, workspace) = (query["type"].FirstOrDefault(), query["displayName"].FirstOrDefault(), query["workspaceId"].FirstOrDefault());
        var page = ProcessingJobsApi.Number(query, "page", 0, int.MaxValue) ?? 0;
        var size = ProcessingJobsApi.Number(query, "size", 1, MaxSize) ?? state.PageSize;
        var found = Sort(
            store.Orders.Where(order => order.Steps[0].At <= now).Where(order =>
                (type is null || order.Type == type) && (workspace is null || workspace == SandboxState.Credentials.WorkspaceId)
                && (name is null || order.DisplayName.Contains(name, StringComparison.OrdinalIgnoreCase))
                && statuses?.Contains(order.At(now).Status) != false && (parts is null || (order.At(now).SubStatus is { } part && parts.Contains(part)))
                && tags?.Overlaps(order.Tags) != false),
            query["sort"].FirstOrDefault() ?? "createdAt,desc",
            now);
        return TypedResults.Json(new JsonObject
        {
            ["content"] = new JsonArray([.. found.Skip((int)Math.Min((long)page * size, found.Count)).Take(size).Select(order => ToJson(order, now))]),
            ["totalPages"] = (found.Count + size - 1) / size,
            ["totalElements"] = found.Count,
            ["number"] = page,
            ["size"] = size,
        });
    }

    private static List<OrderPlan> Sort(IEnumerable<OrderPlan> orders, string sort, DateTimeOffset now)
    {
        var isDescending = sort.EndsWith(",desc", StringComparison.OrdinalIgnoreCase);
        Comparison<OrderPlan> compare = sort.Split(',')[0] switch
        {
            "createdAt" => (a, b) => a.Steps[0].At.CompareTo(b.Steps[0].At),
            "updatedAt" => (a, b) => a.At(now).At.CompareTo(b.At(now).At),
            "type" => (a, b) => string.CompareOrdinal(a.Type, b.Type),
            "status" => (a, b) => string.CompareOrdinal(a.At(now).Status, b.At(now).Status),
            var field => throw new BadQueryException($"Orders cannot be sorted by {field}: the fields are createdAt, updatedAt, type, status."),
        };
        return [.. orders.OrderBy(order => order, Comparer<OrderPlan>.Create((a, b) => (isDescending ? -1 : 1) * compare(a, b)))
            .ThenBy(order => order.Id, StringComparer.Ordinal)];
    }

    private static JsonObject ToJson(OrderPlan order, DateTimeOffset now)
    {
        var step = order.At(now);
        return new JsonObject
        {
            ["id"] = order.Id,
            ["displayName"] = order.DisplayName,
            ["status"] = step.Status,
            ["workspaceId"] = SandboxState.Credentials.WorkspaceId,
            ["accountId"] = ItemMaker.AccountId,
            ["type"] = order.Type,
            ["dataProductId"] = order.Sensor.ProductId,
            ["tags"] = new JsonArray([.. order.Tags.Select(tag => JsonValue.Create(tag))]),
            ["info"] = null,
            ["createdAt"] = ResponseJson.Date(order.Steps[0].At),
            ["updatedAt"] = ResponseJson.Date(step.At),
            ["orderDetails"] = order.Details(step),
        };
    }
}
