namespace Up42.Interactive;

/// <summary>An archive holds something that is not unpacked; the message completes "it holds …". Inside this room only.</summary>
internal sealed class UnpackException(string message) : Exception(message);
