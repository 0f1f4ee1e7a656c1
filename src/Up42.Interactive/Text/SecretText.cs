using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Up42.Interactive;

/// <summary>
/// Secrets in text, told by their form: signatures of signed URLs, tokens, keys and passwords by their name, in the spellings of URLs,
/// JSON and HTML; credentials of headers, cookies and URLs; private keys; tokens that show what they are. What is too short or too plain to be one stays.
/// Names are told by <see cref="FoldedText"/>: characters in them that nobody sees hide nothing.
/// </summary>
internal static partial class SecretText
{
    private const char Hidden = '…';
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    /// <summary>The text with an ellipsis in place of each secret.</summary>
    public static string Hide(string text)
    {
        var folded = FoldedText.From(text);
        var masked = folded?.Text ?? text;
        if (!masked.AsSpan().ContainsAny(Marks))
        {
            return text;
        }

        var secrets = new List<(int Start, int End)>();
        foreach (var pattern in Patterns)
        {
            masked = pattern.Mask(masked, secrets);
        }

        return secrets.Count == 0 ? text : Replace(text, secrets.Select(secret => folded is null ? secret
            : (folded.ToOriginal(secret.Start), folded.ToOriginal(secret.End))));
    }

    private static string Replace(string text, IEnumerable<(int Start, int End)> secrets)
    {
        var hidden = new StringBuilder(text.Length);
        var at = 0;
        foreach (var (start, end) in secrets.Order())
        {
            if (start >= at)
            {
                hidden.Append(text, at, start - at).Append(Hidden);
            }

            at = Math.Max(at, end);
        }

        return hidden.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>An expression that is built when a text holds one of its marks first: building it takes longer than a plot's other texts together.</summary>
    private sealed class Pattern(string[] marks, string expression, Predicate<Match> isSecret)
    {
        private readonly SearchValues<string> _marks = SearchValues.Create(marks, StringComparison.OrdinalIgnoreCase);
        private readonly Lazy<Regex> _expression = new(() => new Regex(expression, Options | RegexOptions.NonBacktracking));

        public IReadOnlyList<string> Marks => marks;

        /// <summary>The text with each secret masked, as long as it was; adds where the secrets are.</summary>
        public string Mask(string text, List<(int Start, int End)> secrets)
        {
            if (!text.AsSpan().ContainsAny(_marks))
            {
                return text;
            }

            char[]? masked = null;
            foreach (var secret in _expression.Value.Matches(text).Where(match => isSecret(match)).Select(match => match.Groups["value"]))
            {
                masked ??= text.ToCharArray();
                masked.AsSpan(secret.Index, secret.Length).Fill(Hidden);
                secrets.Add((secret.Index, secret.Index + secret.Length));
            }

            return masked is null ? text : new string(masked);
        }
    }
}
