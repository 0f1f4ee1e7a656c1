using System.Globalization;
using System.Text.RegularExpressions;

namespace Up42.Interactive.Tests.Plots;

/// <summary>A plot of a page in the browser, counted from 0.</summary>
internal sealed record PlotOnPage(BrowserPage Browser, int Index = 0)
{
    private const string Plot = "const plot = document.querySelectorAll('.js-plotly-plot')[index]";

    /// <summary>Where coordinates of its axes lie on the page.</summary>
    public async Task<IReadOnlyList<(double X, double Y)>> PlacesAsync(IEnumerable<(double X, double Y)> coordinates)
    {
        var places = await Browser.Page.EvaluateAsync<double[][]>(
            $$"""
            ([index, places]) => { {{Plot}}, box = plot.getBoundingClientRect(), { xaxis, yaxis } = plot._fullLayout;
              return places.map(([x, y]) => [box.left + xaxis._offset + xaxis.d2p(x), box.top + yaxis._offset + yaxis.d2p(y)]); }
            """,
            new object[] { Index, coordinates.Select(place => new[] { place.X, place.Y }).ToArray() });
        return [.. places.Select(place => (place[0], place[1]))];
    }

    /// <summary>Where pixels of a raster lie on the page.</summary>
    public async Task<List<(
        (int Column, int Row) Pixel, (double X, double Y) Place)>> PlacesAsync(
            PixelCheck check, IReadOnlyList<(int Column, int Row)> pixels, int atLeast)
    {
        pixels.Count.ShouldBeGreaterThanOrEqualTo(atLeast);
        return [.. pixels.Zip(await PlacesAsync(pixels.Select(check.Coordinate)))];
    }

    /// <summary>How much its horizontal axis shows.</summary>
    public async Task<double> RangeAsync() =>
        await Browser.Page.EvaluateAsync<double>($$"""index => { {{Plot}}, [a, b] = plot._fullLayout.xaxis.range; return b - a; }""", Index);

    /// <summary>Points at a part of its picture; the pixel of the raster and the values that it tells.</summary>
    public async Task<(int Column, int Row, IReadOnlyList<string> Values, string Label)> HoverAsync(double across, double down)
    {
        var box = (await Browser.Page.Locator(".js-plotly-plot .nsewdrag").Nth(Index).BoundingBoxAsync())!;
        await Browser.Page.Mouse.MoveAsync((float)(box.X + (box.Width * across)), (float)(box.Y + (box.Height * down)));
        var label = Browser.Page.Locator(".js-plotly-plot").Nth(Index).Locator(".u42-pixel-label");
        await label.WaitForAsync();
        var text = await label.InnerTextAsync();
        var pixel = Regex.Match(text, @"pixel (\d+), (\d+)", RegexOptions.NonBacktracking);
        var values = await label.Locator("b").AllInnerTextsAsync();
        return (int.Parse(pixel.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(pixel.Groups[2].Value, CultureInfo.InvariantCulture), values, text);
    }

    /// <summary>Takes its picture away.</summary>
    public async Task BlankAsync() => await Browser.Page.EvaluateAsync(
        $$"""index => { {{Plot}}; plot.querySelectorAll('image').forEach(image => image.setAttribute('href', '')); }""", Index);
}
