namespace Up42.Interactive;

/// <summary>How large a plot is at most: width by height in CSS pixels. The picture's aspect is kept inside it.</summary>
public readonly record struct FigureSize
{
    private const int PixelsPerInch = 100;

    private FigureSize(int width, int height) => (Width, Height) = (width, height);

    /// <summary>14 by 8 inches: 1400 × 800 pixels.</summary>
    public static FigureSize Default { get; } = Inches(14, 8);

    /// <summary>Pixels across.</summary>
    public int Width { get; }

    /// <summary>Pixels down.</summary>
    public int Height { get; }

    /// <summary>A size in inches of 100 pixels, as matplotlib counts them.</summary>
    /// <param name="width">Inches across, above 0.</param>
    /// <param name="height">Inches down, above 0.</param>
    public static FigureSize Inches(double width, double height) =>
        Pixels((int)Math.Round(width * PixelsPerInch), (int)Math.Round(height * PixelsPerInch));

    /// <summary>A size in pixels.</summary>
    /// <param name="width">From 100 to 10,000.</param>
    /// <param name="height">From 100 to 10,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is shorter or longer than that.</exception>
    public static FigureSize Pixels(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 100);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, 10_000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, 10_000);
        return new FigureSize(width, height);
    }

    /// <summary>Width and height in pixels.</summary>
    public override string ToString() => $"{Width} × {Height} px";
}
