namespace Up42.Interactive;

/// <summary>
/// The one formatter source of all displays, and of the foreign types of <see cref="ForeignDisplays"/>; its members' names and shapes
/// are .NET Interactive's convention.
/// </summary>
internal sealed class HtmlFormatterSource
{
    /// <summary>The MIME types that it formats.</summary>
    public static readonly string[] MimeTypes = ["text/html", "text/plain"];

    private readonly Formatter[] _formatters =
        [.. ForeignDisplays.Types.Prepend(null).SelectMany(type => MimeTypes.Select(mimeType => new Formatter(type, mimeType)))];

    public IEnumerable<object> CreateTypeFormatters() => _formatters;

    /// <param name="type">The foreign type; null: that whose attribute names the source.</param>
    /// <param name="mimeType">The MIME type.</param>
    private sealed class Formatter(Type? type, string mimeType)
    {
        public Type? Type { get; } = type;

        public string MimeType { get; } = mimeType;

        public bool Format(object value, TextWriter writer)
        {
            if (ForeignDisplays.Find(value) is not { } display)
            {
                return false;
            }

            writer.Write(MimeType == MimeTypes[0] ? display.ToHtml() : display.ToString());
            return true;
        }
    }
}
