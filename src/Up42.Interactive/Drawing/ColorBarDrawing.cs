namespace Up42.Interactive;

/// <summary>
/// A colour bar: an upright strip from the first colour below to the last above, with numbers and a title right of it, and left of it how often
/// values occur.
/// </summary>
internal sealed record ColorBarDrawing(Axis Scale, IReadOnlyList<uint> Rgb)
{
    private const double Thickness = 14;
    private const double CountsThickness = 20;
    private const double Space = 5;

    /// <summary>How often values occur, as a curve of shares from 0 to 1; nothing in it: nothing stands left of the strip.</summary>
    public IReadOnlyList<(double Value, double Share)> Counts { get; init; } = [];

    private double StripLeft => Counts.Count == 0 ? 0 : CountsThickness;

    /// <summary>The width that it takes.</summary>
    public double Width(double height) =>
        StripLeft + Thickness + Space + Math.Ceiling(Ticks(height).Select(tick => TextLayout.Width(tick.Label, TextStyle.Number)).DefaultIfEmpty(0).Max())
        + Space + TextLayout.LineHeight(TextStyle.Name);

    /// <summary>Draws it.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="left">Where it begins.</param>
    /// <param name="top">Where the last colour stands.</param>
    /// <param name="height">From there to the first.</param>
    public void Draw(Canvas canvas, double left, double top, double height)
    {
        var strip = new CanvasRect(left + StripLeft, top, Thickness, height);
        var curve = Counts.Select(point => (strip.Left - (CountsThickness * point.Share), strip.Bottom - (Scale.Position(point.Value) * height)));
        canvas.Clip(strip with { Left = left, Width = StripLeft }, () => canvas.Polygon([curve], Rgba.Muted, outline: null));
        canvas.Gradient(strip, [.. Rgb.Select(Rgba.FromRgb)]);
        canvas.StrokeRect(strip, new Pen(Rgba.Rule));
        foreach (var tick in Ticks(height))
        {
            var y = top + height - (Scale.Position(tick.Value) * height);
            canvas.Line([(strip.Right, y), (strip.Right + 3, y)], new Pen(Rgba.Rule));
            canvas.Text(tick.Label, strip.Right + Space, y, TextStyle.Number);
        }

        var title = TextLayout.Shorten(Scale.Title, TextStyle.Name, height);
        canvas.Text(title, left + Width(height) - 6, top + (height / 2), TextStyle.Name, anchor: 0.5, degrees: 90);
    }

    private IReadOnlyList<Tick> Ticks(double height) => Ticks(height, 40) is { Count: > 1 } ticks ? ticks : Ticks(height, 24);

    private IReadOnlyList<Tick> Ticks(double height, double space) => Scale.Ticks(Math.Clamp((int)(height / space), 1, 8));
}
