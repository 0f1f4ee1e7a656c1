namespace Up42.Interactive;

/// <summary>The classes that one source gives the bands of a raster.</summary>
/// <param name="Each">Those of each band, in order; believed when there is a list for each band.</param>
/// <param name="All">Those of all bands that have none of their own.</param>
internal sealed record KnownClasses(IReadOnlyList<IReadOnlyList<RasterClass>> Each, IReadOnlyList<RasterClass> All)
{
    private const byte Opaque = byte.MaxValue;

    /// <summary>No classes.</summary>
    public static KnownClasses None { get; } = new([], []);

    /// <summary>How many classes there are.</summary>
    public int Count => All.Count + Each.Sum(classes => classes.Count);

    /// <summary>The classes of a band.</summary>
    /// <param name="number">The band's number, from 1.</param>
    /// <param name="bands">How many bands there are.</param>
    public IReadOnlyList<RasterClass> Of(int number, int bands) => Each.Count == bands && Each[number - 1].Count > 0 ? Each[number - 1] : All;

    /// <summary>A class as a source gives it; null where it says nothing of a value.</summary>
    /// <param name="value">Its value, or the first of several.</param>
    /// <param name="lastValue">The last of these.</param>
    /// <param name="name">Its name; empty where it has none.</param>
    /// <param name="color">Its colour as 0xRRGGBBAA; null where it has none.</param>
    public static RasterClass? Create(double value, double lastValue, string? name, uint? color)
    {
        var clean = SingleLine.Format(name ?? string.Empty, Limits.Default.BandNameCharacters);
        return !double.IsFinite(value) || !(lastValue >= value && double.IsFinite(lastValue)) || (clean.Length == 0 && color is null)
            ? null
            : new RasterClass(value, clean.Length > 0 ? clean : NumberText.Format(value)) { LastValue = lastValue, Color = color };
    }

    /// <summary>A colour of four parts from 0 to 255 as 0xRRGGBBAA; null where one is missing or something else.</summary>
    public static uint? Color(double? red, double? green, double? blue, double alpha = Opaque) =>
        new[] { red, green, blue, alpha }.All(part => part is >= 0 and <= Opaque)
            ? (uint)red! << 24 | (uint)green! << 16 | (uint)blue! << 8 | (uint)alpha
            : null;
}
