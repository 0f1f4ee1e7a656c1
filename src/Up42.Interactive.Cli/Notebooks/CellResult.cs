namespace Up42.Interactive.Cli;

/// <summary>How a cell ended.</summary>
/// <param name="HasValue">True when it ended with an expression.</param>
/// <param name="Value">That expression's value.</param>
/// <param name="Error">What stopped it, or null.</param>
internal sealed record CellResult(bool HasValue, object? Value, CellError? Error)
{
    /// <summary>It ended with a statement.</summary>
    public static CellResult Silent { get; } = new(false, null, null);

    /// <summary>It ended with an expression.</summary>
    public static CellResult Returned(object? value) => new(true, value, null);

    /// <summary>It was stopped.</summary>
    public static CellResult Failed(CellError error) => new(false, null, error);
}
