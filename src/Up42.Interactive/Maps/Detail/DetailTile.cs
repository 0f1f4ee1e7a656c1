namespace Up42.Interactive;

/// <summary>A tile of an image's detail.</summary>
/// <param name="Key">Which it is.</param>
/// <param name="Picture">It as WebP with opacity.</param>
internal readonly record struct DetailTile(DetailTileKey Key, byte[] Picture);
