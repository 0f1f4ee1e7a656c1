using System.Text.RegularExpressions;
using Ganss.Xss;

namespace Up42.Interactive.Cli;

/// <summary>What the page's sanitisers have in common.</summary>
internal static partial class Sanitizers
{
    // All that take url(): the page would ask another server for it when it is opened.
    private static readonly string[] Loading =
    [
        "background", "background-image", "border-image", "border-image-source", "content", "cursor", "filter", "list-style",
        "list-style-image", "mask", "mask-image", "position",
    ];

    // Addresses that are not those of links and pictures.
    private static readonly string[] Addresses =
    [
        "action", "background", "cite", "data", "dynsrc", "formaction", "longdesc", "lowsrc", "manifest", "ping", "poster", "profile", "srcset", "usemap",
    ];

    /// <summary>
    /// A sanitiser that leaves no style in that loads something or lays itself over the page, and no address but those that links lead to and
    /// those of pictures.
    /// </summary>
    /// <param name="picture">The address in place of a picture's, as it is written; null for none.</param>
    public static HtmlSanitizer Create(Func<string, string?> picture)
    {
        var sanitizer = new HtmlSanitizer { AllowDataAttributes = false, DisallowCssPropertyValue = Loader() };
        sanitizer.AllowedCssProperties.ExceptWith(Loading);
        sanitizer.AllowedAttributes.ExceptWith(Addresses);
        sanitizer.FilterUrl += (_, url) => url.SanitizedUrl = url.Tag.LocalName switch
        {
            "a" => url.SanitizedUrl,
            "img" => picture(url.OriginalUrl),
            _ => null,
        };
        return sanitizer;
    }

    [GeneratedRegex(@"[<>]|(?:url|src|image|image-set|cross-fade|element)\s*\(", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Loader();
}
