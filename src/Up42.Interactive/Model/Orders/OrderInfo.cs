using System.Text.Json;

namespace Up42.Interactive;

/// <summary>The facts of an order as the server last gave them.</summary>
public sealed record OrderInfo
{
    /// <summary>The order's id, a UUID.</summary>
    public required string Id { get; init; }

    /// <summary>The name given when it was placed.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The status at that time.</summary>
    public OrderStatus Status { get; init; }

    /// <summary><c>ARCHIVE</c> for scenes that exist, <c>TASKING</c> for scenes that are yet to be taken; others may come.</summary>
    public string? Type { get; init; }

    /// <summary>The workspace that ordered.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>The account that pays.</summary>
    public string? AccountId { get; init; }

    /// <summary>The product that was ordered.</summary>
    public string? DataProductId { get; init; }

    /// <summary>Tags that somebody gave it.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Of an archive order: the scene, as its catalogue names it.</summary>
    public string? ImageId { get; init; }

    /// <summary>Of a tasking order: how far it is before the satellite begins, for example <c>QUOTATION_WAITING_RESPONSE</c>.</summary>
    public string? SubStatus { get; init; }

    /// <summary>Of a tasking order: when the satellite may begin, UTC.</summary>
    public DateTimeOffset? AcquisitionStart { get; init; }

    /// <summary>Of a tasking order: until when the scenes must be taken, UTC.</summary>
    public DateTimeOffset? AcquisitionEnd { get; init; }

    /// <summary>Of a tasking order: how the satellite looks, for example <c>MONO</c>.</summary>
    public string? AcquisitionMode { get; init; }

    /// <summary>Of a tasking order: how much may be under clouds, in percent.</summary>
    public double? MaxCloudCover { get; init; }

    /// <summary>Of a tasking order: how far the satellite may look aside, in degrees from the vertical.</summary>
    public double? MaxIncidenceAngle { get; init; }

    /// <summary>Of a tasking order: the size of a pixel, as the product names it.</summary>
    public string? Resolution { get; init; }

    /// <summary>The area that was ordered, as GeoJSON in EPSG:4326; null where the server gives none.</summary>
    public JsonElement? Area { get; init; }

    /// <summary>Everything the server said, fields unknown to this library included.</summary>
    public JsonElement Raw { get; init; }

    /// <summary>Reads an order from its JSON.</summary>
    /// <param name="json">One order object of the wire.</param>
    /// <exception cref="JsonException">It is not an order: the id is missing.</exception>
    public static OrderInfo Parse(JsonElement json)
    {
        var raw = json.Clone();
        var details = raw.Find("orderDetails") ?? default;
        return new()
        {
            Id = raw.FindText("id") is { Length: > 0 } id ? id : throw new JsonException("An order has no id."),
            DisplayName = raw.FindText("displayName"),
            Status = OrderStatus.Parse(raw.FindText("status")),
            Type = raw.FindText("type"),
            WorkspaceId = raw.FindText("workspaceId"),
            AccountId = raw.FindText("accountId"),
            DataProductId = raw.FindText("dataProductId"),
            Tags = raw.FindTexts("tags"),
            ImageId = details.FindText("imageId"),
            SubStatus = details.FindText("subStatus"),
            AcquisitionStart = details.FindDate("acquisitionStart"),
            AcquisitionEnd = details.FindDate("acquisitionEnd"),
            AcquisitionMode = details.FindText("acquisitionMode"),
            MaxCloudCover = details.FindNumber("maxCloudCover"),
            MaxIncidenceAngle = details.FindNumber("maxIncidenceAngle"),
            Resolution = details.FindText("resolution"),
            Area = details.Find("aoi") ?? details.Find("geometry"),
            Raw = raw,
        };
    }

    /// <summary>Name, id and status in one line.</summary>
    public override string ToString() => SingleLine.Format($"{DisplayName} {Id}: {Status}".TrimStart());

    /// <summary>Whether the scenes are yet to be taken.</summary>
    internal bool IsTasking => string.Equals(Type, "TASKING", StringComparison.OrdinalIgnoreCase);
}
