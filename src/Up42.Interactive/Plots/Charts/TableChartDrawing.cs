namespace Up42.Interactive;

/// <summary>A chart of a table as a static picture.</summary>
internal static class TableChartDrawing
{
    private const int AroundFrame = 100;
    private const double BarShare = 0.8;

    /// <summary>The picture, to be drawn.</summary>
    public static ChartDrawing Create(TableChart chart) => new([ToChart(chart)], chart.Size.Width, Math.Max(80, chart.Height - AroundFrame));

    private static Chart ToChart(TableChart chart)
    {
        var (across, upward) = (PlaceAxis(chart), ValueAxis(chart));
        var axes = chart.IsLying ? new AxesDrawing(upward, across) : new AxesDrawing(across, upward);
        return new Chart(chart.Title, axes, [.. Legend(chart)], (canvas, place) =>
        {
            foreach (var (index, group) in chart.Groups.Index())
            {
                Draw(canvas, chart, group, index, chart.IsLying ? (x, y) => place(y, x) : place);
            }
        })
        {
            Bar = chart.Bar?.ToDrawing(),
        };
    }

    private static void Draw(Canvas canvas, TableChart chart, ChartGroup group, int index, Func<double, double, (double X, double Y)> place)
    {
        if (chart.Mark is ChartMark.Bars or ChartMark.Bins)
        {
            DrawBars(canvas, chart, group, index, place);
            return;
        }

        var places = group.Points.Select(point => (At: place(point.X, point.Y), Ink: Rgba.Parse(point.Color ?? group.Color))).ToList();
        if (chart.Mark == ChartMark.Lines)
        {
            canvas.Line(places.Select(each => each.At), new Pen(Rgba.Parse(group.Color), 2));
        }

        foreach (var (at, ink) in places)
        {
            canvas.Mark(ChartGroup.ShapeAt(index), at.X, at.Y, 4, ink, new Pen(Rgba.White));
        }
    }

    /// <summary>Bars of groups stand beside each other; bins of groups on top of each other.</summary>
    private static void DrawBars(Canvas canvas, TableChart chart, ChartGroup group, int index, Func<double, double, (double X, double Y)> place)
    {
        var slot = BarShare / chart.Groups.Count;
        foreach (var (at, point) in group.Points.Index())
        {
            var isBin = chart.Mark == ChartMark.Bins;
            var left = isBin ? point.X - (point.Width / 2) : point.X - (BarShare / 2) + (index * slot);
            var below = isBin ? chart.Groups.Take(index).Sum(other => other.Points[at].Y) : 0;
            var (from, to) = (place(left, below), place(left + (isBin ? point.Width : slot), below + point.Y));
            canvas.Polygon([[from, (to.X, from.Y), to, (from.X, to.Y)]], Rgba.Parse(group.Color), isBin ? new Pen(Rgba.White, 0.5) : null);
        }
    }

    private static IEnumerable<LegendEntry> Legend(TableChart chart) => chart.Groups.Count < 2
        ? []
        : chart.Groups.Select((group, index) => new LegendEntry(group.Name, Rgba.Parse(group.Color), new Pen(Rgba.Parse(group.Color), 2))
        {
            Mark = chart.Mark is ChartMark.Lines or ChartMark.Points ? ChartGroup.ShapeAt(index) : null,
        }).Where((_, index) => chart.Groups[index].Points[0].Measure is null);

    private static Axis PlaceAxis(TableChart chart)
    {
        if (chart.X.Names is { } names)
        {
            return chart.IsLying
                ? new Axis(names.Count - 0.5, -0.5, chart.X.Title) { Names = names }
                : new Axis(-0.5, names.Count - 0.5, chart.X.Title) { Names = names };
        }

        var half = chart.Groups[0].Points[0].Width / 2;
        var (low, high) = (chart.Points.Min(point => point.X) - half, chart.Points.Max(point => point.X) + half);
        var around = high > low ? 0.04 * (high - low) : chart.X.IsDate ? TimeSpan.TicksPerDay : 1;
        return new Axis(low - (half > 0 ? 0 : around), high + (half > 0 ? 0 : around), chart.X.Title) { IsDate = chart.X.IsDate };
    }

    private static Axis ValueAxis(TableChart chart)
    {
        var values = chart.Mark == ChartMark.Bins
            ? Enumerable.Range(0, chart.Groups[0].Points.Count).Select(bin => chart.Groups.Sum(group => group.Points[bin].Y)).ToList()
            : [.. chart.Points.Select(point => point.Y)];
        var isFromZero = chart.Mark != ChartMark.Points;
        var (low, high) = (isFromZero ? Math.Min(0, values.Min()) : values.Min(), isFromZero ? Math.Max(0, values.Max()) : values.Max());
        var around = high > low ? 0.04 * (high - low) : 1;
        return new Axis(isFromZero && low == 0 ? 0 : low - around, isFromZero && high == 0 ? 0 : high + around, chart.YTitle);
    }
}
