namespace Up42.Interactive.Sandbox;

/// <summary>The lie of the land: heights, lake basins and a river. Coordinates are metres east and north of the place's centre.</summary>
internal sealed class Relief(uint seed, double lakeX, double lakeY)
{
    private readonly Noise _hills = new(seed + 11);
    private readonly Noise _folds = new(seed + 12);
    private readonly Noise _basins = new(seed + 13);
    private readonly Noise _shores = new(seed + 14);
    private readonly Noise _valley = new(seed + 15);
    private readonly Noise _meanders = new(seed + 16);

    public TerrainSample At(double x, double y)
    {
        // A lake beside the river would have become part of it.
        var river = River(x, y);
        return new TerrainSample(Height(x, y), LakeDepth(x, y) - (12 * Curve.Smooth(Math.Abs(river), 900, 300)), river);
    }

    /// <summary>Metres above the plain.</summary>
    public double Height(double x, double y)
    {
        var hills = _hills.Fractal(x / 5200, y / 5200, 2);
        var folds = _folds.Fractal(x / 1150, y / 1150, 3);
        return (60 * hills) + ((7 + (9 * hills)) * folds);
    }

    /// <summary>Metres of the lakes' bed below their usual level; negative on land.</summary>
    public double LakeDepth(double x, double y)
    {
        // Glacial channels: basins run long from north-west to south-east.
        var (along, across) = ((0.6 * x) - (0.8 * y), (0.8 * x) + (0.6 * y));
        var basins = _basins.Fractal((along / 7400) + 5.3, (across / 2700) - 2.9, 2);
        var shores = _shores.Fractal(x / 1500, y / 1500, 4);
        var (dx, dy) = (x - lakeX, y - lakeY);
        var (main, side) = (((0.6 * dx) - (0.8 * dy)) / 3000, (((0.8 * dx) + (0.6 * dy)) / 1500) + (0.45 * _basins.At(along / 1900, 3.7)));
        var own = Math.Max(0, 1 - (main * main) - (side * side));
        return 26 * (basins + (1.2 * own) + (0.36 * shores) - 0.56);
    }

    /// <summary>Signed metres (about) from the river's middle line.</summary>
    public double River(double x, double y)
    {
        var (along, across) = ((0.8 * x) + (0.6 * y), (-0.6 * x) + (0.8 * y));
        return across - 2600 - (1500 * _valley.At(along / 7300, 0.37))
            - (560 * _meanders.At(x / 1650, y / 1650)) - (120 * _meanders.At(x / 600, 7 + (y / 600)));
    }
}
