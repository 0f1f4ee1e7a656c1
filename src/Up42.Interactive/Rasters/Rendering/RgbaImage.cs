using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>A picture in memory: red, green, blue and opacity, with its place on Earth.</summary>
public sealed partial class RgbaImage
{
    private readonly byte[] _pixels;

    internal RgbaImage(int width, int height, byte[] pixels)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(pixels.Length, checked(4 * width * height));
        (Width, Height) = (width, height);
        _pixels = pixels;
    }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Four bytes a pixel (red, green, blue, opacity), row by row from the upper left; colours are not multiplied by opacity.</summary>
    public ReadOnlySpan<byte> Pixels => _pixels;

    /// <summary>The coordinate reference system; null where it is unknown.</summary>
    public RasterCrs? Crs { get; init; }

    /// <summary>The box of the pixels' outer edges in <see cref="Crs"/>; null where the picture has no place.</summary>
    public Envelope? Bounds => Place?.Bounds(Width, Height);

    /// <summary>
    /// The box in longitude (x) and latitude (y), EPSG:4326; null where that is unknown. Across the antimeridian longitudes go on beyond 180.
    /// </summary>
    public Envelope? BoundsWgs84
        => Place is not null && Crs is not null ? RasterBounds.BoundsWgs84(Place, Width, Height, Crs) : null;

    /// <summary>What was shown darkest and brightest, per band; empty where a palette gave the colours.</summary>
    public IReadOnlyList<StretchRange> Ranges { get; init; } = [];

    /// <summary>Where the pixels lie; null where that is unknown.</summary>
    internal RasterPlace? Place { get; init; }

    /// <summary>True when colours stand for classes, so that mixing two makes a third that means nothing.</summary>
    internal bool IsCategorical { get; init; }

    /// <summary>The part that holds all pixels that are not fully transparent; null where there is none.</summary>
    public RgbaImage? CropToValid() =>
        ValidBox.Measure(this) is { } box ? Crop(box.Left, box.Top, box.Right - box.Left, box.Bottom - box.Top) : null;

    /// <summary>The picture at half its size: each pixel is the mean of four, weighed by their opacity; of classes one of them.</summary>
    internal RgbaImage Halved()
    {
        var (width, height) = (Width / 2, Height / 2);
        var pixels = new byte[4 * width * height];
        for (var i = 0; i < width * height; i++)
        {
            var (row, column) = Math.DivRem(i, width);
            var upper = 4 * (((int)((row + 0.5) * Height / height - 0.5) * Width) + (int)((column + 0.5) * Width / width - 0.5));
            var lower = upper + (4 * Width);
            Mean(IsCategorical ? [upper] : [upper, upper + 4, lower, lower + 4], pixels.AsSpan(4 * i, 4));
        }

        return Derive(width, height, pixels, Place?.Resized(Width, Height, width, height), Crs);
    }

    /// <summary>Size and place in one line.</summary>
    public override string ToString() => SingleLine.Format($"{new RasterSize(Width, Height)} RGBA, {Crs?.ToString() ?? "no CRS"}");

    /// <summary>The mean of some pixels, given by where they begin.</summary>
    private void Mean(ReadOnlySpan<int> starts, Span<byte> mean)
    {
        var (red, green, blue, opacity) = (0, 0, 0, 0);
        foreach (var start in starts)
        {
            var weight = _pixels[start + 3];
            red += weight * _pixels[start];
            green += weight * _pixels[start + 1];
            blue += weight * _pixels[start + 2];
            opacity += weight;
        }

        if (opacity > 0)
        {
            var half = opacity / 2;
            (mean[0], mean[1], mean[2]) = ((byte)((red + half) / opacity), (byte)((green + half) / opacity), (byte)((blue + half) / opacity));
            mean[3] = (byte)((opacity + (starts.Length / 2)) / starts.Length);
        }
    }

    private RgbaImage Crop(int left, int top, int width, int height)
    {
        if (width == Width && height == Height)
        {
            return this;
        }

        var pixels = new byte[4 * width * height];
        for (var row = 0; row < height; row++)
        {
            _pixels.AsSpan(4 * ((top + row) * Width + left), 4 * width).CopyTo(pixels.AsSpan(4 * row * width));
        }

        return Derive(width, height, pixels, Place?.Moved(left, top), Crs);
    }

    private RgbaImage Derive(int width, int height, byte[] pixels, RasterPlace? place, RasterCrs? crs)
        => new(width, height, pixels) { Place = place, Crs = crs, Ranges = Ranges, IsCategorical = IsCategorical };
}
