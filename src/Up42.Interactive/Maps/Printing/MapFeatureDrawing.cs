using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>Draws a layer of features on paper.</summary>
internal static class MapFeatureDrawing
{
    private const double Radius = 4.5;
    private const double MinNameSize = 60;
    private const int ManyFeatures = 2_000;
    private const double DotSize = 1.6;

    // Several times the pixels of a picture: what is longer is a blot, and takes Skia seconds.
    private const double MaxInk = 6_000_000;

    /// <summary>Draws the layer.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="frame">The map's window.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="names">How names are set; null for none.</param>
    public static void Draw(Canvas canvas, MapFrame frame, MapLayer layer, TextStyle? names)
    {
        var dots = layer.Features.Count > ManyFeatures ? new HashSet<(string Color, int X, int Y)>() : null;
        var every = Every(layer.Features.Select(feature => feature.Geometry), frame);
        foreach (var (index, feature) in layer.Features.Index())
        {
            var color = layer.ColorOf(feature);
            if ((dots is null || !IsDot(feature.Geometry, frame, color, dots)) && index % every == 0)
            {
                Draw(canvas, frame, feature.Geometry, color, layer);
            }
        }

        foreach (var (color, x, y) in dots ?? [])
        {
            canvas.Fill(new CanvasRect(x * DotSize, y * DotSize, DotSize, DotSize), Rgba.Parse(color));
        }

        var taken = new List<CanvasRect>();
        foreach (var feature in names is null ? [] : layer.Features)
        {
            var box = frame.Place(feature.Geometry.EnvelopeInternal);
            var isPoint = feature.Geometry.Dimension == Dimension.Point;
            var (left, top) = isPoint ? (box.Left + Radius + 4, box.Top) : (Math.Max(box.Left, frame.Box.Left) + 6, Math.Max(box.Top, frame.Box.Top) + 24);
            var width = Math.Min(frame.Box.Right, isPoint ? frame.Box.Right : box.Right) - left - 6;
            var name = TextLayout.Shorten(feature.Label, names!, Math.Max(0, width));
            var place = new CanvasRect(left, top - (names!.Size / 2), TextLayout.Width(name, names), names.Size);
            if (width > MinNameSize && top < Math.Min(box.Bottom + 1, frame.Box.Bottom) && !taken.Exists(place.Touches))
            {
                canvas.Text(name, left, top, names);
                taken.Add(place);
            }
        }
    }

    /// <summary>Each so many-th of some features is drawn, so that all of them are not longer than what is drawn.</summary>
    internal static int Every(IEnumerable<Geometry> geometries, MapFrame frame) =>
        (int)Math.Ceiling(Math.Max(1, geometries.Sum(geometry => Ink(geometry, frame)) / MaxInk));

    /// <summary>About how long a feature's outline is on paper: as long as its box is round, or as its positions are many.</summary>
    private static double Ink(Geometry geometry, MapFrame frame)
    {
        var box = frame.Place(geometry.EnvelopeInternal);
        return Side(box.Right - box.Left, frame.Box.Width) + Side(box.Bottom - box.Top, frame.Box.Height) + geometry.NumPoints;

        static double Side(double length, double longest) => 2 * Math.Min(length, longest);
    }

    /// <summary>Whether a feature of many is a dot, which it is where it is small; those at one place are one.</summary>
    private static bool IsDot(Geometry geometry, MapFrame frame, string color, HashSet<(string Color, int X, int Y)> dots)
    {
        var box = frame.Place(geometry.EnvelopeInternal);
        var isSmall = Math.Max(box.Right - box.Left, box.Bottom - box.Top) < 2 * DotSize;
        var (x, y) = ((box.Left + box.Right) / 2 / DotSize, (box.Top + box.Bottom) / 2 / DotSize);
        return isSmall && (dots.Add((color, (int)x, (int)y)) || true);
    }

    private static void Draw(Canvas canvas, MapFrame frame, Geometry geometry, string color, MapLayer layer)
    {
        var ink = Rgba.Parse(color);
        var pen = new Pen(ink, layer.Width, layer.Dashed);
        switch (geometry)
        {
            case Point point:
                var (x, y) = frame.Place(point.X, point.Y);
                canvas.Dot(x, y, Radius, ink, new Pen(Rgba.White));
                break;
            case LineString line:
                canvas.Line(Places(line), pen);
                break;
            case Polygon polygon:
                Rgba? fill = layer.FillOpacity > 0 ? Rgba.Parse(color, layer.FillOpacity) : null;
                canvas.Polygon(new[] { polygon.ExteriorRing }.Concat(polygon.InteriorRings).Select(Places), fill, pen);
                break;
            case GeometryCollection collection:
                foreach (var part in collection.Geometries.Where(part => !part.IsEmpty))
                {
                    Draw(canvas, frame, part, color, layer);
                }

                break;
        }

        IEnumerable<(double X, double Y)> Places(LineString line) => line.Coordinates.Select(position => frame.Place(position.X, position.Y));
    }
}
