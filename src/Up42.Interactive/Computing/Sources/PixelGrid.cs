namespace Up42.Interactive;

/// <summary>Where pixels lie: how many there are, from where, in which coordinates.</summary>
/// <param name="Size">Columns and rows.</param>
/// <param name="Place">Where they lie; null where that is unknown.</param>
/// <param name="Crs">The coordinate reference system; null where it is unknown.</param>
internal sealed record PixelGrid(RasterSize Size, RasterPlace? Place, RasterCrs? Crs)
{
    private const double Tolerance = 1e-3;

    /// <summary>All of it, pixel by pixel.</summary>
    public RasterWindow Whole => new(0, 0, Size.Width, Size.Height);

    /// <summary>The grid in words, for errors: size, pixel, upper left corner, coordinate reference system.</summary>
    public override string ToString() => Place?.Geotransform is { } place
        ? SingleLine.Format($"{Size} pixels of {Number(place.PixelWidth)} × {Number(place.PixelHeight)}{Crs?.UnitSuffix} "
            + $"from {Number(place.X)}, {Number(place.Y)} in {Crs?.ToString() ?? "no CRS"}")
        : SingleLine.Format($"{Size} pixels in {Crs?.ToString() ?? "no CRS"}");

    /// <summary>Whether the pixels of another lie upon these, to a thousandth of a pixel.</summary>
    public bool Matches(PixelGrid other)
    {
        if (Size != other.Size || !IsSameCrs(other) || (Place is null) != (other.Place is null))
        {
            return false;
        }

        if (Place is null)
        {
            return true;
        }

        // The corners of one, in pixels of the other.
        double[] x = [0, Size.Width, 0, Size.Width], y = [0, 0, Size.Height, Size.Height];
        var (columns, rows) = (x.ToArray(), y.ToArray());
        other.Place!.ToCoordinates(columns, rows);
        Place.ToPixels(columns, rows);
        return Enumerable.Range(0, 4).All(i => Math.Abs(columns[i] - x[i]) < Tolerance && Math.Abs(rows[i] - y[i]) < Tolerance);
    }

    /// <summary>The grid of a part.</summary>
    public PixelGrid Part(RasterWindow window) =>
        this with { Size = new RasterSize(window.Width, window.Height), Place = Place?.Moved(window.Column, window.Row) };

    /// <summary>Where the pixels of a request lie.</summary>
    public RasterPlace? PlaceOf(ReadRequest request) => Place?.Moved(request.Window.Column, request.Window.Row)
        .Resized(request.Window.Width, request.Window.Height, request.Size.Width, request.Size.Height);

    /// <summary>The place, by numbers.</summary>
    /// <exception cref="Up42Exception">There is none.</exception>
    public (Geotransform Geotransform, RasterCrs Crs) Require(string purpose) => (Place?.Geotransform, Crs) is ({ } geotransform, { } crs)
        ? (geotransform, crs)
        : throw new Up42Exception($"{purpose} needs a raster with a place: {this} has no geotransform or no coordinate reference system.");

    /// <summary>How large the pixels are on Earth.</summary>
    /// <exception cref="Up42Exception">They have no place there.</exception>
    public GroundArea ToGround() => new(Size, Place!, Require("An area in square kilometres").Crs);

    private bool IsSameCrs(PixelGrid other) =>
        Crs is null || other.Crs is null ? Crs == other.Crs : (Crs.Epsg is not null && Crs.Epsg == other.Crs.Epsg) || Crs.Wkt == other.Crs.Wkt;

    private static string Number(double value) => NumberText.Format(value, digits: 9);
}
