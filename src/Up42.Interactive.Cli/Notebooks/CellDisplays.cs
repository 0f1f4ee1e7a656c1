using System.Collections.Concurrent;
using System.Reactive.Subjects;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace Up42.Interactive.Cli;

/// <summary>
/// What .NET Interactive's own types tell of a session's cells: what these display, replace and write, each kept in the outputs of the
/// cell that it belongs to.
/// </summary>
internal sealed class CellDisplays
{
    // The library's own displays never come to as much.
    private const int LargeCharacters = 10_000_000;

    private static readonly AsyncLocal<CellOutputs?> Cell = new();

    private static readonly FieldInfo? Events =
        typeof(KernelInvocationContext).GetField("_events", BindingFlags.NonPublic | BindingFlags.Instance) is { FieldType: var type } field
            && type == typeof(ReplaySubject<KernelEvent>) ? field : null;

    private readonly ConcurrentDictionary<string, (CellOutputs Cell, int Index)> _shown = [];

    // A value's Display() goes to the console until this has run.
    static CellDisplays() => RuntimeHelpers.RunClassConstructor(typeof(Kernel).TypeHandle);

    /// <summary>The outputs of the cell whose code, or a task or thread that it started, asks; null outside one.</summary>
    public static CellOutputs? Own => Cell.Value;

    /// <summary>The calling code runs as a cell until the returned context is disposed.</summary>
    public KernelInvocationContext Begin(string code, CellOutputs outputs)
    {
        // A context puts a console of its own in the place of ours, which keeps all that is ever written.
        var (output, error) = (Console.Out, Console.Error);
        var context = KernelInvocationContext.GetOrCreateAmbientContext(new SubmitCode(code), null);
        Console.SetOut(output);
        Console.SetError(error);
        HoldLittle(context);
        Cell.Value = outputs;
        _ = context.KernelEvents.Subscribe(message => Keep(message, outputs));
        return context;
    }

    // A context holds all that its cell ever showed for listeners who come later; ours is there before the first. It has no option for it, and
    // where its field is another one day, a cell takes more memory.
    private static void HoldLittle(KernelInvocationContext context) =>
        Events?.SetValue(context, new ReplaySubject<KernelEvent>(bufferSize: 1));

    private void Keep(KernelEvent message, CellOutputs outputs)
    {
        switch (message)
        {
            case StandardOutputValueProduced output:
                outputs.Write("stdout", Text(output));
                break;
            case StandardErrorValueProduced error:
                outputs.Write("stderr", Text(error));
                break;
            case DisplayedValueProduced produced:
                _shown[produced.ValueId] = (outputs, outputs.Show(ValueFormatter.Bundle([.. produced.FormattedValues], produced.Value)));
                Collect(produced);
                break;
            case DisplayedValueUpdated updated when _shown.TryGetValue(updated.ValueId, out var place):
                place.Cell.Replace(place.Index, ValueFormatter.Bundle([.. updated.FormattedValues], updated.Value));
                Collect(updated);
                break;
        }
    }

    // A text is held several times on its way here, in large blocks that are collected late: a hundred displays took 2 GB.
    private static void Collect(DisplayEvent shown)
    {
        if (shown.FormattedValues.Sum(text => (long)text.Value.Length) > LargeCharacters)
        {
            GC.Collect();
        }
    }

    private static string Text(DisplayEvent written) => written.FormattedValues.Single().Value;
}
