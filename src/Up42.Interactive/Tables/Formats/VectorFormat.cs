namespace Up42.Interactive;

/// <summary>A format of features: how it is told, and who reads it.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Extensions">What its files usually end in.</param>
/// <param name="Matches">Whether a file that begins so is one.</param>
/// <param name="Read">Reads a file by its full path.</param>
internal sealed record VectorFormat(string Name, string[] Extensions, Func<FileStart, bool> Matches, Func<string, FeatureTable> Read);
