using System.Net;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>What an answer says about an error, in UP42's own form or as a problem document (RFC 7807).</summary>
internal sealed record ApiError(string? Code, string? Title, string? Detail, string? RequestId)
{
    private const int LongestText = 500;
    private static readonly string[] RequestIdHeaders = ["x-request-id", "request-id", "x-correlation-id", "x-cloud-trace-context"];

    /// <summary>The error in a JSON answer; null where there is none.</summary>
    public static ApiError? Find(JsonElement json, HttpResponseMessage response, SecretFilter secrets) => Find(json, response)?.Without(secrets);

    /// <summary>The error of an answer that is no JSON.</summary>
    public static ApiError Bare(HttpResponseMessage response) => new(null, null, null, RequestIdOf(response) is { } id ? Short(id) : null);

    /// <summary>The status that the error means: an error under 200 often has it as its code.</summary>
    public HttpStatusCode StatusOr(HttpStatusCode status) =>
        (int)status < 400 && int.TryParse(Code, out var code) && code is >= 400 and < 600 ? (HttpStatusCode)code : status;

    /// <summary>For example <c>[404] 12: No such job (request 8fa2).</c></summary>
    public string Describe(HttpStatusCode status, string? reason)
    {
        var named = string.Join(" ", new[] { Code == ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture) ? null : Code, Title }
            .Where(text => !string.IsNullOrEmpty(text)));
        var text = string.Join(": ", new[] { named, Detail }.Where(text => !string.IsNullOrEmpty(text)));
        text = text.Length == 0 ? reason ?? status.ToString() : text.TrimEnd('.');
        return $"[{(int)status}] {text}{(RequestId is null ? "" : $" (request {RequestId})")}.";
    }

    private static ApiError? Find(JsonElement json, HttpResponseMessage response)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (json.TryGetProperty("error", out var error) && error.ValueKind is not (JsonValueKind.Null or JsonValueKind.False))
        {
            return error.ValueKind == JsonValueKind.Object
                ? new(Text(error, "code"), Text(error, "title"), Text(error, "message"), Text(error, "requestId") ?? RequestIdOf(response))
                : new(Text(json, "error"), null, Text(json, "error_description") ?? Text(json, "message"), RequestIdOf(response));
        }

        var isProblem = response.Content.Headers.ContentType?.MediaType == "application/problem+json" || !response.IsSuccessStatusCode;
        return isProblem
            ? new(Text(json, "code") ?? Text(json, "type"), Text(json, "title"), Text(json, "detail") ?? Text(json, "message"),
                Text(json, "requestId") ?? Text(json, "traceId") ?? RequestIdOf(response))
            : null;
    }

    private ApiError Without(SecretFilter secrets)
    {
        string? Clean(string? text) => text is null ? null : Short(secrets.Clean(text));
        return new(Clean(Code), Clean(Title), Clean(Detail), Clean(RequestId));
    }

    private static string? RequestIdOf(HttpResponseMessage response) => RequestIdHeaders
        .Select(name => response.Headers.TryGetValues(name, out var values) ? values.First() : null)
        .FirstOrDefault(value => value is not null);

    private static string? Text(JsonElement json, string name) => !json.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static string Short(string text) => text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText), "…");
}
