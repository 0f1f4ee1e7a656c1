using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// A map as a picture, without a browser: images and features over coastlines, with meridians and parallels, scale, legend, and the place on the
/// world.
/// </summary>
internal sealed record StaticMap
{
    private const double Width = 960;
    private const double MaxHeight = 640;
    private const double KeyHeight = 190;
    private const double Space = 14;
    private const double LocatorWidth = 120;
    private const double LandDegrees = 12;
    private const double WorldDegrees = 120;
    private const int MaxNames = 8;
    private const double SpaceOfLines = 128;
    private const double NumberSpace = 5;
    private const double MeridianNumbers = 22;
    private const double ScaleHeight = 36;

    private static readonly int[] Qualities = [85, 70, 50];

    private static readonly Rgba Water = Rgba.Parse("#e8ecf0");
    private static readonly Rgba Ground = Rgba.Parse("#d6ddd0");
    private static readonly Rgba Grid = Rgba.Parse("#c3ccd6");
    private static readonly Rgba Mark = Rgba.Parse("#c2261d");
    private static readonly TextStyle Label = new(11, Rgba.Dark, Halo: Rgba.White);
    private static readonly TextStyle Number = new(10, Rgba.Muted, Halo: Rgba.White);

    /// <summary>What it shows, in degrees.</summary>
    public required Envelope Bounds { get; init; }

    public required IReadOnlyList<MapImage> Images { get; init; }

    public required IReadOnlyList<MapLayer> Layers { get; init; }

    /// <summary>The picture as PNG, sharp enough to print.</summary>
    public byte[] ToPng() => Draw(2, canvas => canvas.ToPng());

    /// <summary>The picture as WebP of some bytes, where that is possible.</summary>
    public byte[] ToWebP(int budget) => Draw(1.25, canvas =>
    {
        byte[] bytes = [];
        foreach (var quality in Qualities)
        {
            bytes = canvas.ToWebP(quality);
            if (bytes.Length <= budget)
            {
                break;
            }
        }

        return bytes;
    });

    private byte[] Draw(double density, Func<Canvas, byte[]> encode)
    {
        var keys = ColorKeys.Distinct(Images.Select(image => image.Bar).Append(Colors?.Bar).OfType<ColorBar>()).Select(bar => bar.ToDrawing()).ToList();
        var beside = keys.Count == 0 ? 0 : keys.Max(key => key.Width(KeyHeight)) + Space;
        var frame = new MapFrame(Bounds, Width - beside, MaxHeight);
        var hasLocator = frame.Bounds.Width < WorldDegrees;
        var legend = new Legend(Entries(), Width - (hasLocator ? LocatorWidth + (2 * Space) : 0));
        var below = Math.Max(hasLocator ? LocatorWidth / 2 : 0, legend.Height);
        using var canvas = new Canvas(Width, frame.Box.Height + (below > 0 ? below + Space : 0), density);
        canvas.Clip(frame.Box, () => DrawInto(canvas, frame));
        canvas.StrokeRect(frame.Box, new Pen(Rgba.Rule));
        foreach (var (index, key) in keys.Index())
        {
            key.Draw(canvas, frame.Box.Right + Space, 8 + (index * (KeyHeight + 24)), KeyHeight);
        }

        legend.Draw(canvas, 0, frame.Box.Bottom + Space);
        if (hasLocator)
        {
            DrawLocator(canvas, frame.Bounds, new CanvasRect(Width - LocatorWidth, frame.Box.Bottom + Space, LocatorWidth, LocatorWidth / 2));
        }

        return encode(canvas);
    }

    /// <summary>Draws images, features, meridians, parallels and scale into a window.</summary>
    public void DrawInto(Canvas canvas, MapFrame frame)
    {
        canvas.Fill(frame.Box, Water);
        if (frame.Bounds.Width > LandDegrees)
        {
            foreach (var land in Land.Turns(frame.Bounds.MinX, frame.Bounds.MaxX))
            {
                canvas.Polygon(land.Select(ring => ring.Select(position => frame.Place(position.X, position.Y))), Ground, null);
            }
        }

        var meridians = Lines(frame.Bounds.MinX, frame.Bounds.MaxX, frame.Box.Width);
        var parallels = Lines(frame.Bounds.MinY, frame.Bounds.MaxY, frame.Box.Height);
        foreach (var (longitude, _) in meridians)
        {
            var x = frame.Place(longitude, 0).X;
            canvas.Line([(x, frame.Box.Top), (x, frame.Box.Bottom)], new Pen(Grid));
        }

        foreach (var (latitude, _) in parallels)
        {
            var y = frame.Place(0, latitude).Y;
            canvas.Line([(frame.Box.Left, y), (frame.Box.Right, y)], new Pen(Grid));
        }

        foreach (var image in Uppermost(frame))
        {
            if (image.Colors is { } colors)
            {
                canvas.Picture(colors.Pixels, colors.Width, frame.Place(image.Bounds), colors.IsCategorical);
            }
            else
            {
                canvas.EncodedPicture(image.Picture.Value, frame.Place(image.Bounds));
            }
        }

        foreach (var layer in Layers)
        {
            MapFeatureDrawing.Draw(canvas, frame, layer, Layers.Sum(each => each.Features.Count) is > 1 and <= MaxNames ? Label : null);
        }

        foreach (var (longitude, decimals) in meridians)
        {
            var (text, x) = (DegreeText.Longitude(longitude, decimals), frame.Place(longitude, 0).X);
            var reach = (TextLayout.Width(text, Number) / 2) + NumberSpace;
            if (x - reach >= frame.Box.Left && x + reach <= frame.Box.Right)
            {
                canvas.Text(text, x, frame.Box.Top + 9, Number, anchor: 0.5);
            }
        }

        foreach (var (latitude, decimals) in parallels)
        {
            // The numbers of meridians stand above, and the scale below.
            var y = frame.Place(0, latitude).Y;
            if (y > frame.Box.Top + MeridianNumbers && y < frame.Box.Bottom - ScaleHeight)
            {
                canvas.Text(DegreeText.Latitude(latitude, decimals), frame.Box.Left + NumberSpace, y, Number);
            }
        }

        DrawScale(canvas, frame);
    }

    private static void DrawScale(Canvas canvas, MapFrame frame)
    {
        const double Longest = 150;
        var longest = frame.MetersPerUnit * Longest;
        var power = Math.Pow(10, Math.Floor(Math.Log10(longest)));
        var length = power * (longest / power) switch { >= 5 => 5, >= 2 => 2, _ => 1 };
        var (left, right, y) = (frame.Box.Left + 12, frame.Box.Left + 12 + (length / frame.MetersPerUnit), frame.Box.Bottom - 12);
        foreach (var pen in new[] { new Pen(Rgba.White, 4), new Pen(Rgba.Dark, 1.5) })
        {
            canvas.Line([(left, y - 6), (left, y), (right, y), (right, y - 6)], pen);
        }

        canvas.Text(GeometryText.Length(length), (left + right) / 2, y - 9, Label, anchor: 0.5);
    }

    private static void DrawLocator(Canvas canvas, Envelope view, CanvasRect box)
    {
        const double Smallest = 5;
        canvas.Clip(box, () =>
        {
            canvas.Fill(box, Water);
            foreach (var land in Land.Turns(-180, 180))
            {
                canvas.Polygon(land.Select(ring => ring.Select(position => Place(position.X, position.Y))), Rgba.Parse("#aab5a5"), null);
            }

            var middle = Longitudes.Wrap(view.Centre.X);
            var ((left, top), (right, bottom)) = (Place(middle - (view.Width / 2), view.MaxY), Place(middle + (view.Width / 2), view.MinY));
            foreach (var turn in new[] { -box.Width, 0, box.Width })
            {
                if (right - left < Smallest && bottom - top < Smallest)
                {
                    canvas.Dot(((left + right) / 2) + turn, (top + bottom) / 2, 3.5, Mark, new Pen(Rgba.White, 1.5));
                }
                else
                {
                    canvas.StrokeRect(new CanvasRect(left + turn, top, right - left, bottom - top), new Pen(Mark, 1.5));
                }
            }
        });
        canvas.StrokeRect(box, new Pen(Rgba.Rule));

        (double X, double Y) Place(double longitude, double latitude) =>
            (box.Left + ((longitude + 180) / 360 * box.Width), box.Top + ((90 - latitude) / 180 * box.Height));
    }

    private static List<(double Value, int Decimals)> Lines(double from, double to, double length) =>
        [.. new Axis(from, to).Ticks(Math.Max(1, (int)(length / SpaceOfLines)))
            .Select(tick => (tick.Value, tick.Label.IndexOf('.') is var point and >= 0 ? tick.Label.Length - point - 1 : 0))];

    /// <summary>The images, or of so many that they would cover the paper a hundred times over those that lie on top.</summary>
    internal IEnumerable<MapImage> Uppermost(MapFrame frame)
    {
        var area = 0.0;
        return Images.Reverse().TakeWhile(image =>
        {
            var box = frame.Place(image.Bounds);
            area += Math.Min(box.Width, frame.Box.Width) * Math.Min(box.Height, frame.Box.Height);
            return area <= 100 * frame.Box.Width * frame.Box.Height;
        }).Reverse();
    }

    private FeatureColors? Colors => Layers.Select(layer => layer.ColorBy).FirstOrDefault(colors => colors is not null);

    private IEnumerable<LegendEntry> Entries()
    {
        foreach (var entry in ImageClasses.ToEntries(ImageClasses.Create(Images)))
        {
            yield return entry;
        }

        foreach (var (index, each) in (Colors?.Classes ?? []).Index())
        {
            var name = $"{each.Name} ({NumberText.Format(each.Count)})";
            var color = Rgba.Parse(each.Color);
            yield return new LegendEntry(index == 0 ? $"{Colors!.Column}: {name}" : name, Rgba.Parse(each.Color, MapLayer.ColoredOpacity), new Pen(color));
        }

        foreach (var layer in Layers.Where(layer => layer.ColorBy is null))
        {
            yield return new LegendEntry(layer.Name, null, new Pen(Rgba.Parse(layer.Color), 2, layer.Dashed));
        }
    }
}
