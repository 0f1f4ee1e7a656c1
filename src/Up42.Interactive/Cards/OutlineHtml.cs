using System.Globalization;
using System.Text;

namespace Up42.Interactive;

/// <summary>A place as a small map: its outline over a graticule, and the same in words.</summary>
internal static class OutlineHtml
{
    private const int Width = 200;
    private const int Height = 140;
    private const int Margin = 20;
    private const int MaxPositions = 400;
    private const int Dot = 6;
    private static readonly double[] Steps = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 90];

    /// <param name="area">The place.</param>
    /// <param name="caption">What it is of, in a few words.</param>
    public static Html Render(InputArea area, string caption)
    {
        var words = DegreeText.Box(area.West, area.South, area.East, area.North);
        return Html.Format(
            $"""<figure style="margin:0 0 10px 0"><img src="{DataUri.Create("image/svg+xml", Encoding.UTF8.GetBytes(Svg(area)))}" """
                + $"""alt="Outline: {caption}" width="{Width}" height="{Height}">"""
                + $"<figcaption>{caption}<br>{words}</figcaption></figure>");
    }

    // The latitude's cosine makes a kilometre as long one way as the other.
    private static string Svg(InputArea area)
    {
        var (x, y) = ((area.West + area.East) / 2, (area.South + area.North) / 2);
        var shortening = Longitudes.Shortening(y);
        var (across, up) = (Math.Max((area.East - area.West) * shortening, 1e-4), Math.Max(area.North - area.South, 1e-4));
        var scale = Math.Min((Width - (2 * Margin)) / across, (Height - (2 * Margin)) / up);
        string Column(double longitude) => Text((Width / 2.0) + ((longitude - x) * shortening * scale));
        string Row(double latitude) => Text((Height / 2.0) - ((latitude - y) * scale));
        var step = Steps.FirstOrDefault(step => step * scale >= 45, Steps[^1]);
        var graticule = new StringBuilder();
        foreach (var meridian in Lines(x, Width / 2.0 / shortening / scale, step))
        {
            graticule.Append(CultureInfo.InvariantCulture, $"M{Column(meridian)} 0V{Height}");
        }

        foreach (var parallel in Lines(y, Height / 2.0 / scale, step))
        {
            graticule.Append(CultureInfo.InvariantCulture, $"M0 {Row(parallel)}H{Width}");
        }

        var every = Math.Max(1, area.Lines.Sum(line => line.Count) / MaxPositions);
        var small = area.Lines.ToLookup(line => line.Count == 1
            || (Extent(line, position => position.X) * shortening * scale < Dot && Extent(line, position => position.Y) * scale < Dot));
        var dots = string.Concat(small[true].Select(line => $"M{Column(line[0].X)} {Row(line[0].Y)}h0"));
        var outline = string.Concat(small[false].Select(line => "M" + string.Join('L', Thinned(line, every).Select(position =>
            $"{Column(position.X)} {Row(position.Y)}"))));
        return $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}">"""
            + $"""<rect x=".5" y=".5" width="{Width - 1}" height="{Height - 1}" rx="6" fill="#8592a1" fill-opacity=".08" stroke="#8592a1"/>"""
            + $"""<path d="{graticule}" fill="none" stroke="#8592a1" stroke-opacity=".4"/>"""
            + $"""<path d="{outline}" fill="#3a86d0" fill-opacity=".25" """
            + $"""fill-rule="evenodd" stroke="#3a86d0" stroke-width="2" stroke-linejoin="round"/>"""
            + $"""<path d="{dots}" fill="none" stroke="#3a86d0" stroke-width="{Dot}" stroke-linecap="round"/></svg>""";
    }

    private static IEnumerable<T> Thinned<T>(IReadOnlyCollection<T> line, int every) =>
        line.Where((_, index) => index % every == 0 || index == line.Count - 1);

    private static double Extent<T>(IEnumerable<T> line, Func<T, double> along) => line.Max(along) - line.Min(along);

    private static IEnumerable<double> Lines(double middle, double reach, double step)
    {
        for (var line = Math.Ceiling((middle - reach) / step); line * step <= middle + reach; line++)
        {
            yield return line * step;
        }
    }

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
