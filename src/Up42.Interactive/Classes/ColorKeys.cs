namespace Up42.Interactive;

/// <summary>Colour bars as pictures without a browser have them.</summary>
internal static class ColorKeys
{
    private const int Most = 3;

    /// <summary>A bar as a drawing, with how often values occur; one of a single value ends one above it.</summary>
    public static ColorBarDrawing ToDrawing(this ColorBar bar, ValueCountsData? counts = null) =>
        new(new Axis(bar.Minimum, bar.Maximum > bar.Minimum ? bar.Maximum : bar.Minimum + 1, bar.Title), bar.Rgb)
        {
            Counts = counts is null ? [] : Curve(counts),
        };

    /// <summary>The rows of a key of classes, each with its size where that is known.</summary>
    public static IEnumerable<LegendEntry> ToEntries(this ClassKey key)
    {
        foreach (var row in key.Rows)
        {
            yield return new LegendEntry(Name(row), Rgba.FromRgb(row.Rgb), new Pen(Rgba.Rule));
        }

        if (key.Others is { } others)
        {
            yield return new LegendEntry(Name(others), null, new Pen(new Rgba(0)));
        }

        static string Name(ClassKeyRow row) => row.Text.Length == 0 ? row.Name : $"{row.Name} ({row.Text})";
    }

    /// <summary>As the page draws it: by square roots, so that rare values are seen beside frequent ones.</summary>
    private static IReadOnlyList<(double Value, double Share)> Curve(ValueCountsData values)
    {
        var (counts, width) = (values.Counts, (values.End - values.Start) / values.Counts.Count);
        var most = Math.Max(1, counts.Max());
        return
        [
            (values.Start, 0),
            .. counts.Index().SelectMany(bin => new[] { bin.Index, bin.Index + 1 }
                .Select(edge => (values.Start + (edge * width), Math.Sqrt((double)bin.Item / most)))),
            (values.End, 0),
        ];
    }

    /// <summary>Each kind of bar once, and no more than a picture has room for.</summary>
    public static IEnumerable<ColorBar> Distinct(IEnumerable<ColorBar> bars) =>
        bars.DistinctBy(bar => (bar.Title, bar.Minimum, bar.Maximum, bar.Rgb[0], bar.Rgb[^1])).Take(Most);
}
