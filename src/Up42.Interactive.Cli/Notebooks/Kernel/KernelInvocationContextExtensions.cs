using Up42.Interactive.Cli;

namespace Microsoft.DotNet.Interactive;

/// <summary>What a notebook shows from inside a cell, under the names .NET Interactive gives it.</summary>
public static class KernelInvocationContextExtensions
{
    /// <summary>Shows a value now, between what the cell wrote before and what it writes next.</summary>
    /// <param name="context">The running cell.</param>
    /// <param name="value">Any value.</param>
    /// <param name="mimeTypes">MIME types to show it as; none: those its type prefers.</param>
    /// <returns>A handle that replaces what is shown.</returns>
    public static DisplayedValue Display(this KernelInvocationContext context, object? value, params string[] mimeTypes) =>
        new(context.Outputs, context.Outputs.Show(ValueFormatter.Format(value, mimeTypes)), mimeTypes);

    /// <summary>Shows text as it is, under a MIME type.</summary>
    /// <param name="context">The running cell.</param>
    /// <param name="content">The text, for example markup.</param>
    /// <param name="mimeType">Its MIME type, for example <c>text/markdown</c>.</param>
    /// <returns>A handle that replaces what is shown.</returns>
    public static DisplayedValue DisplayAs(this KernelInvocationContext context, string content, string mimeType) =>
        new(context.Outputs, context.Outputs.Show(ValueFormatter.Bundle(mimeType, content)), [mimeType]);
}
