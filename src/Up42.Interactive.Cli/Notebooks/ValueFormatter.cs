using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;

namespace Up42.Interactive.Cli;

/// <summary>Turns values into MIME bundles with the formatters of .NET Interactive, so that what a kernel would show is what is shown.</summary>
internal static class ValueFormatter
{
    /// <summary>The bundle of a value.</summary>
    /// <param name="value">Any value, null too.</param>
    /// <param name="mimeTypes">MIME types asked for; none: those the type prefers, and plain text beside HTML for readers that show none.</param>
    public static JsonObject Format(object? value, IReadOnlyList<string> mimeTypes)
    {
        if (mimeTypes.Count == 0)
        {
            mimeTypes = [.. Formatter.GetPreferredMimeTypesFor(value?.GetType())];
        }

        var bundle = new JsonObject();
        foreach (var mimeType in mimeTypes)
        {
            bundle[mimeType] = Content(mimeType, value.ToDisplayString(mimeType));
        }

        if (mimeTypes is [HtmlFormatter.MimeType])
        {
            bundle[PlainTextFormatter.MimeType] = NotebookCell.Lines(PlainText(value));
        }

        return bundle;
    }

    /// <summary>A bundle of one text that is shown as it is.</summary>
    public static JsonObject Bundle(string mimeType, string content) => new() { [mimeType] = Content(mimeType, content) };

    private static JsonNode? Content(string mimeType, string text) => mimeType switch
    {
        _ when mimeType.EndsWith("json", StringComparison.Ordinal) => JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = 256 }),
        "image/png" or "image/jpeg" or "image/gif" or "image/webp" => text,
        _ => NotebookCell.Lines(text),
    };

    // A type that says itself in one line (all of the library's displays do) is better read so than as a listing of its properties.
    private static string PlainText(object? value) =>
        value is not null && value.GetType().GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType is { } declaring
            && declaring != typeof(object) && declaring != typeof(ValueType)
            ? value.ToString() ?? ""
            : value.ToDisplayString(PlainTextFormatter.MimeType);
}
