using System.Globalization;

namespace Up42.Interactive;

/// <summary>What a caption says of a picture: its bands, its stretch, its reduction.</summary>
internal static class PictureCaption
{
    /// <summary>The notes, one for each fact.</summary>
    /// <param name="picture">What was read and painted.</param>
    public static IReadOnlyList<string> Of(Picture picture) =>
        [.. picture.Image.Damage is { } damage ? [damage] : Array.Empty<string>(), picture.Formula ?? Bands(picture.Image), Ranges(picture), Size(picture.Image)];

    private static string Bands(RasterImage image) => image.Bands.Count == 1
        ? $"band {Label(image.Bands[0])}"
        : $"bands {string.Join(", ", image.Bands.Zip(["red", "green", "blue"], (band, color) => $"{Label(band, color)} ({color})"))}";

    /// <summary>"4", or with a name that says more than its colour "4 B08".</summary>
    private static string Label(RasterBand band, string color = "") => string.Create(
        CultureInfo.InvariantCulture,
        $"{band.Number}{(band.IsNamed && !band.Name.Equals(color, StringComparison.OrdinalIgnoreCase) ? $" {band.Name}" : string.Empty)}");

    private static string Ranges(Picture picture)
    {
        var ranges = picture.Colors.Ranges;
        if (ranges.Count == 0)
        {
            return "in the colours of its palette";
        }

        return picture switch
        {
            { Scale: { } scale } => $"{scale} from {Number(ranges[0].Minimum)} to {Number(ranges[0].Maximum)}{Unit(picture.Image.Bands[0])}{Gamma(picture)}",
            { Gamma: 1 } when ranges.All(range => range is { Band.IsByte: true, Minimum: 0, Maximum: 255 }) => "8-bit values as they are",
            _ => $"stretched from {string.Join(", ", ranges.Select(Range).Distinct())}{Gamma(picture)}",
        };
    }

    private static string Unit(RasterBand band) => band.Unit is { } unit ? $" {unit}" : string.Empty;

    private static string Gamma(Picture picture) => picture.Gamma == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", gamma {picture.Gamma:0.##}");

    private static string Range(StretchRange range) => $"{Number(range.Minimum)}–{Number(range.Maximum)}";

    internal static string Number(double value) => Math.Abs(value) >= 100
        ? value.ToString("#,0", CultureInfo.InvariantCulture)
        : value.ToString(Math.Abs(value) is > 0 and < 0.01 ? "G3" : "0.####", CultureInfo.InvariantCulture);

    private static string Size(RasterImage image)
    {
        var source = new RasterSize(image.SourceWidth, image.SourceHeight);
        var factor = Math.Max((double)source.Width / image.Width, (double)source.Height / image.Height);
        return factor <= 1
            ? $"{source} pixels"
            : string.Create(CultureInfo.InvariantCulture, $"shown at 1/{factor:0.#}: {new RasterSize(image.Width, image.Height)} of {source} pixels");
    }
}
