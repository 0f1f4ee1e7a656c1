namespace Up42.Interactive;

/// <summary>One panel of a static picture.</summary>
internal sealed class PanelDrawing
{
    private const double KeyGap = 12;
    private const double LegendGap = 6;
    private const double MinSide = 40;
    private const double NarrowestCaption = 220;
    private const int MaxCaptionLines = 4;
    private const double DefaultAspect = 1.5;

    private readonly BandPanel? _panel;
    private readonly AxesDrawing? _axes;
    private readonly ColorBarDrawing? _key;
    private readonly Legend _legend;
    private readonly string _title;
    private readonly IReadOnlyList<string> _caption;
    private readonly CanvasRect _frame;

    /// <summary>Lays the panel out.</summary>
    /// <param name="tile">What it shows: of a raster that cannot be shown, heading and reason.</param>
    /// <param name="mostWidth">Pixels across at most.</param>
    /// <param name="mostHeight">Pixels down at most.</param>
    /// <param name="axes">What its axes show.</param>
    public PanelDrawing(PlotTile tile, double mostWidth, double mostHeight, PlotAxes axes)
    {
        _panel = tile.Panel;
        _axes = axes == PlotAxes.None || _panel is null ? null : Axes(_panel.Frame);
        _key = _panel?.Bar?.ToDrawing(_panel.Stretched?.Values);
        var aspect = _panel?.Frame.Aspect ?? DefaultAspect;

        var top = HeadingHeight;
        var line = TextLayout.LineHeight(TextStyle.Note);
        var below = (_axes is null ? 0 : AxesDrawing.Below) + 8;
        var (left, right) = (0.0, 0.0);
        (_caption, _legend) = ([], new Legend([], 0));
        for (var pass = 0; pass < 2; pass++)
        {
            // How many lines the caption takes depends on the width, which depends on the height that the caption leaves.
            var room = Math.Max(MinSide, mostHeight - top - below - LegendHeight - (_caption.Count * line));
            (left, right) = (_axes?.Left(room) ?? 0, _key is null ? 0 : KeyGap + _key.Width(room));
            var width = Math.Max(MinSide, Math.Min(mostWidth - left - right, room * aspect));
            _frame = new CanvasRect(left, top, width, Math.Clamp(width / aspect, MinSide, room));
            Width = Math.Max(Math.Min(mostWidth, NarrowestCaption), _frame.Right + right);
            _legend = new Legend(_panel?.Classes?.ToEntries() ?? [], Width - left);
            _caption = TextLayout.Wrap(string.Join(" · ", tile.Notes), TextStyle.Note, Width - left, MaxCaptionLines);
        }

        _title = TextLayout.Shorten(tile.Title, TextStyle.Title, Width - left, inMiddle: true);
        Height = _frame.Bottom + below + LegendHeight + (_caption.Count * line);
    }

    /// <summary>From the top to the picture.</summary>
    public static double HeadingHeight => TextLayout.LineHeight(TextStyle.Title) + 4;

    private double LegendHeight => _legend.Height > 0 ? _legend.Height + LegendGap : 0;

    /// <summary>Pixels across.</summary>
    public double Width { get; }

    /// <summary>Pixels down.</summary>
    public double Height { get; }

    /// <summary>Draws the panel.</summary>
    public void Draw(Canvas canvas, double left, double top)
    {
        var frame = _frame with { Left = left + _frame.Left, Top = top + _frame.Top };
        canvas.Text(_title, frame.Left, top + (TextLayout.LineHeight(TextStyle.Title) / 2), TextStyle.Title);
        canvas.Fill(frame, Rgba.Soft);
        if (_panel is null)
        {
            canvas.Text("Not shown", frame.Left + (frame.Width / 2), frame.Top + (frame.Height / 2), TextStyle.Note with { Color = Rgba.Warning }, anchor: 0.5);
        }
        else
        {
            canvas.Picture(_panel.Pixels.Pixels, _panel.Pixels.Width, frame, _panel.Pixels.IsCategorical);
        }

        _axes?.Draw(canvas, frame);
        _key?.Draw(canvas, frame.Right + KeyGap, frame.Top, frame.Height);
        var line = TextLayout.LineHeight(TextStyle.Note);
        var below = frame.Bottom + (_axes is null ? 0 : AxesDrawing.Below) + 8;
        _legend.Draw(canvas, frame.Left, below);
        var caption = below + LegendHeight;
        foreach (var (index, text) in _caption.Index())
        {
            canvas.Text(text, frame.Left, caption + ((index + 0.5) * line), TextStyle.Note);
        }
    }

    private static AxesDrawing Axes(PlotFrame frame)
    {
        var suffix = frame.Unit == "°" ? "°" : string.Empty;
        return new AxesDrawing(new Axis(frame.Left, frame.Right, frame.XTitle, suffix), new Axis(frame.Bottom, frame.Top, frame.YTitle, suffix));
    }
}
