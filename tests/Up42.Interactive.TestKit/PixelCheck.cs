using System.Globalization;

namespace Up42.Interactive.TestKit;

/// <summary>
/// Compares what is painted with what GDAL's tools read. Places are taken where a small neighbourhood is nearly even, so that neither the
/// picture's lossy encoding nor half a pixel of resampling decides the outcome.
/// </summary>
public sealed class PixelCheck
{
    private const int Tolerance = 8;
    private const int Evenness = 10;

    private readonly string _path;
    private readonly RawImage _image;
    private readonly double[] _geotransform;
    private readonly Func<int, int, double[]?> _expected;

    /// <summary>Reads the raster by GDAL's tools.</summary>
    /// <param name="path">The raster.</param>
    /// <param name="expected">The colour of a pixel by column and row; null where there is no data.</param>
    public PixelCheck(string path, Func<RawImage, int, int, double[]?> expected)
    {
        _path = path;
        _image = RawImage.Read(path);
        _expected = (column, row) => expected(_image, column, row);
        _geotransform = [.. System.Text.Json.JsonDocument.Parse(Tool.Run("gdalinfo", "-json", path)).RootElement
            .GetProperty("geoTransform").EnumerateArray().Select(number => number.GetDouble())];
    }

    /// <summary>Pixels spread over the image whose neighbourhood of so many pixels is valid and nearly even.</summary>
    /// <param name="radius">How far the neighbourhood reaches.</param>
    /// <param name="step">How close the candidates lie.</param>
    public IReadOnlyList<(int Column, int Row)> Even(int radius, int step = 7) =>
        FlattenObject(margin: radius, step, place => IsEven(place.Column, place.Row, radius));

    /// <summary>Pixels spread over the image whose neighbourhood holds no data.</summary>
    public IReadOnlyList<(int Column, int Row)> Empty(int radius) =>
        FlattenObject(margin: radius, step: 23, place => Neighbours(place.Column, place.Row, radius).All(near => _expected(near.Column, near.Row) is null));

    /// <summary>The longitude and latitude of pixels' centres, by gdaltransform.</summary>
    public IReadOnlyList<(double Longitude, double Latitude)> Positions(IEnumerable<(int Column, int Row)> pixels)
    {
        var input = string.Join('\n', pixels.Select(pixel => string.Create(CultureInfo.InvariantCulture, $"{pixel.Column + 0.5} {pixel.Row + 0.5}")));
        return [.. Tool.RunWithInput("gdaltransform", input, "-t_srs", "EPSG:4326", "-output_xy", _path)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray())
            .Select(pair => (pair[0], pair[1]))];
    }

    /// <summary>The coordinate of a pixel's centre, by the geotransform that gdalinfo tells.</summary>
    public (double X, double Y) Coordinate((int Column, int Row) pixel) => (
        _geotransform[0] + ((pixel.Column + 0.5) * _geotransform[1]) + ((pixel.Row + 0.5) * _geotransform[2]),
        _geotransform[3] + ((pixel.Column + 0.5) * _geotransform[4]) + ((pixel.Row + 0.5) * _geotransform[5]));

    /// <summary>The pixels whose colour on the screenshot is not the expected one, described.</summary>
    public List<string> Wrong(RawImage screen, IEnumerable<((int Column, int Row) Pixel, (double X, double Y) Place)> places) =>
        [.. places.Select(place => Compare(screen, place.Pixel, place.Place)).OfType<string>()];

    /// <summary>
    /// Whether at least twenty places, and nine in ten of all, have the expected colour: lossy WebP keeps colours at half the resolution, so that
    /// in a scene full of detail a few places are off by a little more than the tolerance.
    /// </summary>
    public bool NearlyAllRight(RawImage screen, IReadOnlyCollection<((int Column, int Row) Pixel, (double X, double Y) Place)> places) =>
        Wrong(screen, places).Count is var wrong && places.Count - wrong >= 20 && wrong <= places.Count / 10;

    private string? Compare(RawImage screen, (int Column, int Row) pixel, (double X, double Y) place)
    {
        var expected = _expected(pixel.Column, pixel.Row)!;
        var (x, y) = ((int)Math.Floor(place.X), (int)Math.Floor(place.Y));
        var painted = Enumerable.Range(1, 3).Select(band => screen[band, x, y]).ToArray();
        return expected.Zip(painted).All(pair => Math.Abs(pair.First - pair.Second) <= Tolerance)
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"pixel {pixel} at ({x}, {y}): {string.Join('/', painted)} instead of "
                + $"{string.Join('/', expected.Select(value => Math.Round(value)))}");
    }

    private List<(int Column, int Row)> FlattenObject(int margin, int step, Func<(int Column, int Row), bool> fits)
    {
        var found = new List<(int, int)>();
        for (var row = margin; row < _image.Height - margin; row += step)
        {
            for (var x = margin + (row % step); x < _image.Width - margin; x += step)
            {
                if (fits((x, row)))
                {
                    found.Add((x, row));
                }
            }
        }

        return found;
    }

    private bool IsEven(int column, int row, int radius)
    {
        Span<double> low = [double.MaxValue, double.MaxValue, double.MaxValue];
        Span<double> high = [double.MinValue, double.MinValue, double.MinValue];
        foreach (var (x, y) in Neighbours(column, row, radius))
        {
            if (_expected(x, y) is not { } color)
            {
                return false;
            }

            for (var band = 0; band < 3; band++)
            {
                (low[band], high[band]) = (Math.Min(low[band], color[band]), Math.Max(high[band], color[band]));
                if (high[band] - low[band] > Evenness)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static IEnumerable<(int Column, int Row)> Neighbours(int column, int row, int radius) =>
        from y in Enumerable.Range(row - radius, (2 * radius) + 1)
        from x in Enumerable.Range(column - radius, (2 * radius) + 1)
        select (x, y);
}
