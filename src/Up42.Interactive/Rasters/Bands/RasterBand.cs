namespace Up42.Interactive;

/// <summary>A band of a raster.</summary>
/// <param name="Number">Its number; the first is 1.</param>
/// <param name="Name">Its name in the file, else the one that the results' <c>data.json</c> gives it, else "Band 1".</param>
/// <param name="Type">The data type of its pixels.</param>
/// <param name="Color">What it stands for in a picture.</param>
/// <param name="NoData">The value that stands for no data; null where there is none.</param>
/// <param name="Scale">With <paramref name="Offset"/>: the physical value is pixel × scale + offset; null where the file says nothing.</param>
/// <param name="Offset">See <paramref name="Scale"/>.</param>
/// <param name="Unit">The unit of the physical value; null where the file says nothing.</param>
public sealed record RasterBand(
    int Number, string Name, PixelType Type, ColorInterpretation Color, double? NoData, double? Scale, double? Offset, string? Unit)
{
    private const int ShownClasses = 6;

    private static readonly Lazy<ClassLookup> NoLookup = new(ClassLookup.Empty);

    // Of thousands of bands few are looked at.
    private readonly Lazy<ClassLookup> _lookup = NoLookup;

    /// <summary>True when the file, or the results' <c>data.json</c>, gives the band a name.</summary>
    public bool IsNamed { get; init; }

    /// <summary>The middle of its spectral range in nanometres; null where neither the file's tags nor its name say it.</summary>
    public double? Wavelength { get; init; }

    /// <summary>STAC's common name of its spectral range, where the file has it as a tag: "red", "nir"; null where it has not.</summary>
    public string? CommonName { get; init; }

    /// <summary>The colours of a palette as 0xRRGGBBAA, by pixel value; empty where there is none.</summary>
    public IReadOnlyList<uint> Palette { get; init; } = [];

    /// <summary>
    /// What the values stand for, of classes that have names; empty where nothing gives any. Names come from the first of these that has some: the raster
    /// attribute table, then the category names, of the <c>.aux.xml</c> beside the file, then STAC's <c>classification:classes</c> of the band, then of
    /// the asset, in the results' <c>data.json</c>.
    /// </summary>
    public IReadOnlyList<RasterClass> Classes
    {
        get;
        init => (field, _lookup) = (value, value.Count == 0 ? NoLookup : new Lazy<ClassLookup>(() => ClassLookup.Create(value)));
    } = [];

    /// <summary>The data type in the file, where <see cref="Type"/> is that of physical values.</summary>
    internal PixelType StoredType
    {
        get => field == PixelType.Unknown ? Type : field;
        init;
    }

    /// <summary>What physical values of whole numbers are multiples of, from the offset on; null where the file holds others.</summary>
    internal double? Quantum => StoredType.IsInteger() ? Math.Abs(StoredFactor) : null;

    /// <summary>True for 8-bit pixels from 0 to 255, which pictures show as they are.</summary>
    public bool IsByte => Type == PixelType.UInt8;

    /// <summary>True where physical values differ from stored ones. A scale of 0, or what is not finite, says nothing and is left out.</summary>
    public bool IsScaled => (Factor, Shift) is not (1, 0);

    /// <summary>The scale of the file, where the band is that of physical values.</summary>
    private double StoredFactor
    {
        get => field == 0 ? Factor : field;
        init;
    }

    /// <summary>The unit behind a physical value, with the space between; empty where there is none.</summary>
    internal string UnitSuffix => Unit is { } unit ? $" {unit}" : string.Empty;

    /// <summary>The classes in words: "6 classes: Water, Forest, Wetland and 3 more"; null where they have no names.</summary>
    internal string? ClassesText => Classes.Count == 0 ? null
        : $"{DisplayText.Count(Classes.Count, "class")}: {string.Join(", ", Classes.Take(ShownClasses).Select(each => each.Name))}"
            + (Classes.Count > ShownClasses ? $" and {NumberText.Format(Classes.Count - ShownClasses)} more" : string.Empty);

    /// <summary>What a stored value is multiplied by; 1 where nothing is said.</summary>
    internal double Factor => Scale is { } scale && double.IsFinite(scale) && scale != 0 ? scale : 1;

    /// <summary>The place of a stored value's class in <see cref="Classes"/>; -1 where it has none.</summary>
    internal int ClassAt(double value) => _lookup.Value.Find(value);

    private double Shift => Offset is { } offset && double.IsFinite(offset) ? offset : 0;

    /// <summary>A stored value as a physical one.</summary>
    /// <param name="stored">The value as <see cref="RasterImage.Values"/> has it after <see cref="RasterFile.Read"/>.</param>
    public double ToPhysical(double stored) => IsScaled ? (stored * Factor) + Shift : stored;

    /// <summary>The band as its physical values are: floating point, with nothing left to scale.</summary>
    internal RasterBand ToPhysical() => IsScaled
        ? this with { Type = PixelType.Float64, StoredType = StoredType, StoredFactor = StoredFactor, Scale = null, Offset = null, NoData = null, Classes = [] }
        : this;

    /// <summary>Stored values as physical ones.</summary>
    internal double[] ToPhysical(double[] stored)
    {
        if (!IsScaled)
        {
            return stored;
        }

        var (factor, shift) = (Factor, Shift);
        var physical = new double[stored.Length];
        for (var i = 0; i < stored.Length; i++)
        {
            physical[i] = (stored[i] * factor) + shift;
        }

        return physical;
    }
}
