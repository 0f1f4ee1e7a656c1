namespace Up42.Interactive;

/// <summary>Features as a file has them, before their coordinates are known to be in EPSG:4326.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Crs">
/// The coordinate reference system of those that name none of their own, "EPSG:32633"; null for longitude and latitude on WGS 84.
/// </param>
internal sealed record RawFeatures(TableBuilder Rows, string? Crs);
