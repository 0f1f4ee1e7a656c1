namespace Up42.Interactive;

/// <summary>A band plot as a static picture: its panels in a grid, each with title, axes, colour bar and caption.</summary>
internal sealed class BandDrawing
{
    private const double Margin = 16;
    private const double ColumnGap = 28;
    private const double RowGap = 24;

    private readonly IReadOnlyList<PanelDrawing> _panels;
    private readonly int _columns;

    /// <summary>Lays the panels out, as large as the figure allows.</summary>
    /// <param name="tiles">What it shows.</param>
    /// <param name="columns">Panels in a row.</param>
    /// <param name="options">Size and axes.</param>
    public BandDrawing(IReadOnlyList<PlotTile> tiles, int columns, PlotOptions options)
    {
        var width = ((options.FigureSize.Width - (2 * Margin) + ColumnGap) / columns) - ColumnGap;
        _panels = [.. tiles.Select(tile => new PanelDrawing(tile, width, options.FigureSize.Height - (2 * Margin), options.Axes))];
        _columns = columns;
    }

    /// <summary>The picture.</summary>
    public byte[] ToPng()
    {
        var width = _panels.Max(panel => panel.Width);
        double[] heights = [.. _panels.Chunk(_columns).Select(row => row.Max(panel => panel.Height))];
        using var canvas = new Canvas(
            (2 * Margin) + (_columns * (width + ColumnGap)) - ColumnGap, (2 * Margin) + heights.Sum() + (RowGap * (heights.Length - 1)));
        foreach (var (index, panel) in _panels.Index())
        {
            var (row, column) = Math.DivRem(index, _columns);
            panel.Draw(canvas, Margin + (column * (width + ColumnGap)), Margin + heights[..row].Sum() + (row * RowGap));
        }

        return canvas.ToPng();
    }
}
