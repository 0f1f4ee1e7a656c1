using System.Globalization;

namespace Up42.Interactive;

/// <summary>Which bands to show.</summary>
public sealed partial class RasterFile
{
    private static readonly string[] Lights = ["red", "green", "blue"];
    private static readonly string[][] NaturalColors = [["B4", "B3", "B2"], Lights];

    /// <summary>
    /// The numbers of the bands that make a natural picture: red, green and blue by colour interpretation, else by name (B4, B3, B2 or red,
    /// green, blue), else by wavelength, else 1, 2, 3, else 1.
    /// </summary>
    public IReadOnlyList<int> DefaultBands
    {
        get
        {
            if (Bands[0].Color == ColorInterpretation.Palette)
            {
                return [1];
            }

            int?[] byColor = [.. new[] { ColorInterpretation.Red, ColorInterpretation.Green, ColorInterpretation.Blue }
                .Select(color => Bands.FirstOrDefault(band => band.Color == color)?.Number)];
            var byName = NaturalColors.Select(names => names.Select(NumberOf).ToArray());
            var byLight = Lights.Select(light => SpectralBands.Find(Bands, light)).ToArray();
            return byName.Prepend(byColor).Append(byLight).FirstOrDefault(numbers => numbers.All(number => number is not null)) is { } found
                ? [.. found.Select(number => number!.Value)]
                : Bands.Take(3).Count(band => band.Color != ColorInterpretation.Alpha) == 3 ? [1, 2, 3] : [1];
        }
    }

    /// <summary>The number of a band by its name; letter case and leading zeros ("B04") do not matter.</summary>
    /// <param name="name">A name that the file gives a band.</param>
    /// <exception cref="Up42Exception">No band has the name; the message lists the names.</exception>
    public int FindBand(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return NumberOf(name) ?? throw new Up42Exception(Bands.Any(band => band.IsNamed)
            ? $"'{System.IO.Path.GetFileName(Path)}' has no band named '{name}'; it has {string.Join(", ", Bands.Select(band => band.Name))}."
            : $"'{System.IO.Path.GetFileName(Path)}' has no band named '{name}'; its bands have no names, only numbers: {Numbers()}.");
    }

    private RasterBand BandAt(int number)
        => number >= 1 && number <= Bands.Count
            ? Bands[number - 1]
            : throw new Up42Exception(string.Create(
                CultureInfo.InvariantCulture, $"'{System.IO.Path.GetFileName(Path)}' has no band {number}; it has {Numbers()}."));

    private string Numbers()
        => Bands.Count == 1 ? "one band, 1" : string.Create(CultureInfo.InvariantCulture, $"{Bands.Count} bands, 1 to {Bands.Count}");

    private int? NumberOf(string name)
        => Bands.FirstOrDefault(band => band.IsNamed && string.Equals(Plain(band.Name), Plain(name), StringComparison.OrdinalIgnoreCase))?.Number;

    // "B04" and "B4" are the same band of Sentinel-2.
    private static string Plain(string name)
        => name.Length > 2 && name[0] is 'B' or 'b' && name.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0
            ? $"B{int.Parse(name.AsSpan(1), CultureInfo.InvariantCulture)}"
            : name;
}
