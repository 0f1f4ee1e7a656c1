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
}
