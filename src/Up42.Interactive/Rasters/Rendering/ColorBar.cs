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

    /// <summary>How far the first and the last class lie inside of the ends; 0 where colours go over into each other.</summary>
    private double Inset { get; init; }

    /// <summary>The value of the middle colour, where the scale has one within the range: <see cref="ColorScale.Center"/>.</summary>
    public double? Center { get; init; }

    /// <summary>The colours as style sheets write them.</summary>
    public IReadOnlyList<string> Colors => [.. Rgb.Select(ColorScale.ToHex)];

    /// <summary>A bar of classes, whole numbers that follow each other: each has a part of one colour, with its number in the middle.</summary>
    public static ColorBar OfClasses(string title, int first, IReadOnlyList<uint> rgb) =>
        new(title, first - 0.5, first + rgb.Count - 0.5, [.. rgb.SelectMany(color => Enumerable.Repeat(color, StepsPerClass))]) { Inset = 0.5 };

    /// <summary>A line that shows the colours between their values, for pages without scripts.</summary>
    public Html ToHtml() => Html.Format(
        $"""{Number(Minimum + Inset)} <img src="{DataUri.WebP(Strip().ToLosslessWebP())}" alt="to" """
            + $"""width="{Width}" height="{Height}" style="display:inline-block;vertical-align:middle;max-width:40%"> """
            + $"{Number(Maximum - Inset)} {Title}{Middle()}<br>");

    private RgbaImage Strip()
    {
        var pixels = new byte[4 * Width * Height];
        for (var i = 0; i < Width * Height; i++)
        {
            var position = i % Width / (Width - 1.0) * (Rgb.Count - 1);
            var below = Math.Min((int)position, Rgb.Count - 2);
            for (var channel = 0; channel < 3; channel++)
            {
                var (low, high) = (Channel(below, channel), Channel(below + 1, channel));
                pixels[(4 * i) + channel] = (byte)Math.Round(low + ((high - low) * (position - below)));
            }

            pixels[(4 * i) + 3] = byte.MaxValue;
        }

        return new RgbaImage(Width, Height, pixels);
    }

    private string Middle() => Center is { } center ? $" (middle at {Number(center)})" : string.Empty;

    private string Number(double value) => NumberText.Format(value, NumberText.DigitsFor(Minimum, Maximum), grouped: true);

    private int Channel(int color, int channel) => (byte)(Rgb[color] >> (8 * (2 - channel)));
}
