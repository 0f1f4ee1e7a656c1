namespace Up42.Interactive;

/// <summary>Draws a frame with two axes: numbers and titles left of it and below.</summary>
internal sealed record AxesDrawing(Axis X, Axis Y)
{
    private const double TickLength = 4;
    private const double Space = 5;
    private const double LongestName = 220;
    private const double NameHeight = 15;

    /// <summary>The height needed below the frame.</summary>
    public static double Below => TickLength + Space + TextLayout.LineHeight(TextStyle.Number) + TextLayout.LineHeight(TextStyle.Name) + 2;

    /// <summary>The width needed left of a frame of some height.</summary>
    public double Left(double height) =>
        Math.Ceiling(YTicks(height).Select(tick => TextLayout.Width(Short(tick.Label), TextStyle.Number)).DefaultIfEmpty(0).Max())
        + TickLength + Space + TextLayout.LineHeight(TextStyle.Name) + 2;

    /// <summary>Draws the axes around a frame.</summary>
    public void Draw(Canvas canvas, CanvasRect frame)
    {
        var pen = new Pen(Rgba.Rule);
        canvas.StrokeRect(frame, pen);
        var numbers = frame.Bottom + TickLength + Space + 3;
        foreach (var tick in XTicks(frame.Width))
        {
            var x = frame.Left + (X.Position(tick.Value) * frame.Width);
            canvas.Line([(x, frame.Bottom), (x, frame.Bottom + TickLength)], pen);
            canvas.Text(Short(tick.Label), x, numbers, TextStyle.Number, anchor: 0.5);
        }

        foreach (var tick in YTicks(frame.Height))
        {
            var y = frame.Bottom - (Y.Position(tick.Value) * frame.Height);
            canvas.Line([(frame.Left, y), (frame.Left - TickLength, y)], pen);
            canvas.Text(Short(tick.Label), frame.Left - TickLength - Space, y, TextStyle.Number, anchor: 1);
        }

        var title = TextLayout.Shorten(X.Title, TextStyle.Name, frame.Width);
        canvas.Text(title, frame.Left + (frame.Width / 2), numbers + TextLayout.LineHeight(TextStyle.Name), TextStyle.Name, anchor: 0.5);
        var side = TextLayout.Shorten(Y.Title, TextStyle.Name, frame.Height);
        canvas.Text(side, frame.Left - Left(frame.Height) + 8, frame.Top + (frame.Height / 2), TextStyle.Name, anchor: 0.5, degrees: -90);
    }

    /// <summary>Names are cut to a length; numbers are never so long.</summary>
    private static string Short(string label) => TextLayout.Shorten(label, TextStyle.Number, LongestName);

    private IReadOnlyList<Tick> YTicks(double height) =>
        Y.Ticks(Y.Names is null ? Math.Clamp((int)(height / 45), 1, 8) : Math.Max(1, (int)(height / NameHeight)));

    private IReadOnlyList<Tick> XTicks(double width)
    {
        for (var most = X.Names?.Count ?? 8; most > 1; most--)
        {
            var ticks = X.Ticks(most);
            if (ticks.Sum(tick => TextLayout.Width(Short(tick.Label), TextStyle.Number) + 14) <= width)
            {
                return ticks;
            }
        }

        return X.Ticks(1) is [var only, ..] ? [only] : [];
    }
}
