namespace Up42.Interactive;

/// <summary>A painted part of a raster.</summary>
/// <param name="Window">Which part.</param>
/// <param name="Pixels">Its pixels; null where all are transparent.</param>
internal sealed record DetailCell(RasterWindow Window, TilePixels? Pixels)
{
    /// <summary>Whether a pixel of the raster lies in it.</summary>
    public bool Holds(int column, int row) =>
        (uint)(column - Window.Column) < (uint)Window.Width && (uint)(row - Window.Row) < (uint)Window.Height;

    /// <summary>Where in <see cref="Pixels"/> a pixel of the raster stands.</summary>
    public int IndexOf(int column, int row) => ((row - Window.Row) * Window.Width) + column - Window.Column;
}
