namespace Up42.Interactive;

/// <summary>The key of a picture of named classes: those that occur in it, the largest first.</summary>
/// <param name="Rows">The classes.</param>
/// <param name="Others">Those that have no row any more; null where all have one.</param>
internal sealed record ClassKey(IReadOnlyList<ClassKeyRow> Rows, ClassKeyRow? Others)
{
    private const int MaxRows = 12;
    private const int MaxNameLength = 120;
    private const int RowHeight = 22;
    private const int Below = 12;

    /// <summary>Pixels down that it takes in a page.</summary>
    public int Height => (RowHeight * (Rows.Count + (Others is null ? 0 : 1))) + Below;

    /// <summary>Of a picture; null where its colours are not those of classes that have names, or it shows none.</summary>
    public static ClassKey? Create(Picture picture)
    {
        if (!picture.HasNamedClasses || Measure(picture.Image) is not { Count: > 0 } found)
        {
            return null;
        }

        var (image, band) = (picture.Image, picture.Image.Bands[0]);
        var isNear = image.SourceWidth > image.Width || image.SourceHeight > image.Height || image.Origin == PixelOrigin.Overview;
        var (hasPlace, all, colors) = (HasPlace(image), found.Sum(each => each.Size), new ClassColors(band));
        List<ClassKeyRow> rows =
        [
            .. found.OrderByDescending(each => each.Size).ThenBy(each => each.Value).Select(each =>
                new ClassKeyRow(NameOf(each.Value), colors.Of(each.Value) >> 8, each.Size, Text(each.Size))),
        ];
        return Cut(rows, Text);

        string NameOf(double value) => band.ClassAt(value) is >= 0 and var place ? DisplayText.Cut(band.Classes[place].Name, MaxNameLength)
            : NumberText.Format(value, digits: 9);

        // Pixels that were enlarged to be seen are no measure of what they show.
        string Text(double size) => image.Origin == PixelOrigin.Enlarged ? string.Empty
            : $"{(isNear ? "≈ " : string.Empty)}{(hasPlace ? GeometryText.Area(size) : DisplayText.Percent(size / all))}";
    }

    /// <summary>One key for several pictures, whose classes stand in it without their sizes.</summary>
    public static ClassKey Join(IReadOnlyList<ClassKey> keys) => Cut(
        [
            .. keys.SelectMany(key => key.Rows).GroupBy(row => (row.Name, row.Rgb)).OrderByDescending(rows => rows.Sum(row => row.Size))
                .Select(rows => rows.First() with { Text = string.Empty }),
        ],
        _ => string.Empty);

    /// <summary>The key as a table, for pages without scripts and for paper.</summary>
    /// <param name="caption">What it is the key of; empty where that is plain.</param>
    public Html ToHtml(string caption = "") => Html.Format(
        $"""
        <table class="u42-classes">{(caption.Length == 0 ? Html.Empty : Html.Format($"<caption>{caption}</caption>"))}
        <tbody>{Rows.Select(row => row.ToHtml(Swatch(row.Rgb)))}{Others?.ToHtml(Html.Empty) ?? Html.Empty}</tbody></table>

        """);

    private static ClassKey Cut(List<ClassKeyRow> rows, Func<double, string> text)
    {
        var (rest, size) = (rows.Count - MaxRows, rows.Skip(MaxRows).Sum(row => row.Size));
        return new ClassKey([.. rows.Take(MaxRows)], rest <= 0 ? null : new ClassKeyRow($"and {NumberText.Format(rest)} more", 0, size, text(size)));
    }

    private static Html Swatch(uint rgb)
    {
        var picture = new RgbaImage(1, 1, [(byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb, byte.MaxValue]);
        return Html.Format($"""<img src="{DataUri.WebP(picture.ToLosslessWebP())}" alt="" width="14" height="14">""");
    }

    /// <summary>How much of the ground each class covers in square metres, or where there is no place, how many pixels; each with a value of it.</summary>
    private static IReadOnlyList<(double Value, double Size)> Measure(RasterImage image)
    {
        var (band, ground) = (image.Bands[0], HasPlace(image) ? new GroundArea(new RasterSize(image.Width, image.Height), image.Place!, image.Crs!) : null);
        var (sizes, latest, size) = (new Dictionary<double, double>(), double.NaN, 0.0);
        for (var pixel = 0; pixel < image.Width * image.Height; pixel++)
        {
            if (image.ValueAt(0, pixel) is var value && !double.IsNaN(value))
            {
                if (value != latest)
                {
                    Add();
                    (latest, size) = (value, 0);
                }

                size += ground?.OfPixel(pixel % image.Width, pixel / image.Width) ?? 1;
            }
        }

        Add();
        return
        [
            .. sizes.GroupBy(each => band.ClassAt(each.Key) is >= 0 and var place ? (place, 0) : (-1, each.Key))
                .Where(group => group.Key.Item1 < 0 || !band.Classes[group.Key.Item1].IsNoData)
                .Select(group => (group.First().Key, group.Sum(each => each.Value))),
        ];

        void Add()
        {
            if (size > 0)
            {
                sizes[latest] = sizes.GetValueOrDefault(latest) + size;
            }
        }
    }

    private static bool HasPlace(RasterImage image) => image is { Place.Geotransform: not null, Crs: not null };
}
