namespace Up42.Interactive.Sandbox;

/// <summary>The terrain at a point, see <see cref="Relief"/>.</summary>
internal readonly record struct TerrainSample(double Height, double Lake, double River);
