namespace Up42.Interactive;

/// <summary>One raster of a plot, ready to show: its picture, where it stands, its values, and what to say about it.</summary>
internal sealed record BandPanel
{
    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>Bands, stretch, reduction and coordinate reference system, in words.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The bands' labels, as in <see cref="Values"/>.</summary>
    public required IReadOnlyList<string> Bands { get; init; }

    /// <summary>The picture as WebP.</summary>
    public required byte[] Picture { get; init; }

    /// <summary>The picture's columns.</summary>
    public required int Width { get; init; }

    /// <summary>Where the picture stands.</summary>
    public required PlotFrame Frame { get; init; }

    /// <summary>What the pointer reads.</summary>
    public required ValueGrid Values { get; init; }

    /// <summary>What the picture shows, for who can not see it.</summary>
    public string Alt => $"Picture of {Title}: {string.Join("; ", Notes)}";

    /// <summary>The picture as an address.</summary>
    public string Source => $"data:image/webp;base64,{Convert.ToBase64String(Picture)}";

    /// <summary>Reads, stretches and encodes a raster.</summary>
    /// <param name="raster">The raster.</param>
    /// <param name="title">The heading.</param>
    /// <param name="bands">Bands by number or name; null: the raster's own choice.</param>
    /// <param name="stretch">How values become colours.</param>
    /// <param name="budget">What it may cost.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static BandPanel Of(
        RasterFile raster, string title, BandList? bands, Stretch stretch, PanelBudget budget, CancellationToken cancellationToken)
    {
        var image = raster.Preview(budget.PictureSize, bands?.NumbersIn(raster), cancellationToken);
        var whole = stretch.Apply(image);
        var picture = whole.CropToValid() ?? whole;
        var frame = PlotFrame.Of(image);
        return new BandPanel
        {
            Title = title,
            Notes = [.. PictureNotes.Of(image, whole), .. Cropped(whole, picture), frame.Note],
            Bands = [.. image.Bands.Select(band => band.Name)],
            Picture = DisplayPicture.Encode(picture, budget.PictureBytes),
            Width = picture.Width,
            Frame = ValidBox.Of(whole) is { } box ? frame.Part(box, whole.Width, whole.Height) : frame,
            Values = ValueGrid.Of(image, frame, budget.GridSize),
        };
    }

    private static IEnumerable<string> Cropped(RgbaImage whole, RgbaImage picture) => whole.CropToValid() is null
        ? ["no data in it"]
        : (long)picture.Width * picture.Height < 0.98 * whole.Width * whole.Height
            ? [$"data in {new RasterSize(picture.Width, picture.Height)} of {new RasterSize(whole.Width, whole.Height)}"]
            : [];
}
