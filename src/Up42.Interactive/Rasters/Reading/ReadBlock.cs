namespace Up42.Interactive;

/// <summary>A block of a picture, in its pixels.</summary>
internal readonly record struct ReadBlock(int Column, int Row, int Width, int Height);
