using System.Globalization;

namespace Up42.Interactive;

/// <summary>
/// A formula over bands: <c>(b4 - b3) / (b4 + b3)</c>, with <c>+ - * /</c>, parentheses, numbers, and bands as <c>b</c> and their number or by
/// name. <c>NDVI</c> is (nir − red) / (nir + red), <c>NDWI</c> after McFeeters (green − nir) / (green + nir).
/// </summary>
internal sealed class BandExpression
{
    private static readonly Dictionary<string, string> Indices = new(StringComparer.OrdinalIgnoreCase)
    {
        ["NDVI"] = "(nir - red) / (nir + red)",
        ["NDWI"] = "(green - nir) / (green + nir)",
    };

    private static readonly Dictionary<string, string[]> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["nir"] = ["nir", "B8", "near infrared", "near-infrared", "NIR1"],
        ["red"] = ["red", "B4"],
        ["green"] = ["green", "B3"],
        ["blue"] = ["blue", "B2"],
    };

    private readonly string _formula;
    private readonly Func<int, double> _evaluate;
    private readonly List<int> _bands = [];
    private IReadOnlyList<double[]> _values = [];

    private BandExpression(string text, RasterFile raster)
    {
        Name = text.Trim();
        _formula = Indices.TryGetValue(Name, out var formula) ? formula : Name;
        var parser = new FormulaParser(_formula, name => Band(raster, name));
        _evaluate = parser.Parse();
    }

    /// <summary>As it was written.</summary>
    public string Name { get; }

    /// <summary>The colours that suit it; null where that is not known.</summary>
    public static ColorScale? Scale(string expression) => expression.Trim().ToUpperInvariant() switch
    {
        "NDVI" => ColorScale.Vegetation,
        "NDWI" => ColorScale.Water,
        _ => null,
    };

    /// <summary>Reads the bands a formula names and computes it, reduced; where the result is not finite there is no data.</summary>
    /// <exception cref="Up42Exception">The formula can not be read, or names a band that the raster does not have.</exception>
    public static RasterImage Evaluate(string expression, RasterFile raster, int maxSize, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(expression);
        var formula = new BandExpression(expression, raster);
        return formula.Compute(raster.ReadPreview(maxSize, formula._bands, cancellationToken));
    }

    private static int Number(RasterFile raster, string name)
    {
        if (Roles.TryGetValue(name, out var names))
        {
            var color = Enum.TryParse<ColorInterpretation>(name, ignoreCase: true, out var parsed) ? parsed : ColorInterpretation.Undefined;
            var byColor = color == ColorInterpretation.Undefined ? null : raster.Bands.FirstOrDefault(band => band.Color == color);
            return byColor?.Number
                ?? names.Select(candidate => Find(raster, candidate)).FirstOrDefault(number => number is not null)
                ?? SpectralBands.Find(raster.Bands, name)
                ?? throw new Up42Exception(
                    $"'{Path.GetFileName(raster.Path)}' does not say which band is {name}; write the formula with numbers, for example (b4 - b3) / (b4 + b3).");
        }

        return Find(raster, name)
            ?? (name[0] is 'b' or 'B' && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : raster.FindBand(name));
    }

    private static int? Find(RasterFile raster, string name) =>
        raster.Bands.FirstOrDefault(band => band.IsNamed && string.Equals(band.Name, name, StringComparison.OrdinalIgnoreCase))?.Number
        ?? raster.Bands.FirstOrDefault(band => band.IsNamed && string.Equals(band.Name.Replace("B0", "B", StringComparison.OrdinalIgnoreCase), name, StringComparison.OrdinalIgnoreCase))?.Number;

    private Func<int, double> Band(RasterFile raster, string name)
    {
        var number = Number(raster, name);
        if (!_bands.Contains(number))
        {
            _bands.Add(number);
        }

        var index = _bands.IndexOf(number);
        return pixel => _values[index][pixel];
    }

    private RasterImage Compute(RasterImage image)
    {
        _values = [.. Enumerable.Range(0, image.Bands.Count).Select(band => image.Values(band).ToArray())];
        var (values, mask) = (new double[image.Mask.Length], image.Mask.ToArray());
        for (var pixel = 0; pixel < values.Length; pixel++)
        {
            values[pixel] = mask[pixel] == 0 ? double.NaN : _evaluate(pixel);
            mask[pixel] = double.IsFinite(values[pixel]) ? mask[pixel] : (byte)0;
        }

        var band = new RasterBand(1, Name, PixelType.Float64, ColorInterpretation.Gray, null, null, null, null) { IsNamed = true };
        return new RasterImage(new RasterSize(image.Width, image.Height), [band], [values], mask)
        {
            Crs = image.Crs,
            SourceWidth = image.SourceWidth,
            SourceHeight = image.SourceHeight,
            Damage = image.Damage,
            Geotransform = image.Geotransform,
        };
    }
}
