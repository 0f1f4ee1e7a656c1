namespace Up42.Interactive;

/// <summary>The key of a picture of one band.</summary>
/// <param name="Title">The unit, or else the band.</param>
/// <param name="Minimum">The value of the first colour; what lies below has it too.</param>
/// <param name="Maximum">The value of the last colour.</param>
/// <param name="Rgb">Its colours, evenly spaced, as 0xRRGGBB.</param>
internal sealed record ColorBar(string Title, double Minimum, double Maximum, IReadOnlyList<uint> Rgb)
{
    private const int StepsPerClass = 8;
    private const int Width = 128;
    private const int Height = 8;
    private const int CountsHeight = 24;
    private const byte CountsGray = 128;

    /// <summary>How far the first and the last class lie inside of the ends; 0 where colours go over into each other.</summary>
    private double Inset { get; init; }

    /// <summary>The value of the middle colour, where the scale has one within the range: <see cref="ColorScale.Center"/>.</summary>
    public double? Center { get; init; }

    /// <summary>How often values occur, which stands above the colours; null: nothing does.</summary>
    public ValueCountsData? Counts { get; private init; }

    /// <summary>The bar with how often values occur.</summary>
    public ColorBar WithCounts(ValueCountsData counts) => this with { Counts = counts };

    /// <summary>Whether another bar has the same colours for the same values of the same kind.</summary>
    public bool HasColorsOf(ColorBar other) =>
        (Title, Minimum, Maximum, Inset, Center) == (other.Title, other.Minimum, other.Maximum, other.Inset, other.Center) && Rgb.SequenceEqual(other.Rgb);

    /// <summary>The colours as style sheets write them.</summary>
    public IReadOnlyList<string> Colors => [.. Rgb.Select(ColorScale.ToHex)];

    /// <summary>A bar of classes, whole numbers that follow each other: each has a part of one colour, with its number in the middle.</summary>
    public static ColorBar OfClasses(string title, int first, IReadOnlyList<uint> rgb) =>
        new(title, first - 0.5, first + rgb.Count - 0.5, [.. rgb.SelectMany(color => Enumerable.Repeat(color, StepsPerClass))]) { Inset = 0.5 };

    /// <summary>A line that shows the colours between their values, for pages without scripts.</summary>
    public Html ToHtml() => Html.Format(
        $"""{Number(Minimum + Inset)} <img src="{DataUri.WebP(Strip().ToLosslessWebP())}" alt="to" """
            + $"""width="{Width}" height="{Strip().Height}" style="display:inline-block;vertical-align:middle;max-width:40%"> """
            + $"{Number(Maximum - Inset)} {Title}{Middle()}<br>");

    /// <summary>The colours side by side, and above them a bar for each bin of <see cref="Counts"/>.</summary>
    private RgbaImage Strip()
    {
        var top = Counts is null ? 0 : CountsHeight;
        var pixels = new byte[4 * Width * (top + Height)];
        for (var column = 0; column < Width; column++)
        {
            var color = ColorAt(column / (Width - 1.0));
            for (var row = 0; row < Height; row++)
            {
                color.CopyTo(pixels.AsSpan(4 * (((top + row) * Width) + column)));
            }

            for (var row = top - (int)Math.Round(CountsHeight * ShareAt(column / (Width - 1.0))); row < top; row++)
            {
                ((ReadOnlySpan<byte>)[CountsGray, CountsGray, CountsGray, byte.MaxValue]).CopyTo(pixels.AsSpan(4 * ((row * Width) + column)));
            }
        }

        return new RgbaImage(Width, top + Height, pixels);
    }

    private byte[] ColorAt(double share)
    {
        var position = share * (Rgb.Count - 1);
        var below = Math.Min((int)position, Rgb.Count - 2);
        return [.. Enumerable.Range(0, 3).Select(channel =>
        {
            var (low, high) = (Channel(below, channel), Channel(below + 1, channel));
            return (byte)Math.Round(low + ((high - low) * (position - below)));
        }), byte.MaxValue];
    }

    /// <summary>How often values occur there, of the most frequent; what lies beyond the ends is not shown.</summary>
    private double ShareAt(double share)
    {
        if (Counts is not { Counts: { Count: > 0 } counts } || counts.Max() == 0)
        {
            return 0;
        }

        var value = Minimum + (share * (Maximum - Minimum));
        var bin = (int)Math.Floor((value - Counts.Start) / (Counts.End - Counts.Start) * counts.Count);
        return (double)counts[Math.Clamp(bin, 0, counts.Count - 1)] / counts.Max();
    }

    private string Middle() => Center is { } center ? $" (middle at {Number(center)})" : string.Empty;

    private string Number(double value) => NumberText.Format(value, NumberText.DigitsFor(Minimum, Maximum), grouped: true);

    private int Channel(int color, int channel) => (byte)(Rgb[color] >> (8 * (2 - channel)));
}
