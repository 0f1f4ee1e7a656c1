namespace Up42.Interactive;

/// <summary>A text that is not JSON.</summary>
/// <param name="message">The whole sentence, with source, line and position.</param>
internal sealed class JsonSyntaxException(string message) : Exception(message);
