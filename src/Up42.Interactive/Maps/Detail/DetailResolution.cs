using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>How fine a raster is on the map.</summary>
internal static class DetailResolution
{
    private const int Places = 5;

    /// <summary>What a level 0 may have more pixels than the raster: where a projection bends much, the finest place does not decide for all.</summary>
    private const double MaxPixels = 4;

    /// <summary>The side, in EPSG:3857, of the finest pixels of a raster.</summary>
    /// <param name="source">The raster.</param>
    /// <param name="bounds">Its box.</param>
    public static double Measure(DetailSource source, Envelope bounds)
    {
        // A thousandth of the box east and south of some places.
        var step = Math.Min(bounds.Width, bounds.Height) / 1000;
        (double X, double Y)[] places =
        [
            .. from row in Enumerable.Range(0, Places)
               from column in Enumerable.Range(0, Places)
               select (bounds.MinX + ((column + 0.5) * bounds.Width / Places), bounds.MaxY - ((row + 0.5) * bounds.Height / Places)),
        ];
        double[] x = [.. places.SelectMany(place => new[] { place.X, place.X + step, place.X })];
        double[] y = [.. places.SelectMany(place => new[] { place.Y, place.Y, place.Y - step })];
        source.Locate(x, y);
        var finest = Enumerable.Range(0, places.Length)
            .Select(i => (At: 3 * i, East: Distance(3 * i, (3 * i) + 1), South: Distance(3 * i, (3 * i) + 2)))
            .Where(place => x[place.At] >= 0 && x[place.At] < source.Size.Width && y[place.At] >= 0 && y[place.At] < source.Size.Height)
            .Select(place => step / Math.Max(place.East, place.South))
            .Where(double.IsFinite)
            .DefaultIfEmpty(bounds.Width / source.Size.Width)
            .Min();
        return Math.Max(finest, Math.Sqrt(bounds.Width * bounds.Height / (MaxPixels * source.Size.Width * source.Size.Height)));

        double Distance(int from, int to) => Math.Sqrt(((x[to] - x[from]) * (x[to] - x[from])) + ((y[to] - y[from]) * (y[to] - y[from])));
    }
}
