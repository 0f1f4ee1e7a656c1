using System.Net;
using System.Text;

namespace Up42.Interactive;

/// <summary>Takes secrets out of text that a server sent before anybody sees it, in each form in which they were sent to it.</summary>
internal sealed class SecretFilter
{
    private const int MinLength = 4;
    private readonly string[] _credential;
    private volatile string? _token;
    private volatile string? _earlierToken;

    public SecretFilter(Up42Credentials credentials)
    {
        var secret = credentials.Secret;
        var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credentials.ProjectId}:{secret}"));
        _credential = [.. new[] { pair, secret, Uri.EscapeDataString(secret), WebUtility.UrlEncode(secret) }.Where(form => form.Length >= MinLength).Distinct()];
    }

    /// <summary>The token in use; that before it is still hidden, older ones have expired.</summary>
    public void Learn(string token) => (_earlierToken, _token) = (_token, token);

    /// <summary>The text without the credential, the token and signatures of URLs.</summary>
    public string Clean(string text) =>
        SignedUrls.Hide(Hide(Hide(_credential.Aggregate(text, Hide), _token), _earlierToken));

    /// <summary>An exception whose text holds no secret: itself, or one of the same kind without its cause.</summary>
    public Exception Clean(Exception error)
    {
        var text = error.ToString();
        return Clean(text) == text ? error : error switch
        {
            HttpRequestException request => new HttpRequestException(request.HttpRequestError, Clean(request.Message), statusCode: request.StatusCode),
            InvalidDataException => new InvalidDataException(Clean(error.Message)),
            System.Text.Json.JsonException json => new System.Text.Json.JsonException(Clean(json.Message), SignedUrls.Hide(json.Path ?? ""), json.LineNumber, json.BytePositionInLine),
            _ => new IOException(Clean(error.Message)),
        };
    }

    private static string Hide(string text, string? secret) =>
        secret is { Length: >= MinLength } ? text.Replace(secret, "…", StringComparison.Ordinal) : text;
}
