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
        var text = string.Join(": ", new[] { named.TrimEnd('.'), Detail == Title ? null : Detail }.Where(text => !string.IsNullOrEmpty(text)));
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
                ? Read(error, response)
                : Read(json, response) with
                {
                    Code = ErrorText.Find(json, "error"),
                    Title = null,
                    Detail = ErrorText.Find(json, "error_description", "message"),
                };
        }

        var isProblem = !response.IsSuccessStatusCode
            || response.Content.Headers.ContentType?.MediaType?.EndsWith("problem+json", StringComparison.OrdinalIgnoreCase) == true;
        return isProblem ? Read(json, response) : null;
    }

    private static ApiError Read(JsonElement json, HttpResponseMessage response)
    {
        var (detail, errors) = (ErrorText.Find(json, "detail", "message"), ErrorText.FindList(json));
        return new(
            ErrorText.Find(json, "code", "type"),
            ErrorText.Find(json, "title"),
            errors is null || detail?.Contains(errors, StringComparison.Ordinal) == true ? detail
                : detail is null ? errors : $"{detail.TrimEnd('.')}: {errors}",
            ErrorText.Find(json, "requestId", "traceId") ?? RequestIdOf(response));
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

    private static string Short(string text) => text.Length <= MaxLength ? text : string.Concat(text.AsSpan(0, MaxLength), "…");
}
