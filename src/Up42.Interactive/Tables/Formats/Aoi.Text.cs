namespace Up42.Interactive;

public sealed partial class Aoi
{
    /// <summary>An area from text.</summary>
    /// <param name="geoJsonOrPath">GeoJSON, or the path of a file that <see cref="FeatureTable.Read"/> reads.</param>
    /// <exception cref="Up42Exception">It is neither.</exception>
    public static Aoi FromString(string geoJsonOrPath)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(geoJsonOrPath);
        return new Aoi(geoJsonOrPath.AsSpan().TrimStart() is ['{', ..] ? FeatureTable.Parse(geoJsonOrPath) : FeatureTable.Read(geoJsonOrPath));
    }

    /// <summary>An area from text.</summary>
    /// <param name="geoJsonOrPath">GeoJSON, or a path.</param>
    public static implicit operator Aoi(string geoJsonOrPath) => FromString(geoJsonOrPath);
}
