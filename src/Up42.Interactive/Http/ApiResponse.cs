using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Up42.Interactive;

/// <summary>A whole response in memory, and what it says: data, an error, or nonsense.</summary>
internal sealed class ApiResponse(string operation, HttpResponseMessage response, ReadOnlyMemory<byte> body, SecretFilter secrets, TimeProvider time)
{
    // An error is a small document: a larger response under 200 is not searched for one.
    private const int MaxErrorBytes = 1 << 20;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    public HttpStatusCode Status => response.StatusCode;

    public ReadOnlyMemory<byte> Body { get; } = Repair(body.Span.StartsWith(ByteOrderMark) ? body[3..] : body);

    private bool IsHtml => response.Content.Headers.ContentType?.MediaType == "text/html"
        || Body.Span.TrimStart(" \t\r\n"u8).StartsWith("<!doctype html"u8) || Body.Span.TrimStart(" \t\r\n"u8).StartsWith("<html"u8);

    /// <summary>The response as JSON. An error in it is thrown; what is not JSON may be better next time.</summary>
    public JsonDocument ReadJson(int? maxBytes = null)
    {
        var limit = maxBytes ?? Limits.Default.JsonBytes;
        if (Body.Length > limit && response.IsSuccessStatusCode)
        {
            throw new Up42Exception($"{operation} was answered with {Body.Length >> 20} MB of JSON; at most {limit >> 20} MB are read.");
        }

        var document = ParseOrNull();
        try
        {
            ThrowIfError(document?.RootElement);
            return document ?? throw NotJson();
        }
        catch
        {
            document?.Dispose();
            throw;
        }
    }

    /// <summary>The body of a bare JSON response that a more tolerant reader takes. An error in its place is thrown.</summary>
    public ReadOnlyMemory<byte> ReadBody()
    {
        using var document = Body.Length <= MaxErrorBytes || !response.IsSuccessStatusCode ? ParseOrNull() : null;
        ThrowIfError(document?.RootElement);
        return IsWhole ? Body : throw NotJson();
    }

    /// <summary>The <c>data</c> of the response, read by a function; data of another shape is an error that names the request.</summary>
    /// <param name="parse">Reads the data.</param>
    /// <param name="mayBeNull">Null is data too.</param>
    public T ReadData<T>(Func<JsonElement, T> parse, bool mayBeNull = false)
    {
        using var document = ReadJson();
        if (document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("data", out var data) || (data.ValueKind == JsonValueKind.Null && !mayBeNull))
        {
            throw new TransientException($"{operation} was answered without data.");
        }

        return Read(parse, data);
    }

    /// <summary>A bare response, read by a function; one of another shape is an error that names the request.</summary>
    public T ReadRoot<T>(Func<JsonElement, T> parse)
    {
        using var document = ReadJson();
        return Read(parse, document.RootElement);
    }

    /// <summary>What a refusal says beyond an error, read by a function; null where it says nothing of the kind.</summary>
    public T? ReadRefusal<T>(Func<JsonElement, T?> parse)
        where T : class
    {
        using var document = ParseOrNull();
        return document is null ? null : Read(parse, document.RootElement);
    }

    /// <summary>The response as text: as it is, or the text inside a JSON string or an object's <c>data</c>.</summary>
    public string ReadText()
    {
        using var document = Body.Length <= Limits.Default.JsonBytes ? ParseOrNull() : null;
        ThrowIfError(document?.RootElement);
        if (IsHtml)
        {
            throw new TransientException($"{operation} was answered with a web page instead of text.");
        }

        return secrets.Clean(document?.RootElement switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString()!,
            { ValueKind: JsonValueKind.Object } json when json.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.String
                => data.GetString()!,
            { ValueKind: JsonValueKind.Object } json when json.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Null => "",
            _ => DecodeEnd(Body.Span),
        });
    }

    private T Read<T>(Func<JsonElement, T> parse, JsonElement json)
    {
        try
        {
            return parse(json);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            var place = error is JsonException { Path: { } path } ? $" (at {SingleLine.Format(path)})" : "";
            throw new Up42Exception($"{operation} was answered in a form that is not UP42's{place}.", secrets.Clean(error));
        }
    }

    // A JSON document takes any bytes inside its strings and throws only when one is read.
    private static ReadOnlyMemory<byte> Repair(ReadOnlyMemory<byte> text) =>
        Utf8.IsValid(text.Span) ? text : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text.Span));

    private static string DecodeEnd(ReadOnlySpan<byte> text)
    {
        var left = text.Length - Limits.Default.LogBytes;
        return left <= 0 ? Encoding.UTF8.GetString(text) : $"… the first {left} bytes are left out …\n{Encoding.UTF8.GetString(text[left..])}";
    }

    /// <summary>Takes any success, also without a body; an error is thrown.</summary>
    public bool EnsureSuccess()
    {
        if (!response.IsSuccessStatusCode || !Body.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            ReadJson().Dispose();
        }

        return true;
    }

    /// <summary>What a refusal says.</summary>
    public (ApiError Error, string Text) ErrorText()
    {
        using var document = ParseOrNull();
        var error = (document is null ? null : ApiError.Find(document.RootElement, response, secrets)) ?? ApiError.Bare(response, secrets);
        return (error, error.Describe(Status));
    }

    // A body that broke off may come whole next time; one that is whole and wrong stays so.
    private bool IsWhole
    {
        get
        {
            var (depth, isText, isEscaped) = (0L, false, false);
            foreach (var value in Body.Span)
            {
                if (isText)
                {
                    (isText, isEscaped) = (isEscaped || value != '"', !isEscaped && value == '\\');
                }
                else
                {
                    isText = value == '"';
                    depth += value is (byte)'{' or (byte)'[' ? 1 : value is (byte)'}' or (byte)']' ? -1 : 0;
                }
            }

            return depth == 0 && !isText && Body.Span.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];
        }
    }

    private Exception NotJson() => IsWhole
        ? new Up42Exception($"{operation} was answered with JSON that breaks the standard, for instance by NaN.")
        : new TransientException($"{operation} was answered with {(IsHtml ? "a web page" : "broken text")} instead of JSON.");

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

        error ??= ApiError.Bare(response, secrets);
        var status = error.StatusOr(response.StatusCode);
        var text = error.Describe(status);
        if (TransientErrors.IsTransient(status))
        {
            throw new TransientException($"{operation} failed: {text}") { Status = status, Error = error, RetryAfter = response.RetryAfter(time) };
        }

        throw new Up42ApiException($"{operation} was refused: {text}", status, error.Code, error.Title, error.RequestId);
    }
}
