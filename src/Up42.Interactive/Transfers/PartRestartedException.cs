namespace Up42.Interactive;

/// <summary>The file that was read while it grew is another one now and comes from its first byte again. Inside this room only.</summary>
internal sealed class PartRestartedException : Exception;
