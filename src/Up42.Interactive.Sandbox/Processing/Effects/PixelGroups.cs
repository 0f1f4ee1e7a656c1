using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>Neighbouring pixels that are all marked.</summary>
/// <param name="Left">The first column.</param>
/// <param name="Top">The first row.</param>
/// <param name="Right">The column after the last.</param>
/// <param name="Bottom">The row after the last.</param>
/// <param name="Pixels">How many.</param>
/// <param name="Mean">The mean of their values.</param>
internal sealed record PixelGroup(int Left, int Top, int Right, int Bottom, int Pixels, double Mean);

/// <summary>Finds groups of marked pixels, and writes boxes around them.</summary>
internal static class PixelGroups
{
    private const int MaxGroups = 500;

    /// <summary>The largest groups, from the north-west on.</summary>
    /// <param name="grid">Where the pixels lie.</param>
    /// <param name="values">A value for each pixel.</param>
    /// <param name="threshold">Pixels with more are marked.</param>
    /// <param name="minPixels">Smaller groups are left out.</param>
    /// <param name="maxPixels">Larger groups are left out.</param>
    public static IReadOnlyList<PixelGroup> Find(RasterGrid grid, float[] values, float threshold, int minPixels, int maxPixels)
    {
        var (seen, groups, open) = (new bool[values.Length], new List<PixelGroup>(), new Stack<int>());
        for (var first = 0; first < values.Length; first++)
        {
            if (seen[first] || values[first] <= threshold)
            {
                continue;
            }

            open.Push(first);
            seen[first] = true;
            var (left, top, right, bottom, pixels, sum) = (grid.Width, grid.Height, 0, 0, 0, 0.0);
            while (open.TryPop(out var i))
            {
                var (column, row) = (i % grid.Width, i / grid.Width);
                (left, top, right, bottom) = (Math.Min(left, column), Math.Min(top, row), Math.Max(right, column + 1), Math.Max(bottom, row + 1));
                (pixels, sum) = (pixels + 1, sum + values[i]);
                foreach (var next in (ReadOnlySpan<int>)
                    [column > 0 ? i - 1 : i, column < grid.Width - 1 ? i + 1 : i, row > 0 ? i - grid.Width : i, row < grid.Height - 1 ? i + grid.Width : i])
                {
                    if (!seen[next] && values[next] > threshold)
                    {
                        seen[next] = true;
                        open.Push(next);
                    }
                }
            }

            if (pixels >= minPixels && pixels <= maxPixels)
            {
                groups.Add(new PixelGroup(left, top, right, bottom, pixels, sum / pixels));
            }
        }

        return [.. groups.OrderByDescending(group => group.Pixels).Take(MaxGroups).OrderBy(group => group.Top).ThenBy(group => group.Left)];
    }

    /// <summary>A FeatureCollection in EPSG:4326 with a box around each group.</summary>
    public static JsonObject ToGeoJson(RasterGrid grid, IEnumerable<PixelGroup> groups, Func<PixelGroup, int, JsonObject> properties) => new()
    {
        ["type"] = "FeatureCollection",
        ["features"] = new JsonArray([.. groups.Select((group, index) => new JsonObject
        {
            ["type"] = "Feature",
            ["geometry"] = StacJson.Polygon(
            [
                grid.ToDegrees(group.Left, group.Top), grid.ToDegrees(group.Left, group.Bottom),
                grid.ToDegrees(group.Right, group.Bottom), grid.ToDegrees(group.Right, group.Top),
            ]),
            ["properties"] = properties(group, index + 1),
        })]),
    };
}
