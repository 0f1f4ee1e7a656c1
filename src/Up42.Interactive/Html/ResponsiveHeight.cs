using System.Globalization;

namespace Up42.Interactive;

/// <summary>A height in CSS pixels that follows a width.</summary>
/// <param name="PerWidth">Pixels for each pixel of width.</param>
/// <param name="Fixed">Pixels besides.</param>
/// <param name="Max">Pixels at most.</param>
internal sealed record ResponsiveHeight(double PerWidth, int Fixed, int Max)
{
    /// <summary>The height as a CSS length, by the width of the container that the fragment is.</summary>
    public string Css => string.Create(CultureInfo.InvariantCulture, $"min({Max}px,calc({100 * PerWidth:0.##}cqi + {Fixed}px))");
}
