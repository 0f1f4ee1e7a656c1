namespace Up42.Interactive;

/// <summary>A chart to draw: a frame with axes, title and legend, and what stands in it.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Axes">Its axes.</param>
/// <param name="Legend">What its colours mean.</param>
/// <param name="Draw">Draws into the frame; the function gives the place of a pair of values.</param>
internal sealed record Chart(
    string Title, AxesDrawing Axes, IReadOnlyList<LegendEntry> Legend, Action<Canvas, Func<double, double, (double X, double Y)>> Draw)
{
    /// <summary>Width by height that the frame keeps; null where it fills what there is.</summary>
    public double? Aspect { get; init; }

    /// <summary>What stands right of the frame; null for nothing.</summary>
    public ColorBarDrawing? Bar { get; init; }
}

/// <summary>Charts as a static picture, one below the other.</summary>
/// <param name="charts">The charts.</param>
/// <param name="width">Pixels across at most.</param>
/// <param name="frameHeight">Pixels down of each frame, at most.</param>
internal sealed class ChartDrawing(IReadOnlyList<Chart> charts, double width, double frameHeight)
{
    private const double Margin = 16;
    private const double Gap = 24;
    private const double BarGap = 14;
    private const double Smallest = 40;
    private const double Narrowest = 560;
    private const int DisplayQuality = 85;

    /// <summary>The picture as PNG.</summary>
    public byte[] ToPng()
    {
        using var canvas = Draw();
        return canvas.ToPng();
    }

    /// <summary>The picture as an element of a page.</summary>
    /// <param name="alt">What it shows, for those who cannot see it.</param>
    public Html ToImage(string alt)
    {
        using var canvas = Draw();
        return Html.Format(
            $"""<img src="{DataUri.WebP(canvas.ToWebP(DisplayQuality))}" """
                + $"""alt="{alt}" width="{Math.Round(canvas.Width)}" height="{Math.Round(canvas.Height)}">""");
    }

    private Canvas Draw()
    {
        var inner = Math.Clamp(charts.Max(chart => Across(chart, width - (2 * Margin), frameHeight)), Narrowest, width - (2 * Margin));
        var places = charts.Select(chart => Place(chart, inner, frameHeight)).ToList();
        var canvas = new Canvas(inner + (2 * Margin), (2 * Margin) + places.Sum(place => place.Frame.Bottom + AxesDrawing.Below) + (Gap * (charts.Count - 1)));
        var top = Margin;
        foreach (var (chart, (frame, legend)) in charts.Zip(places))
        {
            Draw(canvas, chart, frame with { Left = Margin + frame.Left, Top = top + frame.Top }, legend, top);
            top += frame.Bottom + AxesDrawing.Below + Gap;
        }

        return canvas;
    }

    /// <summary>The width that a chart takes.</summary>
    private static double Across(Chart chart, double most, double frameHeight) =>
        chart.Aspect is { } aspect ? chart.Axes.Left(frameHeight) + (frameHeight * aspect) + 8 : most;

    private static (CanvasRect Frame, Legend Legend) Place(Chart chart, double inner, double frameHeight)
    {
        var left = chart.Axes.Left(frameHeight);
        var legend = new Legend(chart.Legend, inner - left);
        var most = inner - left - 8 - (chart.Bar is { } bar ? BarGap + bar.Width(frameHeight) : 0);
        var width = Math.Max(Smallest, chart.Aspect is { } aspect ? Math.Min(most, frameHeight * aspect) : most);
        var height = chart.Aspect is { } kept ? Math.Clamp(width / kept, Smallest, frameHeight) : frameHeight;
        return (new CanvasRect(left, TextLayout.LineHeight(TextStyle.Title) + 4 + legend.Height + 4, width, height), legend);
    }

    private static void Draw(Canvas canvas, Chart chart, CanvasRect frame, Legend legend, double top)
    {
        var line = TextLayout.LineHeight(TextStyle.Title);
        var title = TextLayout.Shorten(chart.Title, TextStyle.Title, canvas.Width - frame.Left - Margin, inMiddle: true);
        canvas.Text(title, frame.Left, top + (line / 2), TextStyle.Title);
        legend.Draw(canvas, frame.Left, top + line + 2);
        canvas.Clip(frame, () => chart.Draw(canvas, (x, y) => (
            frame.Left + (chart.Axes.X.Position(x) * frame.Width), frame.Bottom - (chart.Axes.Y.Position(y) * frame.Height))));
        chart.Axes.Draw(canvas, frame);
        chart.Bar?.Draw(canvas, frame.Right + BarGap, frame.Top, frame.Height);
    }
}
