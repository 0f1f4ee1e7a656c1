namespace Up42.Interactive.Cli;

/// <summary>A heading of the page, for its table of contents.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Text">What it says, as plain text.</param>
/// <param name="Id">Its id in the page.</param>
internal sealed record Heading(int Level, string Text, string Id);
