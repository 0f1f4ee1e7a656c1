using System.Text.RegularExpressions;

namespace Up42.Interactive;

/// <summary>Signed addresses in text: who has the signature has the file, so it is not shown.</summary>
internal static partial class SignedUrls
{
    /// <summary>The text without the signatures of signed addresses.</summary>
    public static string Hide(string text) => SignaturePattern().Replace(text, "$1…");

    [GeneratedRegex(
        """([?&](?:X-Goog-Signature|X-Goog-Credential|X-Amz-Signature|X-Amz-Credential|X-Amz-Security-Token|Signature|GoogleAccessId|sig|token|access_token|upload_id)=)[^&\s"'<>]+""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SignaturePattern();
}
