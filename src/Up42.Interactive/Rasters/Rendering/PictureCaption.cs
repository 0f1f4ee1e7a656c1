using System.Globalization;

namespace Up42.Interactive;

/// <summary>What a caption says of a picture: its bands, its stretch, its reduction.</summary>
internal static class PictureCaption
{
    /// <summary>The notes, one for each fact.</summary>
    /// <param name="picture">What was read and painted.</param>
    public static IReadOnlyList<string> Describe(Picture picture) =>
    [
        .. picture.Image.Damage is { } damage ? [damage] : Array.Empty<string>(),
        picture.Formula ?? Bands(picture.Image),
        Ranges(picture),
        .. picture.Usual is { } usual ? [$"most values from {From(usual)} to {To(usual)}"] : Array.Empty<string>(),
        Size(picture.Image),
        .. picture.Image.Remarks,
        .. Opacity(picture.Image),
    ];

    private static string Bands(RasterImage image)
    {
        var found = image.BandSource is { } source ? $", {source}" : string.Empty;
        return image.Bands.Count == 1
            ? $"band {Label(image.Bands[0])}{found}"
            : $"bands {string.Join(", ", image.Bands.Zip(["red", "green", "blue"], (band, color) => $"{Label(band, color)} ({color})"))}{found}";
    }

    /// <summary>"4", or with a name that says more than its colour "4 B08".</summary>
    private static string Label(RasterBand band, string color = "") => string.Create(
        CultureInfo.InvariantCulture,
        $"{band.Number}{(band.IsNamed && !band.Name.Equals(color, StringComparison.OrdinalIgnoreCase) ? $" {band.Name}" : string.Empty)}");

    private static string Ranges(Picture picture)
    {
        var ranges = picture.Colors.Ranges;
        if (ranges.Count == 0)
        {
            return picture.Image.Bands[0].Palette.Count > 0 ? "in the colours of its palette" : "in colours of its classes";
        }

        return picture switch
        {
            { Scale: { } scale } =>
                $"{scale} from {From(ranges[0])} to {To(ranges[0])}{picture.Image.Bands[0].UnitSuffix}{Middle(picture)}{Gamma(picture)}",
            { Gamma: 1 } when ranges.All(range => range is { Band.IsByte: true, Minimum: 0, Maximum: 255 }) => "8-bit values as they are",
            _ => $"stretched from {string.Join(", ", ranges.Select(range => NumberText.Range(range.Minimum, range.Maximum)).Distinct())}{Gamma(picture)}",
        };
    }

    private static string From(StretchRange range) => Number(range, range.Minimum);

    private static string To(StretchRange range) => Number(range, range.Maximum);

    private static string Number(StretchRange range, double value) =>
        NumberText.Format(value, NumberText.DigitsFor(range.Minimum, range.Maximum), grouped: true);

    private static string Middle(Picture picture) =>
        picture.Bar?.Center is { } center ? $" around {Number(picture.Colors.Ranges[0], center)}" : string.Empty;

    private static string Gamma(Picture picture) => picture.Gamma == 1 ? string.Empty : $", gamma {NumberText.Format(picture.Gamma, digits: 3)}";

    private static string Size(RasterImage image)
    {
        var source = new RasterSize(image.SourceWidth, image.SourceHeight);
        var factor = Math.Max((double)source.Width / image.Width, (double)source.Height / image.Height);
        var origin = image.Origin == PixelOrigin.Overview ? ", from overviews, whose values are near (≈) the file's" : string.Empty;
        var size = new RasterSize(image.Width, image.Height);
        return factor <= 1 ? $"{source} pixels{origin}"
            : factor < 2 ? $"shown as {size} of {source} pixels{origin}"
            : string.Create(CultureInfo.InvariantCulture, $"shown at 1/{factor:0.#}: {size} of {source} pixels{origin}");
    }

    private static IEnumerable<string> Opacity(RasterImage image) => RgbaRenderer.Opaque(image) is > 0 and < byte.MaxValue
        ? ["its alpha band stays below its type's largest value; the largest it has is taken for opaque"]
        : [];
}
