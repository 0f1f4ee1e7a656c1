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

    /// <summary>Bare to green, for vegetation indices.</summary>
    public static ColorScale Vegetation { get; } = new("vegetation", 0x8C510A, 0xD8B365, 0xF6E8C3, 0xD9F0A3, 0x78C679, 0x238443, 0x004529);

    /// <summary>Dry to wet, for water indices.</summary>
    public static ColorScale Water { get; } = new("water", 0xA6611A, 0xDFC27D, 0xF5F5F5, 0x9ECAE1, 0x3182BD, 0x08306B);

    /// <summary>Blue over white to red, for differences around a middle.</summary>
    public static ColorScale BlueRed { get; } = new("blue–red", 0x2166AC, 0x67A9CF, 0xD1E5F0, 0xF7F7F7, 0xFDDBC7, 0xEF8A62, 0xB2182B);

    /// <summary>What captions call it.</summary>
    public string Name { get; }

    /// <summary>The anchors as <c>#rrggbb</c>, evenly spaced.</summary>
    public IReadOnlyList<string> Colors => [.. _anchors.Select(ToHex)];

    /// <summary>The anchors as 0xRRGGBB, evenly spaced.</summary>
    internal IReadOnlyList<uint> Rgb => _anchors;

    /// <summary>The colours of evenly spaced values where <see cref="Stretch.Gamma"/> bends the way from values to colours.</summary>
    internal IReadOnlyList<uint> WithGamma(double gamma)
    {
        const int Steps = 32;
        if (gamma == 1)
        {
            return Rgb;
        }

        var table = Table();
        return [.. Enumerable.Range(0, Steps + 1).Select(step => table[(int)Math.Round((Levels - 1) * Math.Pow((double)step / Steps, 1 / gamma))])];
    }

    /// <summary>The colour of a place on the scale as style sheets write it.</summary>
    /// <param name="position">0 to 1; what lies outside has the colour of the end.</param>
    internal string At(double position)
    {
        var place = Math.Clamp(position, 0, 1) * (_anchors.Length - 1);
        var below = Math.Min((int)place, _anchors.Length - 2);
        return ToHex(Mix(_anchors[below], _anchors[below + 1], place - below));
    }

    /// <summary>A colour, 0xRRGGBB, as style sheets write it.</summary>
    internal static string ToHex(uint rgb) => $"#{rgb:x6}";

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>Colours a grey picture.</summary>
    internal RgbaImage Paint(RgbaImage grey)
    {
        var table = Table();
        var pixels = grey.Pixels.ToArray();
        for (var i = 0; i < pixels.Length; i += 4)
        {
            var color = table[pixels[i]];
            (pixels[i], pixels[i + 1], pixels[i + 2]) = ((byte)(color >> 16), (byte)(color >> 8), (byte)color);
        }

        return new RgbaImage(grey.Width, grey.Height, pixels) { Place = grey.Place, Crs = grey.Crs, Ranges = grey.Ranges, IsCategorical = grey.IsCategorical };
    }

    private uint[] Table()
    {
        var table = new uint[Levels];
        for (var level = 0; level < Levels; level++)
        {
            var position = level / (Levels - 1.0) * (_anchors.Length - 1);
            var below = Math.Min((int)position, _anchors.Length - 2);
            table[level] = Mix(_anchors[below], _anchors[below + 1], position - below);
        }

        return table;
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
