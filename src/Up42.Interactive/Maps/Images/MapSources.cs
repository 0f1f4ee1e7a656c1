namespace Up42.Interactive;

/// <summary>Which pictures of results a map shows, how they are called, and which footprint is theirs.</summary>
internal static class MapSources
{
    /// <summary>The rasters of some results.</summary>
    public static IReadOnlyList<MapRaster> Rasters(IReadOnlyList<JobResults> results) =>
        [.. ResultTitles.Create(results).Select(one => Raster(one.Raster, one.Title, one.File))];

    /// <summary>A raster of results.</summary>
    /// <param name="raster">The raster.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="file">Its file, as told from all others.</param>
    public static MapRaster Raster(ResultRaster raster, string title, string file) => new(raster.Named, title)
    {
        File = file,
        Footprint = raster.Features.Select(feature => feature.Geometry).FirstOrDefault(geometry => geometry is { IsEmpty: false }),
    };

    /// <summary>What each of some results is called: by its job, by the date of its scenes, else by its folder.</summary>
    public static IReadOnlyList<string> Titles(IReadOnlyList<JobResults> results) => TitleLadder.Titles([.. results.Select(TitleLadder.Create)]);

    /// <summary>The vector results of some results: the path of each, what it is called, and its features.</summary>
    public static IEnumerable<(string Name, string Title, FeatureTable Table)> Vectors(IReadOnlyList<JobResults> results)
    {
        foreach (var (result, owner) in results.Zip(Titles(results)))
        {
            var files = result.Vectors.Keys.CountBy(name => Path.GetFileName(name)).ToDictionary();
            foreach (var (name, table) in result.Vectors)
            {
                var title = files[Path.GetFileName(name)] == 1 ? Path.GetFileName(name) : name;
                yield return results.Count == 1 ? (name, title, table) : ($"{result.Name}/{name}", $"{owner}: {title}", table);
            }
        }
    }

    /// <summary>Quicklooks, each with the footprint of the feature that its file is named after; the one there is where there is one of each.</summary>
    public static IReadOnlyList<MapRaster> Quicklooks(IReadOnlyList<string> files, IReadOnlyList<JobResults> results, string nameColumn)
    {
        var rows = results.SelectMany(result => result.Table).Where(row => row.Geometry is { IsEmpty: false }).ToList();
        var matching = new QuicklookMatching(rows, nameColumn);
        return [.. files.Select(file => new MapRaster(file, Path.GetFileName(file))
        {
            Group = "Quicklooks",
            HasValues = false,
            Footprint = (files.Count == 1 && rows.Count == 1 ? rows[0] : matching.Find(file).FirstOrDefault())?.Geometry,
        })];
    }
}
