namespace Up42.Interactive.Sandbox;

/// <summary>A request's query is not one that can be answered; the message says why.</summary>
internal sealed class BadQueryException(string message) : Exception(message);
