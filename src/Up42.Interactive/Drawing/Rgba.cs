using System.Globalization;

namespace Up42.Interactive;

/// <summary>A colour with opacity, as 0xAARRGGBB.</summary>
internal readonly record struct Rgba(uint Argb)
{
    /// <summary>Of text.</summary>
    public static Rgba Dark { get; } = Parse("#1c2430");

    /// <summary>Of text that stands back.</summary>
    public static Rgba Muted { get; } = Parse("#566273");

    /// <summary>Of frames and ticks.</summary>
    public static Rgba Rule { get; } = Parse("#9aa5b1");

    /// <summary>Of ground where there is no picture.</summary>
    public static Rgba Soft { get; } = Parse("#f4f6f9");

    /// <summary>Of paper.</summary>
    public static Rgba White { get; } = Parse("#ffffff");

    /// <summary>Of what went wrong.</summary>
    public static Rgba Warning { get; } = Parse("#855300");

    /// <summary>An opaque colour from 0xRRGGBB.</summary>
    public static Rgba FromRgb(uint rgb) => new(0xFF000000 | rgb);

    /// <summary>A colour as style sheets write it.</summary>
    /// <param name="color"><c>#rrggbb</c>.</param>
    /// <param name="opacity">0 to 1.</param>
    public static Rgba Parse(string color, double opacity = 1) =>
        new(((uint)Math.Round(255 * opacity) << 24) | uint.Parse(color.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
