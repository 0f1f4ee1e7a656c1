namespace Up42.Interactive;

/// <summary>Makes timelines: rasters by their days, with one stretch.</summary>
internal sealed class TimelineBuilder(MapOptions options, CancellationToken cancellationToken)
{
    private const double PictureWidth = 208;

    /// <summary>The timeline.</summary>
    /// <exception cref="Up42Exception">No raster has a date, or none can be shown.</exception>
    public ResultTimeline Build(IReadOnlyList<JobResults> results, BandList? bands, Func<ResultRaster, DateTimeOffset?> date, Aoi? aoi)
    {
        var builder = new MapBuilder(options with { IsStretchShared = true, Restyle = false }, cancellationToken);
        var dated = new List<(ResultRaster Raster, string File, DateTimeOffset Date)>();
        foreach (var (raster, _, file) in ResultTitles.Create(results))
        {
            if (date(raster)?.ToUniversalTime() is { } taken)
            {
                dated.Add((raster, file, taken));
            }
            else
            {
                builder.AddRemark($"{file} is not on the timeline: nothing says when it was taken.");
            }
        }

        if (dated.Count == 0)
        {
            results[0].RequireRasters();
            throw new Up42Exception(
                "None of the rasters has a date: neither their features nor their files' names say when they were taken. "
                + "Say it: MapTimeline(date: raster => …).");
        }

        _ = aoi is null ? builder : builder.AddAoi(aoi.Table);

        var days = dated.GroupBy(one => DateOnly.FromDateTime(one.Date.DateTime)).OrderBy(day => day.Key).ToList();
        builder.AddImages([.. days.SelectMany((day, step) => day.Select(one => MapSources.Raster(one.Raster, one.File, one.File) with
        {
            Group = "Images over time",
            Step = step,
        }))], bands, isStepped: true);
        var contents = builder.BuildContents();
        var shown = contents.Images.Select(image => image.Step).ToHashSet();
        List<int> kept = [.. Enumerable.Range(0, days.Count).Where(step => shown.Contains(step))];
        return new ResultTimeline(new SteppedMap(
            contents with { Images = [.. contents.Images.Select(image => image with { Step = kept.IndexOf(image.Step!.Value) })] },
            [.. kept.Select(step => new MapStep(DisplayText.DataDate(days[step].First().Date, isDay: true), days[step].Min(one => one.Date)))],
            PictureWidth));
    }
}
