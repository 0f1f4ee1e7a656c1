namespace Up42.Interactive;

/// <summary>What one raster of a plot may cost, so that the whole keeps to its size.</summary>
/// <param name="PictureSize">Pixels on the picture's longer side.</param>
/// <param name="PictureBytes">Bytes of the encoded picture.</param>
/// <param name="GridSize">Columns and rows of the grid of values.</param>
internal sealed record PanelBudget(int PictureSize, int PictureBytes, int GridSize)
{
    private const int AllPictureBytes = 270_000;

    /// <summary>The share of each of some rasters.</summary>
    public static PanelBudget For(int panels) => new(
        panels switch { 1 => 1024, <= 4 => 640, <= 9 => 448, _ => 320 },
        Math.Max(12_000, AllPictureBytes / panels),
        panels switch { 1 => 96, <= 4 => 48, _ => 24 });
}
