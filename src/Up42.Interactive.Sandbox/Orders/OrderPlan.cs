using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>An order, and when it passes its steps.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Sensor">What was ordered.</param>
/// <param name="Steps">Each status, for a tasking with its sub-status, and the time at which it is reached.</param>
internal sealed record OrderPlan(string Name, SensorProfile Sensor, IReadOnlyList<OrderStep> Steps)
{
    public string Id => SeedOrders.IdOf(Name);

    public required string DisplayName { get; init; }

    /// <summary>Null for an order from the archive.</summary>
    public TaskingPlan? Tasking { get; init; }

    /// <summary>The scene that was ordered from the archive.</summary>
    public string? ImageId { get; init; }

    public required IReadOnlyList<GeoPoint> Area { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string Type => Tasking is null ? "ARCHIVE" : "TASKING";

    /// <summary>The step it is at.</summary>
    public OrderStep At(DateTimeOffset now) => Steps.LastOrDefault(step => step.At <= now) ?? Steps[0];

    /// <summary>The order's own facts, as the API tells them.</summary>
    public JsonObject Details(OrderStep step) => Tasking is null
        ? new JsonObject { ["aoi"] = StacJson.Polygon(Area), ["imageId"] = ImageId }
        : new JsonObject
        {
            ["acquisitionStart"] = ResponseJson.Date(Tasking.From),
            ["acquisitionEnd"] = ResponseJson.Date(Tasking.To),
            ["geometry"] = StacJson.Polygon(Area),
            ["extraDescription"] = null,
            ["subStatus"] = step.SubStatus,
            ["acquisitionMode"] = "mono",
            ["maxCloudCover"] = Tasking.MaxCloudCover,
            ["maxIncidenceAngle"] = Tasking.MaxIncidenceAngle,
            ["geometricProcessing"] = "ortho",
            ["resolution"] = FormattableString.Invariant($"{Sensor.Gsd} m"),
        };
}

/// <summary>A status of an order from a moment on.</summary>
internal sealed record OrderStep(string Status, DateTimeOffset At, string? SubStatus = null);

/// <summary>What a tasking asks for.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
internal sealed record TaskingPlan(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Percent.</summary>
    public int MaxCloudCover { get; init; } = 20;

    /// <summary>Degrees.</summary>
    public int MaxIncidenceAngle { get; init; } = 30;

    /// <summary>What has been taken of the area; null: nothing yet.</summary>
    public IReadOnlyList<GeoPoint>? Covered { get; init; }
}
