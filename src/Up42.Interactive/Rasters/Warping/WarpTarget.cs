using System.Globalization;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>Where and how large a warped image becomes: north up, with square pixels as fine as the image's, or as the size allows.</summary>
internal sealed record WarpTarget(Envelope Bounds, RasterSize Size)
{
    /// <summary>The place of the warped image.</summary>
    internal Geotransform Geotransform => new(Bounds.MinX, Bounds.Width / Size.Width, 0, Bounds.MaxY, 0, -Bounds.Height / Size.Height);

    /// <summary>The width of a pixel.</summary>
    internal double PixelSize => Bounds.Width / Size.Width;

    /// <param name="bounds">The box in the target's coordinates.</param>
    /// <param name="width">Columns of the image.</param>
    /// <param name="height">Rows of the image.</param>
    /// <param name="maxSize">Pixels on the longer side at most.</param>
    internal static WarpTarget Fit(Envelope bounds, int width, int height, int maxSize)
    {
        var resolution = Math.Max(Math.Min(bounds.Width / width, bounds.Height / height), Math.Max(bounds.Width, bounds.Height) / maxSize);
        return new WarpTarget(bounds, new RasterSize(Pixels(bounds.Width), Pixels(bounds.Height)));

        int Pixels(double length) => Math.Clamp((int)Math.Round(length / resolution), 1, maxSize);
    }

    /// <summary>The arguments of gdalwarp, by nearest neighbour.</summary>
    /// <param name="crs">The target as gdalwarp takes it.</param>
    internal IEnumerable<string> ToArguments(string crs) =>
    [
        "-t_srs", crs, "-srcalpha", "-dstalpha", "-r", "near", "-multi", "-wo", "NUM_THREADS=ALL_CPUS",
        "-te", Text(Bounds.MinX), Text(Bounds.MinY), Text(Bounds.MaxX), Text(Bounds.MaxY),
        "-ts", Text(Size.Width), Text(Size.Height),
    ];

    /// <summary>The arguments of gdalwarp for one band in which NaN stands for no data.</summary>
    /// <param name="crs">The target as gdalwarp takes it.</param>
    /// <param name="method">How.</param>
    /// <param name="scale">
    /// Pixels of the target for one of the source along x and y, which says how far the method looks around: else GDAL measures it on each part by itself,
    /// and parts do not fit together.
    /// </param>
    internal IEnumerable<string> ToArguments(string crs, Resampling method, (double X, double Y) scale) =>
    [
        "-wo", $"XSCALE={Text(scale.X)}", "-wo", $"YSCALE={Text(scale.Y)}",
        "-t_srs", crs, "-et", "0.01", "-srcnodata", "nan", "-dstnodata", "nan",
        "-r", method == Resampling.Nearest ? "near" : method.ToString().ToLowerInvariant(),
        "-te", Text(Bounds.MinX), Text(Bounds.MinY), Text(Bounds.MaxX), Text(Bounds.MaxY),
        "-ts", Text(Size.Width), Text(Size.Height),
    ];

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
