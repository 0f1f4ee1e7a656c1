namespace Up42.Interactive;

/// <summary>
/// The names that formulas over a raster may use, for pages that compute: <c>formula-names.ts</c> finds bands as <see cref="BandExpression"/> does.
/// </summary>
/// <param name="File">The file's name.</param>
/// <param name="Bands">All bands of the raster.</param>
/// <param name="CommonNames">All common names.</param>
/// <param name="Indices">The indices that formulas know.</param>
internal sealed record FormulaNamesData(
    string File, IReadOnlyList<FormulaBandData> Bands, IReadOnlyList<CommonNameData> CommonNames, IReadOnlyList<FormulaIndexData> Indices)
{
    /// <summary>The names of a raster, of which a page has some bands.</summary>
    /// <param name="raster">The raster.</param>
    /// <param name="planes">The numbers of the bands that the page has, in their order there.</param>
    public static FormulaNamesData Create(RasterFile raster, IEnumerable<int> planes)
    {
        int[] numbers = [.. planes];
        return new(
            Path.GetFileName(raster.Path),
            [.. raster.Bands.Select(band => new FormulaBandData(band.Number, band.Name, band.IsNamed, Array.IndexOf(numbers, band.Number)))],
            [.. SpectralBands.AllNames.Select(name => new CommonNameData(name, SpectralBands.Find(raster.Bands, name, raster.Sensor)?.Number ?? 0))],
            [.. SpectralIndex.All.Select(index => new FormulaIndexData(
                index.Name, index.Title, index.Formula, index.Minimum, index.Maximum, index.ColorScale.Name))]);
    }
}

/// <summary>A band of the raster.</summary>
/// <param name="Number">Its number; the first is 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsNamed">Whether the file gives it the name.</param>
/// <param name="Plane">Where the page has its values, from 0; -1 where it has none.</param>
internal sealed record FormulaBandData(int Number, string Name, bool IsNamed, int Plane);

/// <summary>A common name of a light.</summary>
/// <param name="Name">The name.</param>
/// <param name="Band">The band that holds the light; 0 where none is known.</param>
internal sealed record CommonNameData(string Name, int Band);

/// <summary>A <see cref="SpectralIndex"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">The name in words.</param>
/// <param name="Formula">The formula.</param>
/// <param name="Minimum">The least value of the usual domain.</param>
/// <param name="Maximum">The greatest value of the usual domain.</param>
/// <param name="Scale">The name of the colours that suit it.</param>
internal sealed record FormulaIndexData(string Name, string Title, string Formula, double Minimum, double Maximum, string Scale);
