using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Up42.Interactive.Sandbox;

/// <summary>Responses in UP42's envelopes.</summary>
internal static class Envelope
{
    /// <summary>200 with <c>{"data":…,"error":null}</c>.</summary>
    public static JsonHttpResult<JsonObject> Data(JsonNode? data) => TypedResults.Json(new JsonObject { ["data"] = data, ["error"] = null });

    /// <summary>An error in the first form: <c>{"data":null,"error":{"code","message"}}</c>.</summary>
    public static JsonHttpResult<JsonObject> Error(int code, string message, int? status = null) => TypedResults.Json(
        new JsonObject
        {
            ["data"] = null,
            ["error"] = new JsonObject { ["code"] = code, ["message"] = message, ["details"] = null },
        },
        statusCode: status ?? code);

    /// <summary>404 in the first form.</summary>
    public static JsonHttpResult<JsonObject> NotFound(string resource, string id) => Error(StatusCodes.Status404NotFound, $"{resource} {id} not found");

    /// <summary>An error in the second form (RFC 7807).</summary>
    public static ProblemHttpResult Problem(int status, string title, string detail) => TypedResults.Problem(detail, statusCode: status, title: title);
}
