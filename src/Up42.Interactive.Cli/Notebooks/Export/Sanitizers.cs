using Ganss.Xss;

namespace Up42.Interactive.Cli;

/// <summary>What the page's sanitisers have in common.</summary>
internal static class Sanitizers
{
    // All that take url(): the page would ask another server for it when it is opened.
    private static readonly string[] Loading =
    [
        "background", "background-image", "border-image", "border-image-source", "content", "cursor", "filter", "list-style",
        "list-style-image", "mask", "mask-image", "position",
    ];

    /// <summary>A sanitiser that leaves no style in that loads something or lays itself over the page.</summary>
    public static HtmlSanitizer Create()
    {
        var sanitizer = new HtmlSanitizer { AllowDataAttributes = false };
        sanitizer.AllowedCssProperties.ExceptWith(Loading);
        return sanitizer;
    }
}
