namespace Up42.Interactive;

/// <summary>Where a picture stands on its axes: the outer edges of its pixels, and what the axes are called.</summary>
/// <param name="Left">The coordinate of the left edge.</param>
/// <param name="Right">The coordinate of the right edge.</param>
/// <param name="Top">The coordinate of the upper edge; below <paramref name="Bottom"/> where rows are counted downwards.</param>
/// <param name="Bottom">The coordinate of the lower edge.</param>
/// <param name="XTitle">The name of the horizontal axis, with its unit.</param>
/// <param name="YTitle">The name of the vertical axis, with its unit.</param>
/// <param name="UnitAspect">How much longer a unit of y is on the ground than one of x.</param>
internal sealed record PlotFrame(double Left, double Right, double Top, double Bottom, string XTitle, string YTitle, double UnitAspect)
{
    // A longer one is a line on the screen, whose labels lie on each other.
    private const double MostAspect = 16;

    /// <summary>Width by height as it should look.</summary>
    public double Aspect => Math.Abs(Right - Left) / (Math.Abs(Top - Bottom) * UnitAspect);

    /// <summary>The unit behind a coordinate in a readout.</summary>
    public required string Unit { get; init; }

    /// <summary>What the coordinates are, in words.</summary>
    public required string Note { get; init; }

    /// <summary>The frame of an image: its coordinates where it has some and lies straight in them, its source's pixels where not.</summary>
    public static PlotFrame Create(RasterImage image)
    {
        if (image is not { IsNorthUp: true, Place: not null, Crs: { } crs, Bounds: { } bounds })
        {
            return new PlotFrame(0, image.SourceWidth, 0, image.SourceHeight, "Column (pixels)", "Row (pixels)", 1)
            {
                Unit = string.Empty,
                Note = image switch
                {
                    { Crs: null } => "no coordinate reference system",
                    { Place: null } => $"has no place in {image.Crs}, shown by pixels",
                    { Place.Geotransform: null } => "shown by pixels",
                    _ => $"rotated in {image.Crs}, shown by pixels",
                },
            };
        }

        var unit = crs.UnitSymbol;
        var (x, y) = crs.IsGeographic ? ("Longitude", "Latitude") : ("Easting", "Northing");
        var unitAspect = crs.IsGeographic ? 1 / Longitudes.Shortening(bounds.Centre.Y) : 1;
        return new PlotFrame(bounds.MinX, bounds.MaxX, bounds.MaxY, bounds.MinY, $"{x} ({unit}) · {crs.Name}", $"{y} ({unit})", unitAspect)
        {
            Unit = crs.UnitSuffix,
            Note = crs.ToString(),
        };
    }

    /// <summary>The frame of a part of a picture of the given size.</summary>
    public PlotFrame Part(ValidBox box, int width, int height)
    {
        var (left, top) = At((double)box.Left / width, (double)box.Top / height);
        var (right, bottom) = At((double)box.Right / width, (double)box.Bottom / height);
        return this with { Left = left, Right = right, Top = top, Bottom = bottom };
    }

    /// <summary>The same frame, of a long strip drawn higher or wider than it is, which its note says.</summary>
    public PlotFrame Shown()
    {
        var aspect = Math.Clamp(Aspect, 1 / MostAspect, MostAspect);
        var times = Math.Max(Aspect / aspect, aspect / Aspect);
        return times <= 1 ? this : this with
        {
            UnitAspect = UnitAspect * Aspect / aspect,
            Note = $"{Note}, drawn {NumberText.Format(times, digits: 2, grouped: true)} times as {(Aspect > aspect ? "high" : "wide")} as it is",
        };
    }

    /// <summary>The coordinates of a place in the picture, given as parts of its width and height from its upper left corner.</summary>
    public (double X, double Y) At(double across, double down) => (Left + (across * (Right - Left)), Top + (down * (Bottom - Top)));
}
