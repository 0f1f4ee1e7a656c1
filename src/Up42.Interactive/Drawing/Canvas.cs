using SkiaSharp;

namespace Up42.Interactive;

/// <summary>
/// Paper to draw on: pictures, lines, areas and text in pixels from the upper left corner, and at the end a PNG or WebP with some of its pixels for
/// each of these, fewer where the paper is very large.
/// </summary>
internal sealed class Canvas : IDisposable
{
    private const double Sharp = 2;
    private const double MaxPixels = 40_000_000;

    private readonly SKSurface _surface;
    private readonly SKCanvas _canvas;

    /// <summary>White paper.</summary>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <param name="density">Pixels of the picture for each of these.</param>
    public Canvas(double width, double height, double density = Sharp)
    {
        (Width, Height) = (Math.Max(1, width), Math.Max(1, height));
        var scale = Math.Min(density, Math.Sqrt(MaxPixels / (Width * Height)));
        var info = new SKImageInfo(Pixels(Width * scale), Pixels(Height * scale), SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb());
        _surface = SKSurface.Create(info) ?? throw new Up42Exception($"There is not enough memory to draw {info.Width} × {info.Height} pixels.");
        _canvas = _surface.Canvas;
        _canvas.Clear(SKColors.White);
        _canvas.Scale((float)scale);

        static int Pixels(double length) => Math.Max(1, (int)Math.Round(length));
    }

    public double Width { get; }

    public double Height { get; }

    /// <summary>Fills a rectangle.</summary>
    public void Fill(CanvasRect box, Rgba ink)
    {
        using var paint = Paint(ink);
        _canvas.DrawRect(Rect(box), paint);
    }

    /// <summary>Outlines a rectangle.</summary>
    public void StrokeRect(CanvasRect box, Pen pen)
    {
        using var paint = Paint(pen);
        _canvas.DrawRect(Rect(box), paint);
    }

    /// <summary>Draws a line through points.</summary>
    public void Line(IEnumerable<(double X, double Y)> points, Pen pen)
    {
        using var path = Path([points], close: false);
        using var paint = Paint(pen);
        _canvas.DrawPath(path, paint);
    }

    /// <summary>
    /// Draws a line whose parts are all level or upright, each as a bar: in a fraction of the time that <see cref="Line"/> takes for the thousands of
    /// steps of a histogram.
    /// </summary>
    public void Steps(IReadOnlyList<(double X, double Y)> points, Pen pen)
    {
        using var paint = Paint(pen.Color);
        var around = (float)(pen.Width / 2);
        for (var i = 1; i < points.Count; i++)
        {
            var (from, to) = (points[i - 1], points[i]);
            _canvas.DrawRect(
                new SKRect(
                    (float)Math.Min(from.X, to.X) - around,
                    (float)Math.Min(from.Y, to.Y) - around,
                    (float)Math.Max(from.X, to.X) + around,
                    (float)Math.Max(from.Y, to.Y) + around),
                paint);
        }
    }

    /// <summary>Draws an area: its outer ring and its holes, in any order and direction.</summary>
    /// <param name="rings">The rings.</param>
    /// <param name="fill">What fills it; null for nothing.</param>
    /// <param name="outline">What surrounds it; null for nothing.</param>
    public void Polygon(IEnumerable<IEnumerable<(double X, double Y)>> rings, Rgba? fill, Pen? outline)
    {
        using var path = Path(rings, close: true);
        if (fill is { } ink)
        {
            using var paint = Paint(ink);
            _canvas.DrawPath(path, paint);
        }

        if (outline is { } pen)
        {
            using var paint = Paint(pen);
            _canvas.DrawPath(path, paint);
        }
    }

    /// <summary>Draws a dot.</summary>
    public void Dot(double x, double y, double radius, Rgba fill, Pen outline)
    {
        using var paint = Paint(fill);
        using var around = Paint(outline);
        _canvas.DrawCircle((float)x, (float)y, (float)radius, paint);
        _canvas.DrawCircle((float)x, (float)y, (float)radius, around);
    }

    /// <summary>Draws a mark of a shape, as wide as a dot of the radius.</summary>
    public void Mark(MarkShape shape, double x, double y, double radius, Rgba fill, Pen outline)
    {
        if (shape == MarkShape.Circle)
        {
            Dot(x, y, radius, fill, outline);
            return;
        }

        (double X, double Y)[] corners = shape switch
        {
            MarkShape.Square => [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
            MarkShape.Diamond => [(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)],
            _ => [(0, -1.2), (1.15, 0.85), (-1.15, 0.85)],
        };
        Polygon([corners.Select(corner => (x + (radius * corner.X), y + (radius * corner.Y)))], fill, outline);
    }

    /// <summary>Draws a picture into a rectangle: smoothed where it gets smaller, its pixels to be seen where they get large.</summary>
    /// <param name="rgba">Four bytes a pixel, colours not multiplied by opacity.</param>
    /// <param name="columns">Pixels in a row.</param>
    /// <param name="place">The rectangle.</param>
    /// <param name="isCategorical">Whether a mixture of two colours would be a third class.</param>
    public void Picture(ReadOnlySpan<byte> rgba, int columns, CanvasRect place, bool isCategorical = false)
    {
        var info = new SKImageInfo(columns, rgba.Length / 4 / columns, SKColorType.Rgba8888, SKAlphaType.Unpremul, SKColorSpace.CreateSrgb());
        using var image = SKImage.FromPixelCopy(info, rgba);
        _canvas.DrawImage(image, Rect(place), isCategorical ? new SKSamplingOptions(SKFilterMode.Nearest) : Sampling(place, columns));
    }

    /// <summary>Draws an encoded picture (WebP, PNG, JPEG) into a rectangle, as <see cref="Picture"/> does.</summary>
    public void EncodedPicture(byte[] file, CanvasRect place)
    {
        using var data = SKData.CreateCopy(file);
        using var image = SKImage.FromEncodedData(data) ?? throw new InvalidOperationException("The picture cannot be decoded.");
        _canvas.DrawImage(image, Rect(place), Sampling(place, image.Width));
    }

    /// <summary>Fills a rectangle with evenly spaced colours that flow into each other, the first below.</summary>
    public void Gradient(CanvasRect box, IReadOnlyList<Rgba> inks)
    {
        using var shader = SKShader.CreateLinearGradient(
            new SKPoint(0, (float)box.Bottom), new SKPoint(0, (float)box.Top), [.. inks.Select(ink => (SKColor)ink.Argb)], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader, IsAntialias = true };
        _canvas.DrawRect(Rect(box), paint);
    }

    /// <summary>Draws a line of text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="x">Where the anchor stands.</param>
    /// <param name="y">Where the anchor stands: in the middle of the capitals' height.</param>
    /// <param name="style">How it looks.</param>
    /// <param name="anchor">Which part of the text's width lies left of <paramref name="x"/>: 0, 0.5 or 1.</param>
    /// <param name="degrees">How far it is turned around the anchor, clockwise.</param>
    public void Text(string text, double x, double y, TextStyle style, double anchor = 0, double degrees = 0)
    {
        const double CapitalHeight = 0.73;
        _canvas.Save();
        _canvas.Translate((float)x, (float)y);
        _canvas.RotateDegrees((float)degrees);
        TextLayout.Draw(_canvas, text, -anchor * (anchor == 0 ? 0 : TextLayout.Width(text, style)), CapitalHeight / 2 * style.Size, style);
        _canvas.Restore();
    }

    /// <summary>Draws something of which only what lies in a rectangle is seen.</summary>
    public void Clip(CanvasRect box, Action draw)
    {
        _canvas.Save();
        _canvas.ClipRect(Rect(box), antialias: true);
        draw();
        _canvas.Restore();
    }

    /// <summary>The drawing as PNG.</summary>
    public byte[] ToPng() => Encode(SKEncodedImageFormat.Png, 100);

    /// <summary>The drawing as WebP.</summary>
    /// <param name="quality">1 (small) to 99 (good).</param>
    public byte[] ToWebP(int quality) => Encode(SKEncodedImageFormat.Webp, quality);

    public void Dispose() => _surface.Dispose();

    private byte[] Encode(SKEncodedImageFormat format, int quality)
    {
        using var image = _surface.Snapshot();
        using var data = image.Encode(format, quality);
        return data.ToArray();
    }

    // Smaller pictures within one that gets larger are of no use, and take five times as long.
    private static SKSamplingOptions Sampling(CanvasRect place, int columns) =>
        place.Width > 2 * columns ? new SKSamplingOptions(SKFilterMode.Nearest)
        : place.Width >= columns ? new SKSamplingOptions(SKFilterMode.Linear)
        : new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear);

    private static SKRect Rect(CanvasRect box) => new((float)box.Left, (float)box.Top, (float)box.Right, (float)box.Bottom);

    private static SKPaint Paint(Rgba ink) => new() { Color = ink.Argb, IsAntialias = true };

    private static SKPaint Paint(Pen pen) => new()
    {
        Color = pen.Color.Argb,
        IsAntialias = true,
        Style = SKPaintStyle.Stroke,
        StrokeWidth = (float)pen.Width,
        StrokeJoin = SKStrokeJoin.Round,
        PathEffect = pen.IsDashed ? SKPathEffect.CreateDash([(float)(4 * pen.Width), (float)(3 * pen.Width)], 0) : null,
    };

    private static SKPath Path(IEnumerable<IEnumerable<(double X, double Y)>> rings, bool close)
    {
        using var path = new SKPathBuilder { FillType = SKPathFillType.EvenOdd };
        foreach (var ring in rings)
        {
            foreach (var (index, (x, y)) in LineInk.Bound([.. ring]).Index())
            {
                if (index == 0)
                {
                    path.MoveTo((float)x, (float)y);
                }
                else
                {
                    path.LineTo((float)x, (float)y);
                }
            }

            if (close)
            {
                path.Close();
            }
        }

        return path.Detach();
    }
}
