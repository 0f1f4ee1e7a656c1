namespace Up42.Interactive.Sandbox;

/// <summary>Finds by how many pixels an image lies beside a reference, and puts it where it belongs.</summary>
internal static class Coregistration
{
    private const int Reach = 8;
    private const int Window = 320;

    public static RasterData Move(RasterData source, RasterData reference)
    {
        var onto = Resampling.Onto(source, reference.Grid);
        var (east, south) = Offset(onto, reference);
        var grid = source.Grid;
        return Resampling.Onto(
            source with
            {
                Grid = grid with { Left = grid.Left - (east * reference.Grid.PixelSize), Top = grid.Top + (south * reference.Grid.PixelSize) },
            },
            reference.Grid);
    }

    /// <summary>How many pixels east and south of the reference the source lies, by the edges that both show.</summary>
    public static (int East, int South) Offset(RasterData source, RasterData reference)
    {
        var (edges, others) = (Edges(source), Edges(reference));
        var (width, height) = (reference.Width, reference.Height);
        var size = Math.Min(Window, Math.Min(width, height) - (2 * Reach) - 2);
        var (left, top) = ((width - size) / 2, (height - size) / 2);
        var best = (Sum: double.MinValue, East: 0, South: 0);
        for (var south = -Reach; south <= Reach; south++)
        {
            for (var east = -Reach; east <= Reach; east++)
            {
                var sum = 0.0;
                for (var row = top; row < top + size; row++)
                {
                    for (var column = left; column < left + size; column++)
                    {
                        sum += edges[((row + south) * width) + column + east] * others[(row * width) + column];
                    }
                }

                best = sum > best.Sum ? (sum, east, south) : best;
            }
        }

        return (best.East, best.South);
    }

    // Bounded, so that a few bright roofs do not decide alone.
    private static float[] Edges(RasterData raster)
    {
        var values = raster.Band("red");
        var edges = new float[values.Length];
        for (var i = raster.Width; i < values.Length - raster.Width - 1; i++)
        {
            var around = new[] { values[i - 1], values[i + 1], values[i - raster.Width], values[i + raster.Width] };
            edges[i] = values[i] == 0 || around.Contains(0) ? 0 : Math.Clamp(((4 * values[i]) - around.Sum()) / values[i], -1, 1);
        }

        return edges;
    }
}
