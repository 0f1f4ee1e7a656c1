namespace Up42.Interactive;

/// <summary>An entry of a legend.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="Fill">What fills its swatch; null for nothing.</param>
/// <param name="Pen">What surrounds it.</param>
internal sealed record LegendEntry(string Name, Rgba? Fill, Pen Pen)
{
    /// <summary>The mark that its points have; null where a swatch stands for it.</summary>
    public MarkShape? Mark { get; init; }
}

/// <summary>A legend: swatches with names, in rows of a width.</summary>
internal sealed class Legend
{
    private const double Swatch = 16;
    private const double Space = 6;
    private const double Gap = 18;

    private readonly List<(LegendEntry Entry, string Name, double X, int Row)> _places = [];

    /// <summary>Lays the entries out.</summary>
    public Legend(IEnumerable<LegendEntry> entries, double width)
    {
        var (x, row) = (0.0, 0);
        foreach (var entry in entries)
        {
            var name = TextLayout.Shorten(entry.Name, TextStyle.Name, width - Swatch - Space);
            var length = Swatch + Space + TextLayout.Width(name, TextStyle.Name);
            if (x > 0 && x + length > width)
            {
                (x, row) = (0, row + 1);
            }

            _places.Add((entry, name, x, row));
            x += length + Gap;
        }
    }

    /// <summary>The height of all rows.</summary>
    public double Height => _places.Count == 0 ? 0 : (_places[^1].Row + 1) * RowHeight;

    private static double RowHeight => TextLayout.LineHeight(TextStyle.Name) + 3;

    /// <summary>Draws it.</summary>
    public void Draw(Canvas canvas, double left, double top)
    {
        foreach (var (entry, name, x, row) in _places)
        {
            var middle = top + ((row + 0.5) * RowHeight);
            var box = new CanvasRect(left + x, middle - 5, Swatch, 10);
            if (entry is { Mark: { } mark, Fill: { } ink })
            {
                canvas.Line([(box.Left, middle), (box.Right, middle)], entry.Pen);
                canvas.Mark(mark, box.Left + (Swatch / 2), middle, 4.5, ink, new Pen(Rgba.White));
                canvas.Text(name, box.Right + Space, middle, TextStyle.Name);
                continue;
            }

            canvas.Polygon([[(box.Left, box.Top), (box.Right, box.Top), (box.Right, box.Bottom), (box.Left, box.Bottom)]], entry.Fill, entry.Pen);
            canvas.Text(name, box.Right + Space, middle, TextStyle.Name);
        }
    }
}
