namespace Up42.Interactive.Cli;

/// <summary>A command can't go on: one sentence for the person at the terminal, naming the thing and the way out. Exit code 1.</summary>
internal sealed class CommandException(string message) : Exception(message);
