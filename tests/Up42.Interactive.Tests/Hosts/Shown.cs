namespace Up42.Interactive.Tests.Hosts;

/// <summary>What stood in one place of a cell, in order.</summary>
internal sealed record Shown(IReadOnlyList<object> Values);
