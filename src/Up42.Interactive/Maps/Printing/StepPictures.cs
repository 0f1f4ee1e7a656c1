namespace Up42.Interactive;

/// <summary>Pictures of the steps of a comparison or a timeline, without a browser: each alone, or all on one sheet.</summary>
internal static class StepPictures
{
    private const int AllBytes = 220_000;
    private const double SheetWidth = 1080;
    private const double Space = 14;
    private const double TitleHeight = 24;
    private const double KeyHeight = 170;

    private static readonly int[] Qualities = [80, 60, 40];
    private static readonly TextStyle Title = new(12, Rgba.Dark);

    /// <summary>The width of each of some pictures on a page.</summary>
    public static int ShownWidth(int count) => count <= 3 ? 460 : 208;

    /// <summary>Each as WebP; together they keep to a budget where that is possible.</summary>
    public static IReadOnlyList<byte[]> ToWebP(IReadOnlyList<StaticMap> maps, double width)
    {
        var pictures = new byte[maps.Count][];
        Parallel.For(0, maps.Count, index =>
        {
            var frame = new MapFrame(maps[index].Bounds, width, width);
            using var canvas = new Canvas(frame.Box.Width, frame.Box.Height, 1.25);
            Draw(canvas, maps[index], frame);
            foreach (var quality in Qualities)
            {
                pictures[index] = canvas.ToWebP(quality);
                if (pictures[index].Length <= AllBytes / maps.Count)
                {
                    break;
                }
            }
        });
        return pictures;
    }

    /// <summary>All on one sheet, in rows, each below its title, with what colours mean beside them.</summary>
    public static byte[] ToPng(IReadOnlyList<StaticMap> maps, IReadOnlyList<string> titles, int columns)
    {
        var keys = Bars(maps.SelectMany(map => map.Images)).Select(bar => bar.ToDrawing()).ToList();
        var beside = keys.Count == 0 ? 0 : keys.Max(key => key.Width(KeyHeight)) + Space;
        columns = Math.Min(columns, maps.Count);
        var width = (SheetWidth - beside - ((columns - 1) * Space)) / columns;
        var frame = new MapFrame(maps[0].Bounds, width, width);
        var (rows, height) = ((maps.Count + columns - 1) / columns, TitleHeight + frame.Box.Height + Space);
        var sheet = Math.Max(rows * height, keys.Count * (KeyHeight + 24));
        var legend = new Legend(ImageClasses.ToEntries(ImageClasses.Create([.. maps.SelectMany(map => map.Images)])), SheetWidth);
        using var canvas = new Canvas(SheetWidth, sheet + legend.Height);
        foreach (var (index, map) in maps.Index())
        {
            var (left, top) = (index % columns * (width + Space), index / columns * height);
            canvas.Text(TextLayout.Shorten(titles[index], Title, width), left, top + (TitleHeight / 2), Title);
            Draw(canvas, map, frame.At(left, top + TitleHeight));
        }

        legend.Draw(canvas, 0, sheet);
        foreach (var (index, key) in keys.Index())
        {
            key.Draw(canvas, SheetWidth - beside + Space, TitleHeight + (index * (KeyHeight + 24)), KeyHeight);
        }

        return canvas.ToPng();
    }

    /// <summary>What the colours of images mean, each once.</summary>
    public static IEnumerable<ColorBar> Bars(IEnumerable<MapImage> images) => ColorKeys.Distinct(images.Select(image => image.Bar).OfType<ColorBar>());

    private static void Draw(Canvas canvas, StaticMap map, MapFrame frame)
    {
        canvas.Clip(frame.Box, () => map.DrawInto(canvas, frame));
        canvas.StrokeRect(frame.Box, new Pen(Rgba.Rule));
    }
}
