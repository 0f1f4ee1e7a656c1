using System.Globalization;

namespace Up42.Interactive;

/// <summary>
/// A formula over bands in physical values: <c>(b4 - b3) / (b4 + b3)</c>, <c>where(NDWI > 0, 1, 0)</c>; <see cref="FormulaParser"/> has the grammar.
/// <c>b4</c> is always the fourth band; names stand in quotes or brackets, <c>"B8"</c> or <c>[B8]</c>, or as they are where they cannot be taken for a
/// number; <c>nir</c>, <c>red</c> and other common names are found as <see cref="SpectralBands"/> does; indices are those of
/// <see cref="SpectralIndex"/>, unless a band has that name.
/// </summary>
internal sealed class BandExpression
{
    private const double BrightestReflectance = 2;

    private readonly RasterFile _raster;
    private readonly FormulaValue _formula;
    private readonly List<int> _bands = [];
    private readonly List<(string Text, string Source)> _found = [];
    private readonly List<SpectralIndex> _indices = [];

    private BandExpression(string text, RasterFile raster)
    {
        Name = text.Trim();
        _raster = raster;
        _formula = new FormulaParser(Name, Value).Parse();
    }

    /// <summary>As it was written.</summary>
    public string Name { get; }

    /// <summary>The numbers of the bands that it names, in the order in which <see cref="Compute"/> takes them.</summary>
    public IReadOnlyList<int> Bands => _bands;

    /// <summary>A formula over the bands of a raster.</summary>
    /// <exception cref="Up42Exception">The formula cannot be read, or names a band that the raster does not have, or none.</exception>
    public static BandExpression Parse(string expression, RasterFile raster)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(expression);
        var formula = new BandExpression(expression, raster);
        return formula._bands.Count > 0 ? formula : throw new Up42Exception(
            $"The formula '{formula.Name}' names no band; write bands by number, for example (b4 - b3) / (b4 + b3).");
    }

    /// <summary>Reads the bands a formula names and computes it, reduced.</summary>
    /// <exception cref="Up42Exception">As <see cref="Parse"/>; or a band cannot be read.</exception>
    public static RasterImage Evaluate(string expression, RasterFile raster, int maxSize, CancellationToken cancellationToken) =>
        Evaluate(expression, raster, RasterFile.Reduced(new RasterWindow(0, 0, raster.Width, raster.Height), maxSize), cancellationToken);

    /// <summary>As the other, of a part.</summary>
    public static RasterImage Evaluate(string expression, RasterFile raster, ReadRequest request, CancellationToken cancellationToken)
    {
        var formula = Parse(expression, raster);
        return formula.Compute(raster.ReadPreview(request, formula._bands, cancellationToken).ToPhysical(), cancellationToken);
    }

    private FormulaValue Value(string name, bool isQuoted)
    {
        if (!isQuoted && SpectralIndex.Find(name) is { } index)
        {
            if (BandLookup.Find(_raster.Bands, name) is not { } named)
            {
                _indices.Add(index);
                return new FormulaParser(index.Formula, Value).Parse();
            }

            Say($"{name} is {Label(named)}", "by name");
        }

        var number = Number(name, isQuoted);
        if (!_bands.Contains(number))
        {
            _bands.Add(number);
        }

        return FormulaOperators.Band(_bands.IndexOf(number));
    }

    private int Number(string name, bool isQuoted)
    {
        if (!isQuoted && name is ['b' or 'B', >= '1' and <= '9', ..] && IsNumber(name.AsSpan(1), out var number))
        {
            return Numbered(name, number);
        }

        if (!isQuoted && SpectralBands.IsCommonName(name))
        {
            var (found, source) = SpectralBands.Find(_raster.Bands, name, _raster.Sensor) ?? throw new Up42Exception(
                $"'{Path.GetFileName(_raster.Path)}' does not say which band is {name.ToLowerInvariant()}; "
                + "write the formula with numbers, for example (b4 - b3) / (b4 + b3).");
            Say($"{name.ToLowerInvariant()} is {Label(found)}", source);
            return found;
        }

        return isQuoted && IsNumber(name, out var plain) ? plain : _raster.FindBand(name, isQuoted ? [] : OtherNames);
    }

    /// <summary>What else than a band's own name may have been meant.</summary>
    private IEnumerable<string> OtherNames =>
        SpectralBands.AllNames.Where(name => SpectralBands.Find(_raster.Bands, name, _raster.Sensor) is not null)
            .Concat(SpectralIndex.All.Select(index => index.Name));

    private static bool IsNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    /// <summary>The band of a number; where another band is named so, it is said which was taken.</summary>
    private int Numbered(string name, int number)
    {
        var named = BandLookup.Find(_raster.Bands, name);
        if (number > _raster.Bands.Count && named is { } other)
        {
            throw new Up42Exception(
                $"'{Path.GetFileName(_raster.Path)}' has no band {number.ToString(CultureInfo.InvariantCulture)}: {name} stands for a number. "
                + $"For the band named {_raster.Bands[other - 1].Name} write [{name}].");
        }

        if (named is not null && named != number && number <= _raster.Bands.Count)
        {
            Say($"{name} is {Label(number)}", "by number: names stand in brackets, as [B4]");
        }

        return number;
    }

    private string Label(int number)
    {
        var band = _raster.Bands[number - 1];
        return string.Create(CultureInfo.InvariantCulture, $"band {number}{(band.IsNamed ? $" {band.Name}" : "")}");
    }

    private void Say(string text, string source)
    {
        if (!_found.Contains((text, source)))
        {
            _found.Add((text, source));
        }
    }

    /// <summary>Which bands the names were found to be, one sentence each.</summary>
    public IReadOnlyList<string> Remarks =>
        [.. _found.GroupBy(found => found.Source).Select(group => $"{string.Join(", ", group.Select(found => found.Text))}, {group.Key}")];

    /// <summary>The formula's values of an image that holds <see cref="Bands"/>; NaN where one of them has no data, or the result is not finite.</summary>
    /// <param name="image">In physical values.</param>
    /// <param name="cancellationToken">Cancels the computation.</param>
    public double[] ComputeValues(RasterImage image, CancellationToken cancellationToken) =>
        ComputeValues(image, BandMasks.Intersect(image.AllMasks), cancellationToken);

    private double[] ComputeValues(RasterImage image, byte[] mask, CancellationToken cancellationToken)
    {
        var values = new double[mask.Length];
        var blocks = (values.Length + FormulaBlock.MaxPixels - 1) / FormulaBlock.MaxPixels;
        Parallel.For(
            0,
            blocks,
            new ParallelOptions { CancellationToken = cancellationToken },
            () => new FormulaBlock(image.AllValues),
            (number, _, block) =>
            {
                var start = number * FormulaBlock.MaxPixels;
                var count = Math.Min(FormulaBlock.MaxPixels, values.Length - start);
                block.MoveTo(start, count);
                _formula(block, values.AsSpan(start, count));
                for (var pixel = start; pixel < start + count; pixel++)
                {
                    values[pixel] = mask[pixel] == 0 || !double.IsFinite(values[pixel]) ? double.NaN : values[pixel];
                }

                return block;
            },
            _ => { });
        return values;
    }

    private RasterImage Compute(RasterImage image, CancellationToken cancellationToken)
    {
        var mask = BandMasks.Intersect(image.AllMasks);
        var values = ComputeValues(image, mask, cancellationToken);
        for (var pixel = 0; pixel < mask.Length; pixel++)
        {
            mask[pixel] = double.IsNaN(values[pixel]) ? (byte)0 : mask[pixel];
        }

        return image.With([Band], [values], [mask], [.. image.Remarks, .. Remarks, .. Reflectance(image)]);
    }

    /// <summary>The band that the values make.</summary>
    public RasterBand Band => ComputedBand(Name);

    /// <summary>A band of computed values.</summary>
    public static RasterBand ComputedBand(string name) =>
        new(1, name, PixelType.Float64, ColorInterpretation.Gray, null, null, null, null) { IsNamed = true };

    /// <summary>A remark where an index wants reflectances and the bands hold something else.</summary>
    private IEnumerable<string> Reflectance(RasterImage image)
    {
        if (_indices.FirstOrDefault(index => index.IsOfReflectance) is { } index
            && Percentiles.Measure(image, [.. Enumerable.Range(0, image.Bands.Count)], 0, 50) is { High: > BrightestReflectance })
        {
            yield return $"{index.Name} is defined for reflectances from 0 to 1, which these values are not: divide them in a formula of your own";
        }
    }
}
