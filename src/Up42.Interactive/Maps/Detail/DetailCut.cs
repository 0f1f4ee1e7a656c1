namespace Up42.Interactive;

/// <summary>What a file carries of an image's levels: the finest within the area of interest, and from which on they are whole.</summary>
/// <param name="pixelSize">The side of a pixel of level 0.</param>
/// <param name="inside">The bytes of each level's tiles that touch the area of interest.</param>
/// <param name="outside">Those of the others.</param>
internal sealed class DetailCut(double pixelSize, IReadOnlyList<double> inside, IReadOnlyList<double> outside)
{
    private readonly bool _hasArea = inside.Sum() > 0;

    /// <summary>The finest level that the file carries anything of; the number of levels where it carries nothing.</summary>
    public int Finest { get; private set; }

    /// <summary>The finest level that it carries all of.</summary>
    public int Whole { get; private set; }

    /// <summary>The bytes of what it carries.</summary>
    public double Bytes => inside.Skip(Finest).Sum() + outside.Skip(Whole).Sum();

    /// <summary>The bytes of all levels.</summary>
    public double AllBytes => inside.Sum() + outside.Sum();

    /// <summary>Leaves out what is finest, of any of some images, until they fit: first what lies outside of the area of interest.</summary>
    public static void Fit(IReadOnlyList<DetailCut> images, double bytes)
    {
        while (images.Sum(image => image.Bytes) > bytes)
        {
            if (images.Where(image => image.Whole < image.Levels).MinBy(image => image.SizeOf(image.Whole)) is { } whole)
            {
                whole.Whole++;
                whole.Finest = whole._hasArea ? whole.Finest : whole.Whole;
            }
            else if (images.Where(image => image.Finest < image.Levels).MinBy(image => image.SizeOf(image.Finest)) is { } finest)
            {
                finest.Finest++;
            }
            else
            {
                return;
            }
        }
    }

    private int Levels => inside.Count;

    private double SizeOf(int level) => pixelSize * Math.Pow(2, level);
}
