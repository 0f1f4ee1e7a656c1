using Microsoft.DotNet.Interactive;

namespace System;

/// <summary>Shows values from inside a cell, as .NET Interactive's extensions of the same name do.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value now.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="mimeTypes">MIME types to show it as; none: those its type prefers.</param>
    /// <returns>A handle that replaces what is shown.</returns>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => Running.Display(value, mimeTypes);

    /// <summary>Shows text as it is, under a MIME type.</summary>
    /// <param name="value">The text, for example markup.</param>
    /// <param name="mimeType">Its MIME type, for example <c>text/html</c>.</param>
    /// <returns>A handle that replaces what is shown.</returns>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static DisplayedValue DisplayAs(this string value, string mimeType) => Running.DisplayAs(value, mimeType);

    private static KernelInvocationContext Running =>
        KernelInvocationContext.Current ?? throw new InvalidOperationException("A value is displayed from inside a cell.");
}
