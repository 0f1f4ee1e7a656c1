using System.Globalization;

namespace Up42.Interactive;

/// <summary>A size in pixels.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
public readonly record struct RasterSize(int Width, int Height)
{
    /// <summary>The size as text: "1024 × 768".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width} × {Height}");
}
