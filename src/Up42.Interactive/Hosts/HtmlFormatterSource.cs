namespace Up42.Interactive;

/// <summary>The one formatter source of all displays; its members' names and shapes are .NET Interactive's convention.</summary>
internal sealed class HtmlFormatterSource
{
    private readonly Formatter[] _formatters =
    [
        new("text/html", display => display.ToHtml()),
        new("text/plain", display => display.ToString() ?? string.Empty),
    ];

    public IEnumerable<object> CreateTypeFormatters() => _formatters;

    private sealed class Formatter(string mimeType, Func<IDisplay, string> render)
    {
        public string MimeType { get; } = mimeType;

        public bool Format(object value, TextWriter writer)
        {
            if (value is IDisplay display)
            {
                writer.Write(render(display));
            }

            return value is IDisplay;
        }
    }
}
