namespace Up42.Interactive;

/// <summary>
/// The colours of one band, from its darkest to its brightest value: a few anchors, interpolated linearly in sRGB. <see cref="Viridis"/>,
/// <see cref="Magma"/> and <see cref="Gray"/> grow in lightness all along and read well for the colour-blind.
/// </summary>
public sealed record ColorScale
{
    private const int Levels = 256;
    private readonly uint[] _anchors;

    /// <summary>A scale of your own.</summary>
    /// <param name="name">What captions call it.</param>
    /// <param name="anchors">Two or more colours as 0xRRGGBB, evenly spaced.</param>
    /// <exception cref="ArgumentException">There are fewer than two colours.</exception>
    public ColorScale(string name, params ReadOnlySpan<uint> anchors)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (anchors.Length < 2)
        {
            throw new ArgumentException("A colour scale has at least two colours.", nameof(anchors));
        }

        (Name, _anchors) = (name, anchors.ToArray());
    }

    /// <summary>Black to white.</summary>
    public static ColorScale Gray { get; } = new("grey", 0x000000, 0xFFFFFF);

    /// <summary>Dark blue over green to yellow (matplotlib's viridis).</summary>
    public static ColorScale Viridis { get; } =
        new("viridis", 0x440154, 0x482878, 0x3E4989, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C, 0xFDE725);

    /// <summary>Black over purple to light yellow (matplotlib's magma).</summary>
    public static ColorScale Magma { get; } =
        new("magma", 0x000004, 0x180F3E, 0x451077, 0x721F81, 0x9F2F7F, 0xCD4071, 0xF1605D, 0xFD9567, 0xFEC98D, 0xFCFDBF);

    /// <summary>Heights: green lowland over brown to white.</summary>
    public static ColorScale Terrain { get; } = new("terrain", 0x2C7A4B, 0x7FB069, 0xDCD98D, 0xC19A5B, 0x8C6A4A, 0xB9AFA6, 0xFFFFFF);

    /// <summary>Brown below 0, green above, for vegetation indices.</summary>
    public static ColorScale Vegetation { get; } = new(
        "vegetation", 0x8C510A, 0xAF7A36, 0xCFA871, 0xE8D8B4, 0xF8F4E6, 0xE6EBA6, 0xA3D283, 0x3E9C55, 0x00532A)
    { Center = 0 };

    /// <summary>Brown below 0, blue above, for water and moisture indices.</summary>
    public static ColorScale Water { get; } =
        new("water", 0xA6611A, 0xD2A868, 0xEBDDBD, 0xF5F5F5, 0x9ECAE1, 0x3182BD, 0x08306B) { Center = 0 };

    /// <summary>Blue below 0, white at 0, red above, for differences.</summary>
    public static ColorScale BlueRed { get; } =
        new("blue–red", 0x2166AC, 0x67A9CF, 0xD1E5F0, 0xF7F7F7, 0xFDDBC7, 0xEF8A62, 0xB2182B) { Center = 0 };

    /// <summary>What captions call it.</summary>
    public string Name { get; }

    /// <summary>
    /// The value of the middle colour: each half of the colours is stretched from there to its own end, so that a hue always tells the side.
    /// </summary>
    /// <value>Null (the default): the middle colour stands for the middle of the range. 0 for <see cref="Vegetation"/>, <see cref="Water"/> and
    /// <see cref="BlueRed"/>; another by <c>ColorScale.BlueRed with { Center = 20 }</c>.</value>
    public double? Center { get; init; }

    /// <summary>The anchors as <c>#rrggbb</c>, evenly spaced.</summary>
    public IReadOnlyList<string> Colors => [.. _anchors.Select(ToHex)];

    /// <summary>The anchors as 0xRRGGBB, evenly spaced.</summary>
    internal IReadOnlyList<uint> Rgb => _anchors;

    /// <summary>
    /// The colours of evenly spaced values of a range; the anchors where neither <see cref="Center"/> nor <c>Stretch.Gamma</c> bends the way.
    /// </summary>
    /// <param name="minimum">The value of the first colour.</param>
    /// <param name="maximum">The value of the last one.</param>
    /// <param name="gamma">See <c>Stretch.Gamma</c>.</param>
    internal IReadOnlyList<uint> Over(double minimum, double maximum, double gamma = 1)
    {
        const int Steps = 64;
        return gamma == 1 && Center is null
            ? Rgb
            : [.. Enumerable.Range(0, Steps + 1).Select(step => Color(Position(Math.Pow((double)step / Steps, 1 / gamma), minimum, maximum, gamma)))];
    }

    /// <summary>The colour of a value in a range as style sheets write it; what lies outside has the colour of the end.</summary>
    internal string At(double value, double minimum, double maximum) =>
        ToHex(Color(Position(maximum > minimum ? (value - minimum) / (maximum - minimum) : 0.5, minimum, maximum)));

    /// <summary>A colour, 0xRRGGBB, as style sheets write it.</summary>
    internal static string ToHex(uint rgb) => $"#{rgb:x6}";

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>The colours, 0xRRGGBB, of 256 levels of brightness that a range was turned into.</summary>
    /// <param name="minimum">The darkest value.</param>
    /// <param name="maximum">The brightest value.</param>
    /// <param name="gamma">See <c>Stretch.Gamma</c>.</param>
    internal uint[] Table(double minimum, double maximum, double gamma) =>
        [.. Enumerable.Range(0, Levels).Select(level => Color(Position(level / (Levels - 1.0), minimum, maximum, gamma)))];

    /// <summary>The place on the scale, 0 to 1, of a brightness from 0 to 1 in a range: the brightness itself, unless there is a centre.</summary>
    private double Position(double brightness, double minimum, double maximum, double gamma = 1)
    {
        if (Center is not { } center || !(maximum > minimum))
        {
            return brightness;
        }

        // A centre outside of the range leaves one half of the colours, from the centre on.
        var (low, high) = (Math.Min(minimum, center), Math.Max(maximum, center));
        if (low < minimum || high > maximum)
        {
            var value = minimum + (Math.Pow(brightness, gamma) * (maximum - minimum));
            return value < center ? 0.5 * (value - low) / (center - low) : 0.5 + (0.5 * (value - center) / (high - center));
        }

        var middle = Math.Pow((center - minimum) / (maximum - minimum), 1 / gamma);
        return brightness < middle ? 0.5 * brightness / middle : middle == 1 ? 0.5 : 0.5 + (0.5 * (brightness - middle) / (1 - middle));
    }

    private uint Color(double position)
    {
        var place = Math.Clamp(position, 0, 1) * (_anchors.Length - 1);
        var below = Math.Min((int)place, _anchors.Length - 2);
        return Mix(_anchors[below], _anchors[below + 1], place - below);
    }

    private static uint Mix(uint from, uint to, double share)
    {
        return Channel(16) | Channel(8) | Channel(0);

        uint Channel(int shift)
        {
            var (low, high) = ((from >> shift) & 0xFF, (to >> shift) & 0xFF);
            return (uint)Math.Round(low + ((double)high - low) * share) << shift;
        }
    }
}
