namespace Up42.Interactive;

/// <summary>A class in a key.</summary>
/// <param name="Name">Its name, or its value where it has none.</param>
/// <param name="Rgb">Its colour as 0xRRGGBB.</param>
/// <param name="Size">Its area in square metres; of a picture without a place, its pixels.</param>
/// <param name="Text">The size as it is shown; empty where it is not.</param>
internal sealed record ClassKeyRow(string Name, uint Rgb, double Size, string Text)
{
    /// <summary>Its row in a table.</summary>
    /// <param name="swatch">What shows its colour.</param>
    public Html ToHtml(Html swatch) => Html.Format($"<tr><td>{swatch}</td><td>{Name}</td><td align=\"right\">{Text}</td></tr>\n");
}
