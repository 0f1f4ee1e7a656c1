using Up42.Interactive.Cli;

namespace Microsoft.DotNet.Interactive;

/// <summary>The running cell, under the name .NET Interactive gives it: what a notebook uses to show a value and to update it later.</summary>
public sealed class KernelInvocationContext
{
    private static readonly AsyncLocal<KernelInvocationContext?> Running = new();

    internal KernelInvocationContext(CellOutputs outputs) => Outputs = outputs;

    /// <summary>The running cell; null outside one.</summary>
    public static KernelInvocationContext? Current
    {
        get => Running.Value;
        internal set => Running.Value = value;
    }

    internal CellOutputs Outputs { get; }

    /// <summary>Shows a value now, between what the cell wrote before and what it writes next.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="mimeTypes">MIME types to show it as; none: those its type prefers.</param>
    /// <returns>A handle that replaces what is shown.</returns>
    public DisplayedValue Display(object? value, params string[] mimeTypes) =>
        new(Outputs, Outputs.Show(ValueFormatter.Format(value, mimeTypes)), mimeTypes);

    /// <summary>Shows text as it is, under a MIME type.</summary>
    /// <param name="content">The text, for example markup.</param>
    /// <param name="mimeType">Its MIME type, for example <c>text/markdown</c>.</param>
    /// <returns>A handle that replaces what is shown.</returns>
    public DisplayedValue DisplayAs(string content, string mimeType) =>
        new(Outputs, Outputs.Show(ValueFormatter.Bundle(mimeType, content)), [mimeType]);
}
