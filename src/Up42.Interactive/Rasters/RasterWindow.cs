namespace Up42.Interactive;

/// <summary>A part of a raster, in its pixels.</summary>
/// <param name="Column">The first column, from 0.</param>
/// <param name="Row">The first row, from 0.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
public readonly record struct RasterWindow(int Column, int Row, int Width, int Height);
