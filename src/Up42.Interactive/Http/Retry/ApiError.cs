using System.Net;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>What a response says about an error, in UP42's own form or as a problem document (RFC 7807).</summary>
internal sealed record ApiError(string? Code, string? Title, string? Detail, string? RequestId)
{
    private const int MaxLength = 500;
    private static readonly string[] RequestIdHeaders = ["x-request-id", "request-id", "x-correlation-id", "x-cloud-trace-context"];

    /// <summary>The error in a JSON response; null where there is none.</summary>
    public static ApiError? Find(JsonElement json, HttpResponseMessage response, SecretFilter secrets) => Find(json, response)?.Without(secrets);

    /// <summary>The error of a response that is not JSON.</summary>
    public static ApiError Bare(HttpResponseMessage response, SecretFilter secrets) => new ApiError(null, null, null, RequestIdOf(response)).Without(secrets);

    /// <summary>The status that the error means: an error under 200 often has it as its code.</summary>
    public HttpStatusCode StatusOr(HttpStatusCode status) =>
        (int)status < 400 && int.TryParse(Code, out var code) && code is >= 400 and < 600 ? (HttpStatusCode)code : status;

    /// <summary>For example <c>[404] 12: No such job (request 8fa2).</c> The server's own reason phrase is left out: it may hold anything.</summary>
    public string Describe(HttpStatusCode status)
    {
        var named = string.Join(" ", new[] { Code == ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture) ? null : Code, Title }
            .Where(text => !string.IsNullOrEmpty(text)));
        var text = string.Join(": ", new[] { named, Detail }.Where(text => !string.IsNullOrEmpty(text)));
        text = text.Length == 0 ? ReasonOf(status) : text.TrimEnd('.');
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
        string? Clean(string? text) => text is null ? null : Short(SingleLine.Format(secrets.Clean(text)));
        return new(Clean(Code), Clean(Title), Clean(Detail), Clean(RequestId));
    }

    private static string ReasonOf(HttpStatusCode status)
    {
        using var plain = new HttpResponseMessage(status);
        return plain.ReasonPhrase is { Length: > 0 } reason ? reason : status.ToString();
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

    private static string Short(string text) => text.Length <= MaxLength ? text : string.Concat(text.AsSpan(0, MaxLength), "…");
}
