using System.Text.RegularExpressions;

namespace Up42.Interactive;

/// <summary>Takes secrets out of text that a server sent before anybody sees it.</summary>
internal sealed partial class SecretFilter(string credential)
{
    private const int ShortestSecret = 4;
    private volatile string? _token;

    /// <summary>The token in use; the filter forgets the one before.</summary>
    public void Learn(string token) => _token = token;

    /// <summary>The text without the credential, the token and signatures of addresses.</summary>
    public string Clean(string text) => HideSignatures(Hide(Hide(text, credential), _token));

    /// <summary>The text without the signatures of signed addresses.</summary>
    public static string HideSignatures(string text) => SignaturePattern().Replace(text, "$1…");

    private static string Hide(string text, string? secret) =>
        secret is { Length: >= ShortestSecret } ? text.Replace(secret, "…", StringComparison.Ordinal) : text;

    [GeneratedRegex(
        """([?&](?:X-Goog-Signature|X-Goog-Credential|X-Amz-Signature|X-Amz-Credential|X-Amz-Security-Token|Signature|GoogleAccessId|sig|signature|token|access_token)=)[^&\s"'<>]+""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SignaturePattern();
}
