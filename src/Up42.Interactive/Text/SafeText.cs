namespace Up42.Interactive;

/// <summary>
/// The one door for text on its way out: into markup, page data, messages, files and terminals. Secrets are hidden and harmful characters
/// replaced; <see cref="SingleLine"/> makes one line of it besides.
/// </summary>
internal static class SafeText
{
    /// <summary>The text without secrets and harmful characters; null is empty.</summary>
    public static string Clean(string? text) => string.IsNullOrEmpty(text) ? "" : UnsafeCharacters.Replace(SecretText.Hide(text));

    /// <summary>The same of at most so many characters, with an ellipsis where the text goes on.</summary>
    /// <remarks>It is cut first: a text may be of many megabytes, and half a secret is hidden as well as a whole one.</remarks>
    public static string Clean(string? text, int maxLength) => text is null || text.Length <= maxLength ? Clean(text)
        : Clean(text[..(char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength)]) + "…";
}
