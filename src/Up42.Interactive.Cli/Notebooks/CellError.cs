namespace Up42.Interactive.Cli;

/// <summary>Why a cell ended early, in the terms of nbformat.</summary>
/// <param name="Name">The kind of error, for example an exception's type.</param>
/// <param name="Message">What it says.</param>
/// <param name="Traceback">Lines to show: the message and where it came from.</param>
internal sealed record CellError(string Name, string Message, IReadOnlyList<string> Traceback);
