namespace Up42.Interactive.Cli;

/// <summary>Makes the report of results on disk, step by step.</summary>
internal sealed class ReportBuilder(StepReporter steps, TimeProvider time)
{
    /// <summary>Reads the rasters and puts the page together.</summary>
    /// <param name="source">The results.</param>
    /// <param name="title">The page's title; null: the name of the source.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="Up42Exception">GDAL is needed and missing.</exception>
    public async Task<Report> BuildAsync(ReportSource source, string? title, CancellationToken cancellationToken)
    {
        var parts = new List<(string Heading, IDisplay Display)> { source.Overview };
        var origins = new List<string>();
        if (source.Results is not { } results)
        {
            return new Report(title ?? source.Name, source.Origin, time.GetLocalNow(), [.. parts, .. source.Facts], origins);
        }

        IReadOnlyList<JobResults> opened = results is not JobCollectionResults jobs || jobs.Jobs.Any(job => job.IsOk) ? results.ResultsOnDisk : [];
        var hasRasters = opened.Any(job => job.Rasters.Count > 0);
        var hasVectors = opened.SelectMany(job => job.Files).Any(file => ResultsLayout.IsVector(file.Name));
        if (hasRasters || hasVectors || source.Table.Count > 0)
        {
            var maps = await ShowAsync("Map", "Draw the map", () => results.MapResults(cancellationToken: cancellationToken)).ConfigureAwait(false);
            if (maps is not [(_, ResultMap)] && source.Table.Count > 0)
            {
                maps = [.. maps, .. await ShowAsync(
                    "Map of the features",
                    "Draw the map without images",
                    () => results.MapResults(showImages: false, cancellationToken: cancellationToken)).ConfigureAwait(false)];
            }

            parts.AddRange(maps);
            origins.AddRange(maps.Select(part => part.Display).OfType<ResultMap>().SelectMany(map => map.PictureOrigins));
        }

        if (hasRasters)
        {
            parts.AddRange(await ShowAsync("Bands", "Plot the bands", () => results.PlotResults(cancellationToken: cancellationToken)).ConfigureAwait(false));
        }

        if (results.QuicklooksOnDisk.Count > 0)
        {
            parts.AddRange(
                await ShowAsync("Quicklooks", "Plot the quicklooks", () => results.PlotQuicklooks(cancellationToken: cancellationToken)).ConfigureAwait(false));
        }

        if (source.Table.Count > 0)
        {
            parts.Add(("Features", source.Table));
        }

        parts.AddRange(source.Facts);
        return new Report(title ?? source.Name, source.Origin, time.GetLocalNow(), parts, origins);
    }

    /// <summary>A part of the page, which takes bounded work; what cannot be shown is a sentence there, and the other parts stay.</summary>
    private async Task<IReadOnlyList<(string Heading, IDisplay Display)>> ShowAsync(string heading, string step, Func<IDisplay> show)
    {
        try
        {
            return [(heading, await steps.StepAsync(step, _ => Task.Run(() => new WorkBudget(Limits.Default).Enter(show))).ConfigureAwait(false))];
        }
        catch (Up42Exception error) when (!RasterErrors.IsLibraryMissing(error))
        {
            return [(heading, new StaticDisplay(Html.Format($"<p class=\"u42-note\">{error.Message}</p>")))];
        }
    }
}
