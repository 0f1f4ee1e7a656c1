namespace Up42.Interactive.Tests.Maps.Detail;

/// <summary>Whether a map shows a scene of eight classes, "palette" of <see cref="DetailScenes"/>, pixel by pixel.</summary>
internal sealed class PalettePixels
{
    private readonly PixelCheck _check;
    private readonly List<((int Column, int Row) Pixel, (double Longitude, double Latitude) Position)> _pixels;

    /// <summary>Takes pixels about the scene's middle, as far as a map that is zoomed by hand may have gone from there.</summary>
    /// <param name="raster">The scene.</param>
    /// <param name="margin">How far pixels lie from those of other classes at least: a tile's pixels may lie half a pixel beside the scene's.</param>
    public PalettePixels(string raster, int margin = 0)
    {
        const int Block = 8;
        _check = new(raster, (image, column, row) => image[1, column, row] is var value ? [30 * value, 240 - (30 * value), 60 + (10 * value)] : null);
        List<(int Column, int Row)> pixels =
        [
            .. from row in Enumerable.Range(30, 420)
               from column in Enumerable.Range(270, 160)
               where Math.Min(column % Block, row % Block) >= margin && Math.Max(column % Block, row % Block) < Block - margin
               select (column, row),
        ];
        _pixels = [.. pixels.Zip(_check.Positions(pixels))];
    }

    /// <summary>
    /// Pixels whose middle has another colour on the screen, of those between two parts of the width of a map of the page, or of its last frame.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="density">Device pixels for each of CSS.</param>
    /// <param name="from">Where the part of the map's width begins, 0 to 1.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="map">The map's selector.</param>
    public async Task<List<string>> WrongAsync(
        BrowserPage page, float density = 1, double from = 0.1, double to = 0.9, string map = DatedScenes.FirstMap)
    {
        var frame = page.Page.Frames[^1];
        var corner = frame.ParentFrame is null ? null : await (await frame.FrameElementAsync()).BoundingBoxAsync();
        var places = await frame.EvaluateAsync<double[][]>(
            """
            ([positions, from, to, selector]) => { const box = document.querySelector(selector).getBoundingClientRect(), view = u42Map.getBounds();
              const over = [...document.querySelectorAll('.u42-tag, .leaflet-control')].map(each => each.getBoundingClientRect());
              const isFree = (x, y) => !over.some(each => x > each.left - 8 && x < each.right + 8 && y > each.top - 8 && y < each.bottom + 8);
              return positions.map(([lng, lat]) => {
                if (!view.contains([lat, lng])) return [-1, -1];
                const point = u42Map.latLngToContainerPoint([lat, lng]), share = point.x / box.width, x = point.x + box.left, y = point.y + box.top;
                const top = document.elementFromPoint(x, y);
                return share > from && share < to && top && top.closest(selector) && isFree(x, y) ? [x, y] : [-1, -1]; }); }
            """,
            new object[] { _pixels.Select(pixel => new[] { pixel.Position.Longitude, pixel.Position.Latitude }).ToArray(), from, to, map });
        var seen = _pixels.Zip(places).Where(pixel => pixel.Second[0] >= 0).Select(pixel => (
            pixel.First.Pixel, ((pixel.Second[0] + (corner?.X ?? 0)) * density, (pixel.Second[1] + (corner?.Y ?? 0)) * density))).ToList();
        seen.Count.ShouldBeGreaterThan(9);
        return _check.Wrong(await page.ScreenshotAsync(), seen);
    }
}
