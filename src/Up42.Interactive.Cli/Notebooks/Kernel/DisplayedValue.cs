using Up42.Interactive.Cli;

namespace Microsoft.DotNet.Interactive;

/// <summary>Something that a cell shows and may replace.</summary>
public sealed class DisplayedValue
{
    private readonly CellOutputs _outputs;
    private readonly int _index;
    private readonly string[] _mimeTypes;

    internal DisplayedValue(CellOutputs outputs, int index, string[] mimeTypes) =>
        (_outputs, _index, _mimeTypes) = (outputs, index, mimeTypes);

    /// <summary>Shows another value in the same place, also from a later cell.</summary>
    /// <param name="updatedValue">Any value.</param>
    public void Update(object? updatedValue) => _outputs.Replace(_index, ValueFormatter.Format(updatedValue, _mimeTypes));
}
