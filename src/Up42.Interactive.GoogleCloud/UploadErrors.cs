using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Google;
using Google.Apis.Auth.OAuth2.Responses;

namespace Up42.Interactive;

/// <summary>Failures of an upload as ones that pass, or as final ones in a sentence without secrets.</summary>
internal static partial class UploadErrors
{
    private const int LongestText = 300;

    /// <summary>
    /// The failure; a <see cref="TransientException"/> where going on may help: with a new token for one, which the credential asks for by
    /// itself.
    /// </summary>
    /// <param name="what">The upload in words.</param>
    /// <param name="error">What the libraries threw.</param>
    public static Exception Describe(string what, Exception? error) => error switch
    {
        Up42Exception known => known,
        GoogleApiException response => Refused(what, response),
        TokenResponseException refused =>
            new Up42Exception(
                $"{what} was refused: Google does not take the credentials ({Clean(refused.Error?.Error ?? refused.Message)})."),
        HttpRequestException or IOException or JsonException or OperationCanceledException =>
            new TransientException($"{what} broke off: {Clean(error.Message).TrimEnd('.')}.", error),
        null => new Up42Exception($"{what} failed."),
        _ => new Up42Exception($"{what} failed: {Clean(error.Message)}"),
    };

    private static Exception Refused(string what, GoogleApiException response)
    {
        var text = $"[{(int)response.HttpStatusCode}] {Clean(response.Error?.Message ?? response.HttpStatusCode.ToString()).TrimEnd('.')}.";
        return TransientErrors.IsTransient(response.HttpStatusCode) || response.HttpStatusCode == HttpStatusCode.Unauthorized
            ? new TransientException($"{what} failed: {text}") { Status = response.HttpStatusCode }
            : response.HttpStatusCode == HttpStatusCode.Gone ? new Up42Exception($"{what} failed: the service has given up this upload; begin it again. {text}")
            : new Up42Exception($"{what} was refused: {text}");
    }

    // A server may repeat what it was sent: the URL of an upload and a token are secrets.
    private static string Clean(string text)
    {
        var line = SingleLine.Format(Token().Replace(SecretText.Hide(text), "…"));
        return line.Length <= LongestText ? line : $"{line[..LongestText]}…";
    }

    [GeneratedRegex(
        @"(?<=\bBearer\s+)\S+|\bya29\.\S+|\beyJ[\w-]+\.[\w-]+\.[\w-]+",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Token();
}
