namespace Up42.Interactive;

/// <summary>One raster of a plot, ready to show: its picture, where it stands, its values, and what to say about it.</summary>
internal sealed record BandPanel
{
    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>Bands, stretch, reduction and coordinate reference system, in words.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The bands' labels, as in <see cref="Readout"/>.</summary>
    public required IReadOnlyList<string> Bands { get; init; }

    /// <summary>The picture as WebP.</summary>
    public required byte[] Picture { get; init; }

    /// <summary>The picture without loss.</summary>
    public required RgbaImage Pixels { get; init; }

    /// <summary>Where the picture stands.</summary>
    public required PlotFrame Frame { get; init; }

    /// <summary>What the pointer reads in a chart of Plotly's own.</summary>
    public required PlotReadout Readout { get; init; }

    /// <summary>What the pointer reads in the page.</summary>
    public required PixelValuesData Values { get; init; }

    /// <summary>Where the pixels of <see cref="Values"/> stand.</summary>
    public required PlotFrame ValuesFrame { get; init; }

    /// <summary>What the picture shows, for those who cannot see it.</summary>
    public string Alt => $"Picture of {Title}: {string.Join("; ", Notes)}";

    /// <summary>The picture as an address.</summary>
    public string Source => DataUri.WebP(Picture);

    /// <summary>The key of one band's colours; null where the colours are bands' own.</summary>
    public ColorBar? Bar { get; init; }

    /// <summary>The key of classes that have names; null where they have none.</summary>
    public ClassKey? Classes { get; init; }

    /// <summary>What the page needs to stretch the colours anew; null where they are not along a scale.</summary>
    public StretchedColors? Stretched { get; init; }

    /// <summary>Crops and encodes a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="title">The heading.</param>
    /// <param name="budget">What it may cost.</param>
    public static BandPanel Create(Picture picture, string title, PanelBudget budget)
    {
        var (image, whole) = (picture.Image, picture.Colors);
        var cropped = image.Damage is null ? whole.CropToValid() ?? whole : whole;
        var frame = PlotFrame.Create(image);
        var shownFrame = (cropped != whole && ValidBox.Measure(whole) is { } box ? frame.Part(box, whole.Width, whole.Height) : frame).Shown();
        var encoded = DisplayPicture.Encode(cropped, budget.PictureBytes, out var shown);
        return new BandPanel
        {
            Title = title,
            Notes = [.. PictureCaption.Describe(picture), .. Cropped(whole, cropped), .. Smaller(cropped, shown), shownFrame.Note],
            Bands = [.. image.Bands.Select(band => band.Name)],
            Picture = encoded,
            Pixels = cropped,
            Frame = shownFrame,
            Readout = PlotReadout.Sample(image, frame, budget.GridSize),
            Values = PixelValuesData.Pack(image, picture.Formula, budget.ValuesFor(encoded.Length)),
            ValuesFrame = frame,
            Bar = picture.Bar,
            Classes = ClassKey.Create(picture),
            Stretched = StretchedColors.Create(picture),
        };
    }

    private static IEnumerable<string> Smaller(RgbaImage picture, RgbaImage shown) => shown == picture
        ? []
        : [$"picture reduced to {new RasterSize(shown.Width, shown.Height)}, since it is mostly noise"];

    private static IEnumerable<string> Cropped(RgbaImage whole, RgbaImage cropped) => ValidBox.Measure(whole) is null
        ? ["no data in it"]
        : (long)cropped.Width * cropped.Height < 0.8 * whole.Width * whole.Height
            ? [$"data in {new RasterSize(cropped.Width, cropped.Height)} of {new RasterSize(whole.Width, whole.Height)}"]
            : [];
}
