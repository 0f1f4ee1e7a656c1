namespace Up42.Interactive.Sandbox;

/// <summary>What scene to make. The same options give the same pixels on every machine.</summary>
public sealed record SceneOptions
{
    /// <summary>Columns of ten metres.</summary>
    /// <value>The default value is 2048.</value>
    public int Width { get; init; } = 2048;

    /// <summary>Rows of ten metres.</summary>
    /// <value>The default value is 2048.</value>
    public int Height { get; init; } = 2048;

    /// <summary>Another seed is another country.</summary>
    /// <value>The default value is 1.</value>
    public int Seed { get; init; } = 1;

    /// <summary>Where the scene lies.</summary>
    /// <value>The default value is <see cref="ScenePlace.Berlin"/>.</value>
    public ScenePlace Place { get; init; } = ScenePlace.Berlin;

    /// <summary>When it was taken: crops and leaves follow the season.</summary>
    /// <value>The default value is 19 May 2023.</value>
    public DateOnly Date { get; init; } = new(2023, 5, 19);

    /// <summary>Metres by which the lakes stand above (below: negative) their usual level.</summary>
    /// <value>The default value is 0.</value>
    public double WaterLevel { get; init; }

    /// <summary>Sharper picture points, as from a sharpening filter.</summary>
    internal bool Sharpened { get; init; }
}
