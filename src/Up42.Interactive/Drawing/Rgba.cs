using System.Globalization;

namespace Up42.Interactive;

/// <summary>A colour with opacity, as 0xAARRGGBB.</summary>
internal readonly record struct Rgba(uint Argb)
{
    /// <summary>Of text.</summary>
    public static Rgba Dark { get; } = Of("#1c2430");

    /// <summary>Of text that stands back.</summary>
    public static Rgba Muted { get; } = Of("#566273");

    /// <summary>Of frames and ticks.</summary>
    public static Rgba Rule { get; } = Of("#9aa5b1");

    /// <summary>Of ground where there is no picture.</summary>
    public static Rgba Soft { get; } = Of("#f4f6f9");

    /// <summary>Of paper.</summary>
    public static Rgba White { get; } = Of("#ffffff");

    /// <summary>Of what went wrong.</summary>
    public static Rgba Warning { get; } = Of("#855300");

    /// <summary>A colour as style sheets write it.</summary>
    /// <param name="color"><c>#rrggbb</c>.</param>
    /// <param name="opacity">0 to 1.</param>
    public static Rgba Of(string color, double opacity = 1) =>
        new(((uint)Math.Round(255 * opacity) << 24) | uint.Parse(color.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
