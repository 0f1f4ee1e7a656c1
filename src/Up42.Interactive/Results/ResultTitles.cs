namespace Up42.Interactive;

/// <summary>What displays call the rasters of results, by the same ladder on plots and maps.</summary>
internal static class ResultTitles
{
    /// <summary>Each raster with its title and its file, as told from all others.</summary>
    public static IReadOnlyList<(ResultRaster Raster, string Title, string File)> Create(IReadOnlyList<JobResults> results)
    {
        var all = results.SelectMany(result => result.Rasters.Select(raster => (Result: result, Raster: raster))).ToList();
        var isOwn = all.Select(pair => Path.GetFileName(pair.Raster.Name)).Distinct().Count() == all.Count;
        string[] files = [.. all.Select(pair => isOwn ? Path.GetFileName(pair.Raster.Name)
            : results.Count == 1 ? pair.Raster.Name
            : $"{pair.Result.Name}/{pair.Raster.Name}")];
        var titles = TitleLadder.Titles([.. all.Zip(files, (pair, file) => TitleLadder.Create(pair.Result, pair.Raster, file))]);
        return [.. all.Zip(titles, files).Select(one => (one.First.Raster, one.Second, one.Third))];
    }
}
