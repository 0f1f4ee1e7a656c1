using System.Globalization;
using System.Text;

namespace Up42.Interactive;

/// <summary>
/// Where places lie on a small map: an equirectangular one round them, on which the latitude's cosine makes a kilometre as long one way as the
/// other.
/// </summary>
internal sealed class OutlineFrame
{
    private const int Margin = 20;
    private const int Dot = 6;
    private const int ManyDots = 200;
    private const int Grid = 3;
    private static readonly double[] Steps = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 90];

    private readonly double _x;
    private readonly double _y;
    private readonly double _shortening;
    private readonly double _scale;

    /// <param name="area">What the map is round.</param>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    public OutlineFrame(InputArea area, int width, int height)
    {
        (Width, Height) = (width, height);
        (_x, _y) = ((area.West + area.East) / 2, (area.South + area.North) / 2);
        _shortening = Longitudes.Shortening(_y);
        var (across, up) = (Math.Max((area.East - area.West) * _shortening, 1e-4), Math.Max(area.North - area.South, 1e-4));
        _scale = Math.Min((width - (2 * Margin)) / across, (height - (2 * Margin)) / up);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Meridians and parallels, as the path of an SVG.</summary>
    public string Graticule()
    {
        var step = Steps.FirstOrDefault(step => step * _scale >= 45, Steps[^1]);
        var graticule = new StringBuilder();
        foreach (var meridian in Lines(_x, Width / 2.0 / _shortening / _scale, step))
        {
            graticule.Append(CultureInfo.InvariantCulture, $"M{Column(meridian)} 0V{Height}");
        }

        foreach (var parallel in Lines(_y, Height / 2.0 / _scale, step))
        {
            graticule.Append(CultureInfo.InvariantCulture, $"M0 {Row(parallel)}H{Width}");
        }

        return graticule.ToString();
    }

    /// <summary>Whether a line is too small to be seen but as a dot.</summary>
    public bool IsDot(IReadOnlyList<(double X, double Y)> line) => line.Count == 1
        || (Extent(line, position => position.X) * _shortening * _scale < Dot && Extent(line, position => position.Y) * _scale < Dot);

    /// <summary>A line as a dot of an SVG's path.</summary>
    public string DotOf(IReadOnlyList<(double X, double Y)> line) => $"M{Column(line[0].X)} {Row(line[0].Y)}h0";

    /// <summary>Lines as dots; many lie on a coarse grid, each place once.</summary>
    public string DotsOf(IReadOnlyCollection<IReadOnlyList<(double X, double Y)>> lines) => lines.Count <= ManyDots
        ? string.Concat(lines.Select(DotOf).Distinct())
        : string.Concat(lines.Select(line => (X: Math.Round(X(line[0].X) / Grid) * Grid, Y: Math.Round(Y(line[0].Y) / Grid) * Grid)).Distinct()
            .Select(dot => $"M{Text(dot.X)} {Text(dot.Y)}h0"));

    /// <summary>A line as a part of an SVG's path.</summary>
    /// <param name="line">The line.</param>
    /// <param name="every">Which positions to take: each, or each second one …; the last always.</param>
    public string PathOf(IReadOnlyList<(double X, double Y)> line, int every = 1) => "M" + string.Join('L', line
        .Where((_, index) => index % every == 0 || index == line.Count - 1).Select(position => $"{Column(position.X)} {Row(position.Y)}"));

    private static double Extent<T>(IEnumerable<T> line, Func<T, double> along) => line.Max(along) - line.Min(along);

    private static IEnumerable<double> Lines(double middle, double reach, double step)
    {
        for (var line = Math.Ceiling((middle - reach) / step); line * step <= middle + reach; line++)
        {
            yield return line * step;
        }
    }

    private double X(double longitude) => (Width / 2.0) + ((longitude - _x) * _shortening * _scale);

    private double Y(double latitude) => (Height / 2.0) - ((latitude - _y) * _scale);

    private string Column(double longitude) => Text(X(longitude));

    private string Row(double latitude) => Text(Y(latitude));

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
