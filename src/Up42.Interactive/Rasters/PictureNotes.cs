using System.Globalization;

namespace Up42.Interactive;

/// <summary>What a caption says of a picture: its bands, its stretch, its reduction.</summary>
internal static class PictureNotes
{
    /// <summary>The notes, one for each fact.</summary>
    /// <param name="image">What was read.</param>
    /// <param name="picture">What was made of it.</param>
    public static IReadOnlyList<string> Of(RasterImage image, RgbaImage picture) => [Bands(image), Ranges(picture), Size(image)];

    private static string Bands(RasterImage image)
    {
        var names = image.Bands.Select(Label).ToList();
        return names.Count == 1
            ? string.Create(CultureInfo.InvariantCulture, $"band {names[0]}")
            : string.Create(CultureInfo.InvariantCulture, $"bands {names[0]} (red), {names[1]} (green), {names[2]} (blue)");
    }

    /// <summary>"4", or with a name of its own "4 B08".</summary>
    private static string Label(RasterBand band) =>
        band.IsNamed ? string.Create(CultureInfo.InvariantCulture, $"{band.Number} {band.Name}") : band.Number.ToString(CultureInfo.InvariantCulture);

    private static string Ranges(RgbaImage picture)
    {
        if (picture.Ranges.Count == 0)
        {
            return "in the colours of its palette";
        }

        return picture.Ranges.All(range => range is { Band.IsByte: true, Minimum: 0, Maximum: 255 })
            ? "8-bit values as they are"
            : $"stretched from {string.Join(", ", picture.Ranges.Select(Range).Distinct())}";
    }

    private static string Range(StretchRange range) => $"{Number(range.Minimum)}–{Number(range.Maximum)}";

    private static string Number(double value) => Math.Abs(value) >= 100
        ? value.ToString("#,0", CultureInfo.InvariantCulture)
        : value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Size(RasterImage image)
    {
        var source = new RasterSize(image.SourceWidth, image.SourceHeight);
        var factor = Math.Max((double)source.Width / image.Width, (double)source.Height / image.Height);
        return factor <= 1
            ? $"{source} pixels"
            : string.Create(CultureInfo.InvariantCulture, $"shown at 1/{factor:0.#}: {new RasterSize(image.Width, image.Height)} of {source} pixels");
    }
}
