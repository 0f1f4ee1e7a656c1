namespace Up42.Interactive;

/// <summary>A part of a picture, in its pixels.</summary>
internal readonly record struct ReadBlock(int Column, int Row, int Width, int Height);
