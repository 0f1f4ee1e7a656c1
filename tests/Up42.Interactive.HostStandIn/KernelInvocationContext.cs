namespace Microsoft.DotNet.Interactive;

/// <summary>The running cell: here it keeps what is shown in it.</summary>
public sealed class KernelInvocationContext
{
    private static readonly AsyncLocal<KernelInvocationContext?> Running = new();

    public static KernelInvocationContext? Current => Running.Value;

    /// <summary>All that was shown, each with what replaced it, in order.</summary>
    public IReadOnlyList<DisplayedValue> Shown => [.. _shown];

    private readonly List<DisplayedValue> _shown = [];

    /// <summary>The calling test runs as a cell from now on.</summary>
    public static KernelInvocationContext Begin() => Running.Value = new KernelInvocationContext();

    internal DisplayedValue Add(DisplayedValue value)
    {
        lock (_shown)
        {
            _shown.Add(value);
        }

        return value;
    }
}
