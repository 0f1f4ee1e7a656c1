using System.Text;

namespace Up42.Interactive;

/// <summary>A place as a small map: its outline over a graticule, and the same in words.</summary>
internal static class OutlineHtml
{
    private const int Width = 200;
    private const int Height = 140;
    private const int MaxPositions = 400;

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

    private static string Svg(InputArea area)
    {
        var frame = new OutlineFrame(area, Width, Height);
        var every = Math.Max(1, area.Lines.Sum(line => line.Count) / MaxPositions);
        var small = area.Lines.ToLookup(frame.IsDot);
        var dots = frame.DotsOf([.. small[true]]);
        var outline = string.Concat(small[false].Select(line => frame.PathOf(line, every)));
        return $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}">"""
            + $"""<rect x=".5" y=".5" width="{Width - 1}" height="{Height - 1}" rx="6" fill="#8592a1" fill-opacity=".08" stroke="#8592a1"/>"""
            + $"""<path d="{frame.Graticule()}" fill="none" stroke="#8592a1" stroke-opacity=".4"/>"""
            + $"""<path d="{outline}" fill="#3a86d0" fill-opacity=".25" """
            + $"""fill-rule="evenodd" stroke="#3a86d0" stroke-width="2" stroke-linejoin="round"/>"""
            + $"""<path d="{dots}" fill="none" stroke="#3a86d0" stroke-width="6" stroke-linecap="round"/></svg>""";
    }
}
