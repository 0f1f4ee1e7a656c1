namespace Up42.Interactive.Sandbox;

/// <summary>What the storage says of an item.</summary>
/// <param name="Title">The producer's name for it.</param>
/// <param name="At">When it was taken.</param>
/// <param name="Sensor">By what.</param>
internal sealed record ItemFacts(string Title, DateTimeOffset At, SensorProfile Sensor)
{
    /// <summary>Percent.</summary>
    public double CloudCover { get; init; }

    public string? OrderId { get; init; }

    public string? JobId { get; init; }

    /// <summary>ARCHIVE, TASKING, USER; processing for what jobs make.</summary>
    public string Source { get; init; } = "ARCHIVE";

    public string? UserTitle { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>raster or vector.</summary>
    public string DataType { get; init; } = "raster";

    public DateTimeOffset VisibleFrom { get; init; }
}
