namespace Up42.Interactive.Cli;

/// <summary>Why a cell ended early, in the terms of nbformat.</summary>
/// <param name="Name">The kind of error, for example an exception's type.</param>
/// <param name="Message">What it says.</param>
/// <param name="Traceback">Lines to show: the message and where it came from.</param>
/// <param name="StillRuns">Whether its code is at work all the same, so that no cell can run after it.</param>
internal sealed record CellError(string Name, string Message, IReadOnlyList<string> Traceback, bool StillRuns = false);
