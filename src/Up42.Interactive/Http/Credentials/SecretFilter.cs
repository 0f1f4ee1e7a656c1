using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>
/// Takes this connection's own secrets out of what a server sends back, in each spelling that one may come in, before anything reads it;
/// and out of texts, with the secrets that <see cref="SecretText"/> tells by their form.
/// </summary>
internal sealed class SecretFilter
{
    private const int MinLength = 4;
    private const int MinInBody = 8;
    private readonly string[] _credential;
    private volatile string[] _token = [];
    private volatile string[] _earlierToken = [];

    public SecretFilter(Up42Credentials credentials)
    {
        var pair = $"{credentials.Username ?? credentials.ProjectId}:{credentials.Secret}";
        _credential = [.. Spellings(credentials.Secret), .. Spellings(Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)))];
    }

    /// <summary>The token in use; that before it is still hidden, older ones have expired.</summary>
    public void Learn(string token) => (_earlierToken, _token) = (_token, [.. Spellings(token)]);

    /// <summary>The text without the credential, the token and secrets by their form.</summary>
    public string Clean(string text) => SecretText.Hide(Own().Aggregate(text, (clean, secret) => clean.Replace(secret, "…", StringComparison.Ordinal)));

    /// <summary>An exception whose text holds no secret: itself, or one of the same kind without its cause.</summary>
    public Exception Clean(Exception error)
    {
        var text = error.ToString();
        return Clean(text) == text ? error : error switch
        {
            HttpRequestException request => new HttpRequestException(request.HttpRequestError, Clean(request.Message), statusCode: request.StatusCode),
            InvalidDataException => new InvalidDataException(Clean(error.Message)),
            JsonException json => new JsonException(Clean(json.Message), json.Path is { } path ? Clean(path) : null, json.LineNumber, json.BytePositionInLine),
            _ => new IOException(Clean(error.Message)),
        };
    }

    /// <summary>A body without the credential and the token. One that may be a word is left to the texts: it could be a member's name.</summary>
    public ReadOnlyMemory<byte> Clean(ReadOnlyMemory<byte> body)
    {
        foreach (var secret in Own().Where(secret => secret.Length >= MinInBody && !secret.All(char.IsLetter)))
        {
            var bytes = Encoding.UTF8.GetBytes(secret);
            if (body.Span.IndexOf(bytes) >= 0)
            {
                body = Replace(body.Span, bytes);
            }
        }

        return body;
    }

    private static byte[] Replace(ReadOnlySpan<byte> body, ReadOnlySpan<byte> secret)
    {
        var clean = new MemoryStream(body.Length);
        for (var at = body.IndexOf(secret); at >= 0; at = body.IndexOf(secret))
        {
            clean.Write(body[..at]);
            clean.Write("…"u8);
            body = body[(at + secret.Length)..];
        }

        clean.Write(body);
        return clean.ToArray();
    }

    private IEnumerable<string> Own() => [.. _credential, .. _token, .. _earlierToken];

    // As it is, in URLs, in JSON, in HTML, in headers, and the first of these once more encoded.
    private static IEnumerable<string> Spellings(string secret)
    {
        var escaped = Uri.EscapeDataString(secret);
        string[] forms =
        [
            secret, escaped, LowerHex(escaped), WebUtility.UrlEncode(secret), LowerHex(WebUtility.UrlEncode(secret)), Uri.EscapeDataString(escaped),
            WebUtility.HtmlEncode(secret), JavaScriptEncoder.Default.Encode(secret), JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('='),
            System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(secret)),
        ];
        return forms.Where(form => form.Length >= MinLength).Distinct().OrderByDescending(form => form.Length);
    }

    private static string LowerHex(string escaped)
    {
        var lower = escaped.ToCharArray();
        for (var at = 0; at + 2 < lower.Length; at++)
        {
            if (lower[at] == '%')
            {
                (lower[at + 1], lower[at + 2]) = (char.ToLowerInvariant(lower[at + 1]), char.ToLowerInvariant(lower[at + 2]));
            }
        }

        return new string(lower);
    }
}
