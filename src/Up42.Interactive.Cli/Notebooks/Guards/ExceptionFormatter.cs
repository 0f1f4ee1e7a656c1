using Microsoft.DotNet.Interactive.Formatting;

namespace Up42.Interactive.Cli;

/// <summary>Exceptions that a cell displays: those within each other without end are a sentence, all others what .NET Interactive makes of them.</summary>
internal static class ExceptionFormatter
{
    /// <summary>Makes it known.</summary>
    public static void Register()
    {
        foreach (var mimeType in new[] { HtmlFormatter.MimeType, PlainTextFormatter.MimeType })
        {
            Formatter.Register<Exception>(Write, mimeType);
        }
    }

    private static bool Write(Exception exception, FormatContext context)
    {
        var hasNoEnd = ExceptionText.HasNoEnd(exception);
        if (hasNoEnd)
        {
            context.Writer.Write(ExceptionText.Refusal);
        }

        return hasNoEnd;
    }
}
