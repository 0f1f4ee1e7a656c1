using System.Net;
using System.Text;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>A whole answer in memory, and what it says: data, an error, or nonsense.</summary>
internal sealed class ApiResponse(string what, HttpResponseMessage response, ReadOnlyMemory<byte> body, SecretFilter secrets, TimeProvider time)
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    public HttpStatusCode Status => response.StatusCode;

    public ReadOnlyMemory<byte> Body { get; } = body.Span.StartsWith(ByteOrderMark) ? body[3..] : body;

    /// <summary>The answer as JSON. An error in it is thrown; what is no JSON is a fault.</summary>
    public JsonDocument ReadJson()
    {
        var document = ParseOrNull();
        ThrowIfError(document?.RootElement);
        return document ?? throw new TransientException($"{what} was answered with {(IsHtml ? "a web page" : "broken text")} instead of JSON.");
    }

    /// <summary>The <c>data</c> of the answer.</summary>
    public JsonElement ReadData()
    {
        using var document = ReadJson();
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("data", out var data) && data.ValueKind != JsonValueKind.Null
            ? data.Clone()
            : throw new TransientException($"{what} was answered without data.");
    }

    /// <summary>The answer as text: as it is, or the text inside a JSON string or an object's <c>data</c>.</summary>
    public string ReadText()
    {
        using var document = ParseOrNull();
        ThrowIfError(document?.RootElement);
        if (IsHtml)
        {
            throw new TransientException($"{what} was answered with a web page instead of text.");
        }

        return secrets.Clean(document?.RootElement switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString()!,
            { ValueKind: JsonValueKind.Object } json when json.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.String
                => data.GetString()!,
            { ValueKind: JsonValueKind.Object } json when json.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Null => "",
            _ => Encoding.UTF8.GetString(Body.Span),
        });
    }

    /// <summary>What a refusal says.</summary>
    public (ApiError Error, string Text) ErrorText()
    {
        using var document = ParseOrNull();
        var error = (document is null ? null : ApiError.Find(document.RootElement, response, secrets)) ?? ApiError.Bare(response);
        return (error, error.Describe(Status, response.ReasonPhrase));
    }

    private bool IsHtml => response.Content.Headers.ContentType?.MediaType == "text/html"
        || Body.Span.TrimStart(" \t\r\n"u8).StartsWith("<!doctype html"u8) || Body.Span.TrimStart(" \t\r\n"u8).StartsWith("<html"u8);

    private JsonDocument? ParseOrNull()
    {
        try
        {
            return JsonDocument.Parse(Body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void ThrowIfError(JsonElement? json)
    {
        var error = json is { } found ? ApiError.Find(found, response, secrets) : null;
        if (response.IsSuccessStatusCode && error is null)
        {
            return;
        }

        error ??= ApiError.Bare(response);
        var status = error.StatusOr(response.StatusCode);
        var text = error.Describe(status, response.ReasonPhrase);
        if (TransientErrors.IsTransient(status))
        {
            throw new TransientException($"{what} failed: {text}") { Status = status, Error = error, RetryAfter = response.RetryAfter(time) };
        }

        throw new Up42ApiException($"{what} was refused: {text}", status, error.Code, error.Title, error.RequestId);
    }
}
