namespace Up42.Interactive;

/// <summary>Takes secrets out of text that a server sent before anybody sees it.</summary>
internal sealed class SecretFilter(string credential)
{
    private const int ShortestSecret = 4;
    private volatile string? _token;

    /// <summary>The token in use; the filter forgets the one before.</summary>
    public void Learn(string token) => _token = token;

    /// <summary>The text without the credential, the token and signatures of addresses.</summary>
    public string Clean(string text) => SignedAddresses.Hide(Hide(Hide(text, credential), _token));

    private static string Hide(string text, string? secret) =>
        secret is { Length: >= ShortestSecret } ? text.Replace(secret, "…", StringComparison.Ordinal) : text;
}
