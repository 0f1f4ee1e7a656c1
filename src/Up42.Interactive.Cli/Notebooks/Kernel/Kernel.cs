using Microsoft.AspNetCore.Html;

namespace Microsoft.DotNet.Interactive;

/// <summary>The helpers that every C# cell of .NET Interactive can call without a prefix.</summary>
public static class Kernel
{
    /// <summary>Shows a value now.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="mimeTypes">MIME types to show it as; none: those its type prefers.</param>
    /// <returns>A handle that replaces what is shown.</returns>
#pragma warning disable IDE1006 // The name notebooks call it by.
    public static DisplayedValue display(object? value, params string[] mimeTypes) => value.Display(mimeTypes);
#pragma warning restore IDE1006

    /// <summary>Markup to show as it is.</summary>
    /// <param name="content">HTML.</param>
    public static IHtmlContent HTML(string content) => new HtmlString(content);
}
