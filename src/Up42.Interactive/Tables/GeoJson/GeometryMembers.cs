namespace Up42.Interactive;

/// <summary>The members of one GeoJSON geometry, in whatever order they come.</summary>
internal sealed class GeometryMembers
{
    public string? Type { get; set; }

    public bool HasCoordinates { get; set; }

    public GeometryBuffer Buffer { get; } = new();

    /// <summary>The members of a collection, as WKB.</summary>
    public List<ReadOnlyMemory<byte>>? Geometries { get; set; }

    public void Reset()
    {
        (Type, HasCoordinates, Geometries) = (null, false, null);
        Buffer.Reset();
    }
}
