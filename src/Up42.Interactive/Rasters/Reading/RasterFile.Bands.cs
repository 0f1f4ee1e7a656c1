using System.Globalization;

namespace Up42.Interactive;

/// <summary>Which bands to show.</summary>
public sealed partial class RasterFile
{
    private static readonly string[] NaturalColors = ["red", "green", "blue"];

    /// <summary>
    /// The numbers of the bands that make a natural picture: red, green and blue by colour interpretation, else by wavelength, by common name, by
    /// the bands' names, by the numbers of the sensor that tags, the file's name or the way of numbering tell, else 1, 2, 3, else 1.
    /// </summary>
    public IReadOnlyList<int> DefaultBands => Natural.Numbers;

    /// <summary>The bands of a natural picture and how they were found; null where the file says it by colour interpretation, or there is no choice.</summary>
    internal (IReadOnlyList<int> Numbers, string? Source) Natural
    {
        get
        {
            if (Bands[0].Color == ColorInterpretation.Palette)
            {
                return ([1], null);
            }

            int?[] byColor = [.. new[] { ColorInterpretation.Red, ColorInterpretation.Green, ColorInterpretation.Blue }
                .Select(color => Bands.FirstOrDefault(band => band.Color == color)?.Number)];
            if (byColor.All(number => number is not null))
            {
                return ([.. byColor.Select(number => number!.Value)], null);
            }

            var found = NaturalColors.Select(light => SpectralBands.Find(Bands, light, Sensor)).ToList();
            return found.All(band => band is not null)
                ? ([.. found.Select(band => band!.Value.Number)], string.Join(" and ", found.Select(band => band!.Value.Source).Distinct()))
                : Bands.Take(3).Count(band => band.Color != ColorInterpretation.Alpha) == 3 ? ([1, 2, 3], "the first three: the file names no colours")
                : ([1], null);
        }
    }

    /// <summary>The number of a band by its name; letter case and leading zeros ("B04") do not matter.</summary>
    /// <param name="name">A name that the file gives a band.</param>
    /// <exception cref="Up42Exception">No band has the name; the message lists the names.</exception>
    public int FindBand(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return FindBand(name, []);
    }

    /// <summary>As the other.</summary>
    /// <param name="name">A name.</param>
    /// <param name="otherNames">What else may have been meant, for the message.</param>
    internal int FindBand(string name, IEnumerable<string> otherNames) =>
        BandLookup.Find(Bands, name) ?? SpectralBands.Find(Bands, name, Sensor)?.Number ?? throw new Up42Exception((Bands.Any(band => band.IsNamed)
            ? $"'{System.IO.Path.GetFileName(Path)}' has no band named '{name}'; it has {string.Join(", ", Bands.Select(band => band.Name))}."
            : $"'{System.IO.Path.GetFileName(Path)}' has no band named '{name}'; its bands have no names, only numbers: {Numbers()}.")
            + NameSuggestion.Sentence(name, Bands.Where(band => band.IsNamed).Select(band => band.Name).Concat(otherNames)));

    /// <summary>The numbers of bands given by number or name.</summary>
    /// <exception cref="Up42Exception">The raster has no band of a name; the message lists the names.</exception>
    internal IReadOnlyList<int> NumbersOf(BandList bands) => [.. bands.Select(band => band.Number ?? FindBand(band.Name!))];

    private RasterBand BandAt(int number)
        => number >= 1 && number <= Bands.Count
            ? Bands[number - 1]
            : throw new Up42Exception(string.Create(
                CultureInfo.InvariantCulture, $"'{System.IO.Path.GetFileName(Path)}' has no band {number}; it has {Numbers()}."));

    private string Numbers()
        => Bands.Count == 1 ? "one band, 1" : string.Create(CultureInfo.InvariantCulture, $"{Bands.Count} bands, 1 to {Bands.Count}");
}
