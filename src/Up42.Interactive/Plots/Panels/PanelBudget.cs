namespace Up42.Interactive;

/// <summary>What one raster of a plot may cost, so that the whole keeps to its size.</summary>
/// <param name="PictureSize">Pixels on the picture's longer side.</param>
/// <param name="PictureBytes">Bytes of the encoded picture.</param>
/// <param name="ValuesBytes">Bytes of the values that the pointer reads.</param>
/// <param name="GridSize">Columns and rows of the grid of values in a chart of Plotly's own.</param>
internal sealed record PanelBudget(int PictureSize, int PictureBytes, int ValuesBytes, int GridSize)
{
    // 1.5 MB less the scripts (630 kB): the picture stands twice in a cell, and all of it in Base64.
    private const int AllPictureBytes = 247_000;
    private const int AllValuesBytes = 150_000;

    /// <summary>The share of each of some rasters.</summary>
    public static PanelBudget For(int panels) => new(
        panels switch { 1 => 1024, <= 4 => 640, <= 9 => 448, _ => 320 },
        Math.Max(12_000, AllPictureBytes / panels),
        Math.Max(8_000, AllValuesBytes / panels),
        panels switch { 1 => 96, <= 4 => 48, _ => 24 });

    /// <summary>Bytes for values where the picture, which stands in the cell and in its frame, leaves some of its own.</summary>
    public int ValuesFor(int picture) => ValuesBytes + (2 * Math.Max(0, PictureBytes - picture));
}
