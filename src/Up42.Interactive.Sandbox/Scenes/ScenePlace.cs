namespace Up42.Interactive.Sandbox;

/// <summary>A place on Earth for a scene, and what must be seen there. The land itself is invented.</summary>
/// <param name="Name">For file names and titles.</param>
/// <param name="Epsg">A UTM zone's code, for example 32633.</param>
/// <param name="Easting">The centre, metres, a multiple of 10.</param>
/// <param name="Northing">The centre, metres, a multiple of 10.</param>
public sealed record ScenePlace(string Name, int Epsg, double Easting, double Northing)
{
    /// <summary>West of Berlin: farmland, forest, lakes, a river and a town.</summary>
    public static ScenePlace Berlin { get; } = new("Berlin", 32633, 365_000, 5_820_000)
    {
        LakeEast = 4100,
        LakeNorth = -3300,
        TownEast = -3600,
        TownNorth = 2500,
    };

    /// <summary>A lake in its middle, for a series that watches it.</summary>
    public static ScenePlace Lake { get; } = new("Lake", 32633, 450_000, 5_790_000);

    /// <summary>The lake's middle, metres east of the centre.</summary>
    internal double LakeEast { get; init; }

    /// <summary>The lake's middle, metres north of the centre.</summary>
    internal double LakeNorth { get; init; }

    /// <summary>The town's middle, metres east of the centre.</summary>
    internal double TownEast { get; init; } = 1e6;

    /// <summary>The town's middle, metres north of the centre.</summary>
    internal double TownNorth { get; init; } = 1e6;
}
