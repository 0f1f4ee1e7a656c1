namespace Up42.Interactive;

/// <summary>A row of a map's legend: features of one colour.</summary>
/// <param name="Name">Their value or values.</param>
/// <param name="Color">As <c>#rrggbb</c>.</param>
/// <param name="Count">How many features there are.</param>
internal sealed record FeatureClass(string Name, string Color, int Count);
