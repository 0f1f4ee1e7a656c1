namespace Up42.Interactive.Sandbox;

/// <summary>The tilted frame of a pass inside the upright raster; outside it there is no data.</summary>
internal sealed class SceneFootprint(int width, int height)
{
    private const double Aside = 0.11;
    private const double Down = 0.045;

    /// <summary>Corners in pixels (column, row), clockwise from the top left one, each on the raster's edge.</summary>
    public IReadOnlyList<(double Column, double Row)> Corners { get; } =
    [
        (Aside * width, 0), (width, Down * height), ((1 - Aside) * width, height), (0, (1 - Down) * height),
    ];

    /// <summary>Whether a position in pixels is inside.</summary>
    public bool Contains(double column, double row)
    {
        for (var index = 0; index < 4; index++)
        {
            var (from, to) = (Corners[index], Corners[(index + 1) % 4]);
            if (((to.Column - from.Column) * (row - from.Row)) - ((to.Row - from.Row) * (column - from.Column)) < 0)
            {
                return false;
            }
        }

        return true;
    }
}
