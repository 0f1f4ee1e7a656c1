namespace Up42.Interactive.Cli;

/// <summary>A command cannot go on: one sentence that names the thing and the way out. Exit code 1.</summary>
internal sealed class CommandException(string message) : Exception(message);
