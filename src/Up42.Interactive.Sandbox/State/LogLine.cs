namespace Up42.Interactive.Sandbox;

/// <summary>A line of a task's log.</summary>
/// <param name="After">The share of the task's duration after which it is written, 0…1.</param>
/// <param name="Level">INFO, WARNING, ERROR.</param>
/// <param name="Text">The message.</param>
internal sealed record LogLine(double After, string Level, string Text);
