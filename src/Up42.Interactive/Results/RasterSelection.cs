namespace Up42.Interactive;

/// <summary>Which rasters of results a display verb shows.</summary>
internal static class RasterSelection
{
    /// <summary>The rasters of some results.</summary>
    /// <param name="source">Whose.</param>
    /// <param name="files">Names as in <see cref="ResultRaster.Name"/>, file names or full paths, in the order to show; null: all of the formats.</param>
    /// <param name="fileFormats">Extensions, any letter case, with or without the dot; null: all that are read.</param>
    /// <exception cref="Up42Exception">The raster does not exist, or none at all; the message names those there are.</exception>
    public static IReadOnlyList<NamedRaster> Choose(IHasResults source, IEnumerable<string>? files, IEnumerable<string>? fileFormats)
    {
        ArgumentNullException.ThrowIfNull(source);
        var results = source.ResultsOnDisk;
        var all = results.SelectMany(one => one.Rasters).ToList();
        if (all.Count == 0)
        {
            results[0].RequireRasters();
        }

        var titles = ResultTitles.Create(results).ToDictionary(one => one.Raster, one => one.Title);
        if (files is not null)
        {
            return [.. files.Select(file => Titled(Find(all, file)))];
        }

        if (fileFormats is null)
        {
            return [.. all.Select(Titled)];
        }

        var formats = fileFormats.Select(format => $".{format.TrimStart('.')}").ToList();
        var chosen = all.Where(raster => formats.Contains(Path.GetExtension(raster.Name), StringComparer.OrdinalIgnoreCase)).ToList();
        return chosen.Count > 0
            ? [.. chosen.Select(Titled)]
            : throw new Up42Exception($"There is no raster of the format {string.Join(", ", formats)} in the results; there are {Names(all)}.");

        NamedRaster Titled(ResultRaster raster) => raster.Named with { Title = titles[raster] };
    }

    private static ResultRaster Find(List<ResultRaster> rasters, string file)
    {
        var name = file.Replace('\\', '/');
        return rasters.Find(raster => raster.Name == name || raster.Path == Path.GetFullPath(file))
            ?? rasters.Find(raster => Path.GetFileName(raster.Name) == name)
            ?? throw new Up42Exception($"There is no raster {file} in the results; there are {Names(rasters)}.");
    }

    private static string Names(List<ResultRaster> rasters) => rasters.Count <= 5
        ? string.Join(", ", rasters.Select(raster => raster.Name))
        : $"{string.Join(", ", rasters.Take(4).Select(raster => raster.Name))} and {DisplayText.Count(rasters.Count - 4, "other")}";
}
