namespace Up42.Interactive;

/// <summary>How text is drawn.</summary>
/// <param name="Size">The height of the letters in pixels, as style sheets count it.</param>
/// <param name="Color">Its colour.</param>
/// <param name="IsBold">Whether it is bold.</param>
/// <param name="Halo">An outline that keeps it readable on pictures; null for none.</param>
internal sealed record TextStyle(double Size, Rgba Color, bool IsBold = false, Rgba? Halo = null)
{
    /// <summary>Headings.</summary>
    public static TextStyle Title { get; } = new(13, Rgba.Dark, IsBold: true);

    /// <summary>Names of axes and keys.</summary>
    public static TextStyle Name { get; } = new(12, Rgba.Dark);

    /// <summary>Numbers at ticks.</summary>
    public static TextStyle Number { get; } = new(11, Rgba.Dark);

    /// <summary>Captions.</summary>
    public static TextStyle Note { get; } = new(11, Rgba.Muted);
}
