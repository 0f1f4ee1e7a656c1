namespace Up42.Interactive;

public sealed partial class Aoi
{
    /// <summary>An area from text.</summary>
    /// <param name="geoJsonOrPath">GeoJSON, well-known text (<c>POLYGON ((13 52, …))</c>, longitude first), or the path of a file that
    /// <see cref="FeatureTable.Read"/> reads.</param>
    /// <exception cref="Up42Exception">It is none of them.</exception>
    public static Aoi FromString(string geoJsonOrPath)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(geoJsonOrPath);
        return new Aoi(geoJsonOrPath.AsSpan().TrimStart() is ['{', ..] ? FeatureTable.Parse(geoJsonOrPath)
            : WktFile.IsGeometry(geoJsonOrPath.TrimStart()) ? WktFile.Parse(geoJsonOrPath, "The text")
            : FeatureTable.Read(geoJsonOrPath));
    }

    /// <summary>An area from text.</summary>
    /// <param name="geoJsonOrPath">GeoJSON, well-known text, or a path.</param>
    public static implicit operator Aoi(string geoJsonOrPath) => FromString(geoJsonOrPath);
}
