namespace Up42.Interactive.Sandbox;

/// <summary>The scenes of the jobs to play with: small, so that they are there at once.</summary>
internal static class Scenes
{
    public static readonly SceneOptions Aoi = new()
    {
        Width = 768,
        Height = 768,
        Place = ScenePlace.Berlin with { LakeEast = 1900, LakeNorth = -1500, TownEast = -1700, TownNorth = 1700 },
    };

    public static readonly SceneOptions Tiny = new() { Width = 64, Height = 64 };

    /// <summary>What the lake's level was, metres against its mean.</summary>
    public static readonly IReadOnlyList<(DateOnly Date, double Level)> LakeLevels =
    [
        (new(2023, 4, 22), 0.2), (new(2023, 6, 1), -0.7), (new(2023, 7, 11), -2.0), (new(2023, 8, 20), -3.6), (new(2023, 9, 29), -4.4),
    ];

    public static SceneOptions Lake(int index) => new()
    {
        Width = 512,
        Height = 512,
        Seed = 4,
        Place = ScenePlace.Lake,
        Date = LakeLevels[index].Date,
        WaterLevel = LakeLevels[index].Level,
    };
}
