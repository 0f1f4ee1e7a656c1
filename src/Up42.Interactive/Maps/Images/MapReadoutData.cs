using System.Text.Json.Serialization;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>What the pointer reads on a map: the pixels of an image, and which of them lies where.</summary>
/// <param name="Cells">Cells along each side of a grid that lies evenly over the picture in EPSG:3857.</param>
/// <param name="Places">The image's columns, then its rows, at the corners of the cells from the north-west; null where there are none.</param>
/// <param name="Bent">Cells, counted row by row, that a place cannot be interpolated in.</param>
/// <param name="Pixels">The values.</param>
internal sealed record MapReadoutData(
    int Cells,
    [property: JsonConverter(typeof(PixelPlacesConverter))] IReadOnlyList<double[]> Places,
    IReadOnlyList<int> Bent,
    PixelValuesData Pixels)
{
    private const int FirstCells = 4;
    private const int MaxCells = 64;
    private const double Tolerance = 0.01;
    private const double MaxError = 0.5;
    private const double Inset = 1e-6;

    /// <summary>The values of an image.</summary>
    /// <param name="image">The image, in physical values.</param>
    /// <param name="formula">What its values were computed by; null where they were read.</param>
    /// <param name="bounds">The picture's box on the map, in EPSG:3857.</param>
    /// <param name="corners">Corners that the image is pinned to; null: its own place.</param>
    /// <param name="maxBytes">Bytes that the values may take.</param>
    public static MapReadoutData Create(RasterImage image, string? formula, Envelope bounds, CornerPinTransform? corners, int maxBytes)
    {
        for (var cells = FirstCells; ; cells *= 2)
        {
            var (x, y) = Locate(cells + 1, i => (double)i / cells);
            var (middleX, middleY) = Locate(cells, i => (i + 0.5) / cells);
            double[] errors = [.. Enumerable.Range(0, cells * cells).Select(cell => Math.Max(Error(x, middleX, cell), Error(y, middleY, cell)))];
            if (cells == MaxCells || errors.All(error => error <= Tolerance))
            {
                int[] bent = [.. errors.Index().Where(error => !(error.Item <= MaxError)).Select(error => error.Index)];
                return new MapReadoutData(cells, [x, y], bent, PixelValuesData.Pack(image, formula, maxBytes));
            }

            double Error(double[] nodes, double[] middles, int cell)
            {
                var corner = (cell / cells * (cells + 1)) + (cell % cells);
                return Math.Abs(((nodes[corner] + nodes[corner + 1] + nodes[corner + cells + 1] + nodes[corner + cells + 2]) / 4) - middles[cell]);
            }
        }

        (double[] X, double[] Y) Locate(int count, Func<int, double> part)
        {
            var (x, y) = (new double[count * count], new double[count * count]);
            for (var i = 0; i < x.Length; i++)
            {
                // A little inside, since at its eastern edge an image round the Earth begins anew.
                var (across, down) = (Math.Clamp(part(i % count), Inset, 1 - Inset), Math.Clamp(part(i / count), Inset, 1 - Inset));
                (x[i], y[i]) = (bounds.MinX + (across * bounds.Width), bounds.MaxY - (down * bounds.Height));
            }

            image.LocateWebMercator(x, y, corners);
            return (x, y);
        }
    }
}
