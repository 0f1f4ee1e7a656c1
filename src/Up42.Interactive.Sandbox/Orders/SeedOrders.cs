namespace Up42.Interactive.Sandbox;

/// <summary>The orders that are there from the start: of every kind, some done, one on its way, one that waits for its feasibility.</summary>
internal static class SeedOrders
{
    /// <summary>How long after the sandbox's start the last archive order is delivered.</summary>
    public static readonly TimeSpan LateDelivery = TimeSpan.FromMinutes(10);

    private static readonly DateTimeOffset Autumn = new(2023, 10, 30, 8, 0, 0, TimeSpan.Zero);

    private static readonly GeoPoint[] Brandenburg = [new(12.55, 52.45), new(12.55, 52.35), new(12.75, 52.35), new(12.75, 52.45)];

    public static string IdOf(string name) => StableId.Create("order " + name);

    public static IEnumerable<OrderPlan> Create(DateTimeOffset started)
    {
        var olinda = SeedStorage.OlindaGrid.Outline(isTilted: true);
        yield return Archive("Olinda", "Olinda from the archive", SensorProfile.Spot, olinda, 0) with { Tags = ["coast"] };
        yield return Archive("Berlin", "Berlin, three days", SensorProfile.Sentinel2, RasterGrid.Of(Scenes.Aoi).Outline(isTilted: true), 1);
        yield return Archive("Suez", "Suez anchorage", SensorProfile.Pleiades, SeedStorage.ShipsGrid.Outline(isTilted: false), 2) with
        {
            Tags = ["ships", "suez"],
        };
        yield return Tasked();
        yield return Archive("Rathenow", "Rathenow, damaged at the archive", SensorProfile.Spot, Brandenburg, 4) with
        {
            Steps = [.. Placed(Autumn.AddDays(4)), new("FAILED_PERMANENTLY", Autumn.AddDays(6))],
        };
        yield return Archive("Nauen", "Nauen, not accepted by the producer", SensorProfile.Spot, Brandenburg, 5) with
        {
            Steps = [new("CREATED", Autumn.AddDays(5)), new("BEING_PLACED", Autumn.AddDays(5.01)), new("PLACEMENT_FAILED", Autumn.AddDays(5.02))],
        };
        yield return new OrderPlan("Ketzin", SensorProfile.PleiadesNeo,
        [
            new("PLACED", Autumn.AddDays(6), "FEASIBILITY_WAITING_UPLOAD"), new("PLACED", Autumn.AddDays(7), "QUOTATION_WAITING_RESPONSE"),
            new("CANCELED", Autumn.AddDays(8), "QUOTATION_REJECTED"),
        ])
        {
            DisplayName = "Ketzin, too expensive",
            Tasking = new TaskingPlan(Autumn.AddDays(10), Autumn.AddDays(40)),
            Area = Brandenburg,
        };
        yield return Archive("Spree", "Spree, on its way", SensorProfile.Spot, Brandenburg, 0) with
        {
            Steps =
            [
                new("CREATED", started), new("BEING_PLACED", started.AddSeconds(10)), new("PLACED", started.AddSeconds(30)),
                new("BEING_FULFILLED", started.AddMinutes(2)), new("FULFILLED", started + LateDelivery),
            ],
        };
        yield return new OrderPlan("Potsdam", SensorProfile.PleiadesNeo,
        [
            new("CREATED", started), new("PLACED", started.AddMinutes(1), "FEASIBILITY_WAITING_UPLOAD"),
            new("PLACED", started.AddHours(1), "FEASIBILITY_WAITING_RESPONSE"), new("PLACED", started.AddHours(2), "QUOTATION_WAITING_UPLOAD"),
            new("PLACED", started.AddHours(3), "QUOTATION_WAITING_RESPONSE"), new("PLACED", started.AddHours(4), "QUOTATION_ACCEPTED"),
            new("BEING_FULFILLED", started.AddHours(5), "QUOTATION_ACCEPTED"),
        ])
        {
            DisplayName = "Potsdam, tasked",
            Tasking = new TaskingPlan(started.AddDays(1), started.AddDays(31)) { MaxCloudCover = 10 },
            Area = Brandenburg,
            Tags = ["potsdam"],
        };
    }

    private static OrderPlan Tasked()
    {
        var covered = SeedStorage.TaskedGrid;
        // A fifth more on every side than what has been taken.
        var (aside, along) = (covered.Width / 5.0, covered.Height / 5.0);
        return new OrderPlan("Havel", SensorProfile.PleiadesNeo,
        [
            new("CREATED", Autumn.AddDays(-40)), new("PLACED", Autumn.AddDays(-39), "FEASIBILITY_WAITING_UPLOAD"),
            new("PLACED", Autumn.AddDays(-37), "QUOTATION_ACCEPTED"), new("BEING_FULFILLED", Autumn.AddDays(-36), "QUOTATION_ACCEPTED"),
            new("FULFILLED", Autumn.AddDays(-20), "QUOTATION_ACCEPTED"),
        ])
        {
            DisplayName = "Havel floodplain, tasked",
            Tasking = new TaskingPlan(Autumn.AddDays(-35), Autumn.AddDays(-21)) { Covered = covered.Outline(isTilted: true) },
            Area =
            [
                covered.ToDegrees(-aside, -along), covered.ToDegrees(-aside, covered.Height + along),
                covered.ToDegrees(covered.Width + aside, covered.Height + along), covered.ToDegrees(covered.Width + aside, -along),
            ],
            Tags = ["flood"],
        };
    }

    private static OrderPlan Archive(string name, string displayName, SensorProfile sensor, IReadOnlyList<GeoPoint> area, int days) =>
        new(name, sensor, [.. Placed(Autumn.AddDays(days)), new("FULFILLED", Autumn.AddDays(days + 0.5))])
        {
            DisplayName = displayName,
            Area = area,
            ImageId = StableId.Create("image " + name),
        };

    private static OrderStep[] Placed(DateTimeOffset at) =>
    [
        new("CREATED", at), new("BEING_PLACED", at.AddMinutes(1)), new("PLACED", at.AddMinutes(5)), new("BEING_FULFILLED", at.AddHours(2)),
    ];
}
