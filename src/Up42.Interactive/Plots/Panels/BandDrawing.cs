namespace Up42.Interactive;

/// <summary>A band plot as a static picture: its panels in a grid, each with title, axes, colour bar and caption.</summary>
internal sealed class BandDrawing
{
    private const double Margin = 16;
    private const double ColumnGap = 28;
    private const double RowGap = 24;
    private const double KeyHeight = 320;
    private const int MaxCaptionLines = 4;

    private readonly IReadOnlyList<PanelDrawing> _panels;
    private readonly int _columns;
    private readonly SharedCaption _shared;
    private readonly ColorBarDrawing? _key;

    /// <summary>Lays the panels out, as large as the figure allows.</summary>
    /// <param name="tiles">What it shows.</param>
    /// <param name="columns">Panels in a row.</param>
    /// <param name="options">Size and axes.</param>
    /// <param name="shared">What is said once.</param>
    public BandDrawing(IReadOnlyList<PlotTile> tiles, int columns, PlotOptions options, SharedCaption shared)
    {
        (_columns, _shared, _key) = (columns, shared, shared.Bar?.ToDrawing(shared.Stretched?.Values));
        var width = ((options.FigureSize.Width - (2 * Margin) - KeyWidth + ColumnGap) / columns) - ColumnGap;
        _panels = [.. tiles.Select(tile => new PanelDrawing(tile, width, options.FigureSize.Height - (2 * Margin), options.Axes))];
    }

    private double KeyWidth => _key is null ? 0 : ColumnGap + _key.Width(KeyHeight);

    /// <summary>The picture.</summary>
    public byte[] ToPng()
    {
        var width = _panels.Max(panel => panel.Width);
        double[] heights = [.. _panels.Chunk(_columns).Select(row => row.Max(panel => panel.Height))];
        var (across, down) = ((_columns * (width + ColumnGap)) - ColumnGap, heights.Sum() + (RowGap * (heights.Length - 1)));
        var (caption, line) = (TextLayout.Wrap(_shared.Text, TextStyle.Note, across, MaxCaptionLines), TextLayout.LineHeight(TextStyle.Note));
        using var canvas = new Canvas((2 * Margin) + across + KeyWidth, (2 * Margin) + down + (caption.Count == 0 ? 0 : RowGap + (caption.Count * line)));
        foreach (var (index, panel) in _panels.Index())
        {
            var (row, column) = Math.DivRem(index, _columns);
            panel.Draw(canvas, Margin + (column * (width + ColumnGap)), Margin + heights[..row].Sum() + (row * RowGap));
        }

        _key?.Draw(canvas, Margin + across + ColumnGap, Margin + PanelDrawing.HeadingHeight, Math.Min(KeyHeight, down - PanelDrawing.HeadingHeight));
        foreach (var (index, text) in caption.Index())
        {
            canvas.Text(text, Margin, Margin + down + RowGap + ((index + 0.5) * line), TextStyle.Note);
        }

        return canvas.ToPng();
    }
}
