using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Google;
using Google.Apis.Auth.OAuth2.Responses;

namespace Up42.Interactive;

/// <summary>Failures of an upload as ones that pass, or as final ones in a sentence without secrets.</summary>
internal static partial class UploadErrors
{
    private const int MaxTextLength = 300;

    /// <summary>
    /// The failure; a <see cref="TransientException"/> where going on may help: with a new token for one, which the credential asks for by
    /// itself.
    /// </summary>
    /// <param name="operation">The upload in words.</param>
    /// <param name="error">What the libraries threw.</param>
    public static Exception Describe(string operation, Exception? error) => error switch
    {
        Up42Exception known => known,
        GoogleApiException response => Refused(operation, response),
        TokenResponseException refused =>
            new Up42Exception(
                $"{operation} was refused: Google does not take the credentials ({Clean(refused.Error?.Error ?? refused.Message)})."),
        HttpRequestException or IOException or JsonException or OperationCanceledException =>
            new TransientException($"{operation} broke off: {Clean(error.Message).TrimEnd('.')}.", error),
        null => new Up42Exception($"{operation} failed."),
        _ => new Up42Exception($"{operation} failed: {Clean(error.Message)}"),
    };

    private static Exception Refused(string operation, GoogleApiException response)
    {
        var text = $"[{(int)response.HttpStatusCode}] {Clean(response.Error?.Message ?? response.HttpStatusCode.ToString()).TrimEnd('.')}.";
        return TransientErrors.IsTransient(response.HttpStatusCode) || response.HttpStatusCode == HttpStatusCode.Unauthorized
            ? new TransientException($"{operation} failed: {text}") { Status = response.HttpStatusCode }
            : response.HttpStatusCode == HttpStatusCode.Gone
                ? new Up42Exception($"{operation} failed: the service has given up this upload; begin it again. {text}")
            : new Up42Exception($"{operation} was refused: {text}");
    }

    // A server may repeat operation it was sent: the URL of an upload and a token are secrets.
    private static string Clean(string text)
    {
        var line = SingleLine.Format(Token().Replace(SecretText.Hide(text), "…"));
        return line.Length <= MaxTextLength ? line : $"{line[..MaxTextLength]}…";
    }

    [GeneratedRegex(
        @"(?<=\bBearer\s+)\S+|\bya29\.\S+|\beyJ[\w-]+\.[\w-]+\.[\w-]+",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Token();
}
