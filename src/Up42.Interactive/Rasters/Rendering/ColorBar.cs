using System.Globalization;

namespace Up42.Interactive;

/// <summary>The key of a picture of one band.</summary>
/// <param name="Title">The unit, or else the band.</param>
/// <param name="Minimum">The value of the first colour; what lies below has it too.</param>
/// <param name="Maximum">The value of the last colour.</param>
/// <param name="Colors">Evenly spaced, as <c>#rrggbb</c>.</param>
internal sealed record ColorBar(string Title, double Minimum, double Maximum, IReadOnlyList<string> Colors)
{
    private const int Width = 128;
    private const int Height = 8;

    /// <summary>A line that shows the colours between their values, for pages without scripts.</summary>
    public Html ToHtml() => Html.Format(
        $"""
        {Number(Minimum)} <img src="data:image/webp;base64,{Convert.ToBase64String(Strip().ToLosslessWebP())}" alt="to" width="{Width}" height="{Height}" style="display:inline-block;vertical-align:middle;max-width:40%"> {Number(Maximum)} {Title}<br>
        """);

    private string Number(double value) => NumberText.Format(value, NumberText.DigitsFor(Minimum, Maximum), grouped: true);

    private RgbaImage Strip()
    {
        var pixels = new byte[4 * Width * Height];
        for (var i = 0; i < Width * Height; i++)
        {
            var position = i % Width / (Width - 1.0) * (Colors.Count - 1);
            var below = Math.Min((int)position, Colors.Count - 2);
            for (var channel = 0; channel < 3; channel++)
            {
                var (low, high) = (Channel(below, channel), Channel(below + 1, channel));
                pixels[(4 * i) + channel] = (byte)Math.Round(low + ((high - low) * (position - below)));
            }

            pixels[(4 * i) + 3] = byte.MaxValue;
        }

        return new RgbaImage(Width, Height, pixels);
    }

    private int Channel(int color, int channel) => int.Parse(Colors[color].AsSpan(1 + (2 * channel), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
